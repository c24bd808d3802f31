/** What `POST /v1/score` takes. */
import { Type } from 'typebox'

import { closed, Name, Year, YearText, named } from './parts.js'

/** Read by the engine, which names every mistake by its place. */
const Bodies = Type.Array(Type.Unknown(), {
  description:
    'Rows of the data: {"id": ..., "name": ..., COLUMN: ..., TABLE: [...]}, as /v1/methodologies/ID/versions/VERSION/input-schema describes them. null and an absent key are both missing; "", 0 and "0" are not.',
})

const which = {
  methodology: Name,
  version: Type.Optional(Name),
  edition: Type.Optional(Name),
}

const MOST_EXPLAINED = 200

export const ScoreRequest = named('ScoreRequest', {
  ...which,
  year: Year,
  bodies: Bodies,
  previous: Type.Optional(
    Type.Array(closed({ year: Year, bodies: Bodies }), {
      description: 'data of earlier years, for previous(x)',
      maxItems: 20,
    }),
  ),
  history: Type.Optional(
    Type.Array(Type.Unknown(), {
      description:
        'results of the methodology for earlier years, as this address answers them',
      maxItems: 20,
    }),
  ),
  from: Type.Optional(
    Type.Array(Type.Unknown(), {
      description:
        'results of other methodologies for the year, as this address answers them',
      maxItems: 20,
    }),
  ),
  explain: Type.Optional(
    Type.Array(Type.String({ minLength: 1 }), {
      description: 'ids of bodies',
      maxItems: MOST_EXPLAINED,
      uniqueItems: true,
    }),
  ),
  receipt: Type.Optional(
    Type.Boolean({
      description:
        'true: the answer has a signed receipt beside its results, for olshem verify',
    }),
  ),
})

/** Parameters of the query where the body is a stream. */
export const StreamQuery = closed({ ...which, year: YearText })
