/** Stored runs as addresses take and answer them. */
import { Type } from 'typebox'

import { pageOf, PageQuery } from './pages.js'
import {
  closed,
  Name,
  Names,
  nullable,
  oneOf,
  Sha256,
  tableOf,
  Year,
  YearText,
  named,
} from './parts.js'
import { BodyResult, DataProblem } from './score-result.js'

const Id = Type.String({ minLength: 1, maxLength: 100 })
const ids = Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true }))

export const RunRequest = named('RunRequest', {
  methodology: Name,
  version: Type.Optional(Name),
  edition: Type.Optional(Name),
  year: Year,
  dataSet: Sha256,
  register: Type.Optional(Sha256),
  previous: ids,
  history: ids,
  from: ids,
  leaveOutBroken: Type.Optional(Type.Boolean()),
})

export const RunList = closed({
  methodology: Type.Optional(Name),
  year: Type.Optional(YearText),
  dataSet: Type.Optional(Sha256),
  ...PageQuery,
})

export const ExplanationQuery = closed({
  output: Type.Optional(
    Type.String({
      minLength: 1,
      description: 'default the figure that decides the status of the body',
    }),
  ),
})

export const RunParameters = closed({ id: Id })
export const BodyParameters = closed({ id: Id, body: Type.String() })

export const StoredRun = named('StoredRun', {
  id: Type.String(),
  methodology: Type.String(),
  version: Type.String(),
  methodologySha256: Sha256,
  engineVersion: Type.String(),
  year: Year,
  edition: nullable(Type.String()),
  dataSet: nullable(Sha256, 'null where it is withheld from you'),
  registerSha256: nullable(Sha256),
  resultSha256: nullable(Sha256, 'null where it is withheld from you'),
  createdAt: Type.String(),
  createdBy: Type.String(),
  basedOn: Type.Array(Type.String()),
  restricted: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'members that are withheld, as hashes over restricted values',
    }),
  ),
})

export const RunPage = named('RunPage', {
  ...pageOf('RunPage', StoredRun).properties,
  names: Names,
})

export const DescribedRun = named('DescribedRun', {
  ...StoredRun.properties,
  names: Names,
})

export const CreatedRun = named('CreatedRun', {
  run: StoredRun,
  remarks: Type.Array(DataProblem),
})

export const ImportedRun = named('ImportedRun', {
  run: StoredRun,
  isNew: Type.Boolean(),
})

export const RunBody = named('RunBody', {
  body: BodyResult,
  places: Type.Array(
    closed({
      ranking: Type.String(),
      place: Type.Number(),
      among: Type.Integer({
        description:
          'how many have a place there; in its group, where there are groups',
      }),
      group: Type.Optional(tableOf(Type.String())),
    }),
    { description: 'of the rankings that place it' },
  ),
})

export const Replay = named('Replay', {
  kind: oneOf(['identical', 'different']),
  difference: Type.Optional(
    nullable(
      closed({
        body: nullable(Type.String()),
        what: Type.String(),
        written: nullable(Type.String()),
        computed: nullable(Type.String()),
      }),
      'the first value that differs; null where only the hash does',
    ),
  ),
  written: nullable(Sha256),
  computed: nullable(Sha256),
  writtenBy: Type.String(),
  computedBy: Type.String(),
  restricted: Type.Optional(
    Type.Array(Type.String(), { description: 'members that are withheld' }),
  ),
})
