/** Two runs side by side, as addresses answer them. */
import { Type } from 'typebox'

import { COMPARED_INPUTS } from '../../runs/compare-runs.js'
import { closed, named, nullable, oneOf, tableOf } from './parts.js'
import { StoredRun } from './runs.js'

const text = Type.String()
const textOrNull = nullable(text)
const names = Type.Array(text)
const id = Type.String({ minLength: 1, maxLength: 100 })

export const ComparisonQuery = closed({ a: id, b: id })

const Cause = closed({ input: text, row: textOrNull, reason: text, code: text })

const Figure = nullable(
  Type.Union([
    closed({
      kind: Type.Literal('value'),
      value: Type.String({
        description: 'decimal text, a level, or true and false',
      }),
    }),
    closed({ kind: Type.Literal('missing'), because: Type.Array(Cause) }),
    closed({ kind: Type.Literal('not-applicable') }),
  ]),
  'null where the rules of the run have no such output',
)

const Standing = nullable(
  Type.Union([
    closed({
      kind: Type.Literal('placed'),
      place: Type.Number(),
      value: nullable(
        Type.String({ description: 'decimal text' }),
        'null where it is withheld from you',
      ),
      group: nullable(tableOf(text)),
    }),
    closed({ kind: Type.Literal('left-out'), reason: text, rule: textOrNull }),
  ]),
  'null where the run does not have the body, or not the ranking',
)

const Status = nullable(
  closed({
    status: oneOf(['scored', 'not-scored', 'not-applicable', 'restricted']),
    missing: Type.Array(Cause),
    notApplicable: Type.Array(
      closed({ criterion: textOrNull, rule: text, citation: text }),
    ),
  }),
)

const Bodies = Type.Array(closed({ id: text, name: textOrNull }))

export const RunComparison = named('RunComparison', {
  a: StoredRun,
  b: StoredRun,
  isSame: nullable(
    Type.Boolean(),
    'true where results and rankings have one hash; null where that is withheld from you',
  ),
  inputs: Type.Array(
    closed({ what: oneOf(COMPARED_INPUTS), a: textOrNull, b: textOrNull }),
    { description: 'what the runs were computed from, where it differs' },
  ),
  rankings: Type.Array(
    closed({
      ranking: text,
      places: Type.Array(
        closed({
          id: text,
          a: Standing,
          b: Standing,
          movedBy: nullable(
            Type.Number(),
            'places gained from a to b (lost: negative); null unless both place the body, in one group',
          ),
        }),
      ),
    }),
  ),
  bodies: closed({
    onlyInA: Bodies,
    onlyInB: Bodies,
    notScored: Type.Array(closed({ id: text, a: Status, b: Status })),
    outputs: Type.Array(
      closed({ id: text, output: text, a: Figure, b: Figure }),
      { description: 'that differ, of bodies that both runs have' },
    ),
  }),
  restricted: Type.Optional(
    closed(
      {
        inputs: names,
        outputs: names,
        rankings: names,
      },
      { description: 'withheld from you of either run, and not compared' },
    ),
  ),
})
