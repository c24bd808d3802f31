/** Results as the command line writes them (`ScoreResult` of the engine). */
import { Type } from 'typebox'

import { Explanation } from './explanation.js'
import {
  closed,
  nullable,
  oneOf,
  Sha256,
  tableOf,
  Year,
  named,
} from './parts.js'
import { Receipt } from './receipts.js'

const text = Type.String()
const textOrNull = nullable(Type.String())

const RunReference = closed({
  methodology: text,
  version: text,
  year: Year,
  sha256: Sha256,
})

export const DataProblem = named('DataProblem', {
  code: text,
  file: text,
  line: nullable(Type.Integer()),
  body: textOrNull,
  row: textOrNull,
  column: textOrNull,
  message: text,
})

const LeftOut = closed({
  id: text,
  reason: text,
  rule: textOrNull,
  citation: textOrNull,
})

const Joined = closed({
  id: text,
  name: textOrNull,
  ended: text,
  citation: text,
})

const figureOrLevel = Type.Union([Type.Number(), Type.String(), Type.Null()])

const Limit = closed({
  rule: text,
  of: text,
  kind: oneOf(['at_most', 'at_least', 'exactly']),
  rounding: oneOf(['before', 'after']),
  limit: figureOrLevel,
  before: figureOrLevel,
  bound: Type.Boolean(),
  citation: text,
})

export const BodyResult = named('BodyResult', {
  id: text,
  name: textOrNull,
  status: oneOf(['scored', 'not-scored', 'not-applicable']),
  joined: Type.Optional(Type.Array(Joined)),
  ended: Type.Optional(
    closed({
      on: text,
      then: oneOf(['joined-to-successor', 'not-scored']),
      successor: textOrNull,
      citation: text,
    }),
  ),
  outputs: tableOf(
    Type.Union([Type.Number(), Type.String(), Type.Boolean(), Type.Null()]),
    'the double nearest to each figure',
  ),
  exact: tableOf(textOrNull, 'the figures themselves, as decimal text'),
  missing: Type.Array(
    closed({
      output: text,
      input: text,
      row: textOrNull,
      reason: text,
      code: text,
    }),
  ),
  absences: Type.Array(
    closed({ criterion: text, child: text, treatment: text, reason: text }),
  ),
  imputed: Type.Array(closed({ column: text, row: textOrNull, by: text })),
  notApplicable: Type.Array(
    closed({ criterion: textOrNull, rule: text, citation: text }),
  ),
  deductions: Type.Array(
    closed({
      rule: text,
      points: Type.Number(),
      pointsBeforeCap: Type.Number(),
      citation: text,
    }),
  ),
  limits: Type.Array(Limit),
  flags: Type.Array(
    closed({
      flag: text,
      rule: text,
      about: textOrNull,
      citation: text,
      undecided: Type.Boolean(),
    }),
  ),
})

const Place = closed({
  place: Type.Number(),
  group: Type.Optional(tableOf(text)),
  id: text,
  value: Type.Number(),
})

const Population = closed({
  bodies: Type.Integer(),
  groups: Type.Optional(
    Type.Array(closed({ group: tableOf(text), bodies: Type.Integer() })),
  ),
  leftOut: Type.Array(LeftOut),
})

const previousData = {
  sha256: Sha256,
  leftOut: Type.Optional(Type.Array(text)),
}

const head = {
  methodology: closed({
    id: text,
    version: text,
    sha256: Sha256,
    inForce: Type.Boolean(),
  }),
  year: Year,
  engine: closed({ version: text }),
}

export const ScoreAnswerJson = named('ScoreAnswer', {
  ...head,
  data: closed({
    sha256: Sha256,
    previous: Type.Optional(closed(previousData)),
    earlier: Type.Optional(Type.Array(closed({ year: Year, ...previousData }))),
  }),
  register: Type.Optional(closed({ id: text, sha256: Sha256 })),
  history: Type.Optional(Type.Array(RunReference)),
  from: Type.Optional(Type.Array(RunReference)),
  results: Type.Array(BodyResult),
  rankings: tableOf(Type.Array(Place)),
  leftOutOfRankings: tableOf(Type.Array(LeftOut)),
  populations: tableOf(Population),
  leftOut: Type.Array(closed({ id: text, errors: Type.Array(DataProblem) })),
  warnings: Type.Array(DataProblem),
  sha256: Type.String({
    pattern: '^[0-9a-f]{64}$',
    description: 'of results and rankings in canonical form (RFC 8785)',
  }),
  explanations: Type.Optional(Type.Array(Explanation)),
  receipt: Type.Optional(Receipt),
})

const counts = tableOf(Type.Integer())

/** A line of the answer to a stream: its head, a body, a place, or its end. */
export const StreamLine = Type.Union([
  closed({ ...head, data: closed({}) }),
  BodyResult,
  closed({
    id: textOrNull,
    line: Type.Integer(),
    errors: Type.Array(DataProblem),
  }),
  closed({
    ranking: text,
    place: Type.Number(),
    group: Type.Optional(tableOf(text)),
    id: text,
    value: Type.Number(),
  }),
  closed({
    end: Type.Literal(true),
    bodies: Type.Integer(),
    scored: Type.Integer(),
    notScored: Type.Integer(),
    notApplicable: Type.Integer(),
    errors: Type.Integer(),
    otherYears: Type.Optional(Type.Integer()),
    leftOutOfRankings: tableOf(counts),
    warnings: counts,
    sha256: Sha256,
  }),
])
