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

/** Null where restricted values stand behind it; `restricted` names the member. */
const Sha256OrNull = nullable(Sha256)

const RunReference = closed({
  methodology: text,
  version: text,
  year: Year,
  sha256: Sha256OrNull,
})

/** What of a methodology is withheld from the one who asks, by name. */
const Restricted = closed({
  inputs: Type.Array(text),
  figures: Type.Array(text),
  rules: Type.Array(text),
  rankings: Type.Array(text),
  populations: Type.Array(text),
  hashes: Type.Array(text, {
    description: 'members of the answer that hold no hash therefore',
  }),
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
  status: oneOf(
    ['scored', 'not-scored', 'not-applicable', 'restricted'],
    'restricted: whether the total has a value is withheld',
  ),
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
  restricted: Type.Optional(
    Type.Array(closed({ output: text, inputs: Type.Array(text) }), {
      description:
        'outputs that are withheld from the one who asks, with the restricted inputs behind them',
    }),
  ),
})

const value = nullable(
  Type.Number(),
  'null where the place is shown and the figure is withheld',
)

const Place = closed({
  place: Type.Number(),
  group: Type.Optional(tableOf(text)),
  id: text,
  value,
})

const Population = closed({
  bodies: Type.Integer(),
  groups: Type.Optional(
    Type.Array(closed({ group: tableOf(text), bodies: Type.Integer() })),
  ),
  leftOut: Type.Array(LeftOut),
})

const previousData = {
  sha256: Sha256OrNull,
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
    sha256: Sha256OrNull,
    previous: Type.Optional(closed(previousData)),
    earlier: Type.Optional(Type.Array(closed({ year: Year, ...previousData }))),
  }),
  register: Type.Optional(closed({ id: text, sha256: Sha256OrNull })),
  history: Type.Optional(Type.Array(RunReference)),
  from: Type.Optional(Type.Array(RunReference)),
  results: Type.Array(BodyResult),
  rankings: tableOf(Type.Array(Place)),
  leftOutOfRankings: tableOf(Type.Array(LeftOut)),
  populations: tableOf(Population),
  leftOut: Type.Array(closed({ id: text, errors: Type.Array(DataProblem) })),
  warnings: Type.Array(DataProblem),
  sha256: nullable(
    Sha256,
    'of all results and rankings in canonical form (RFC 8785); null where any of them is withheld',
  ),
  restricted: Type.Optional(Restricted),
  explanations: Type.Optional(Type.Array(Explanation)),
  receipt: Type.Optional(Receipt),
})

const counts = tableOf(Type.Integer())

/** A line of the answer to a stream: its head, a body, a place, or its end. */
export const StreamLine = Type.Union([
  closed({
    ...head,
    data: closed({}),
    restricted: Type.Optional(Restricted),
  }),
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
    value,
  }),
  closed({
    end: Type.Literal(true),
    bodies: Type.Integer(),
    scored: Type.Integer(),
    notScored: Type.Integer(),
    notApplicable: Type.Integer(),
    restricted: Type.Optional(Type.Integer()),
    errors: Type.Integer(),
    otherYears: Type.Optional(Type.Integer()),
    leftOutOfRankings: tableOf(counts),
    warnings: counts,
    sha256: Sha256,
  }),
])
