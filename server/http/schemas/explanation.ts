/** Why a figure is what it is, as `olshem explain --json` prints it (`Explanation` of the engine). */
import { Type } from 'typebox'

import {
  closed,
  nullable,
  oneOf,
  Sha256,
  tableOf,
  Year,
  named,
} from './parts.js'

const text = Type.String()
const textOrNull = nullable(Type.String())
const mark = nullable(oneOf(['given', 'reconstructed']))

export const Title = named('Title', {
  en: Type.Optional(text),
  kk: Type.Optional(text),
  ru: Type.Optional(text),
})

const Value = closed({
  state: oneOf(['present', 'missing', 'not-applicable', 'restricted']),
  text: textOrNull,
  reason: textOrNull,
})

const alternatives = Type.Array(
  closed({ formula: textOrNull, setting: textOrNull, note: text }),
)

const Rule = closed({
  rule: text,
  instances: nullable(Type.Integer()),
  title: Title,
  state: oneOf(['fired', 'not-fired', 'undecided']),
  event: text,
  citation: text,
  mark,
  facts: Type.Array(closed({ condition: text, received: text, holds: text })),
  points: textOrNull,
  pointsBeforeCap: textOrNull,
  caps: Type.Array(text),
  limit: textOrNull,
  bound: nullable(Type.Boolean()),
})

const Cap = closed({
  cap: text,
  atMost: text,
  over: oneOf(['group', 'all']),
  citation: text,
  mark,
  note: textOrNull,
  alternatives,
})

const Aggregation = closed({
  kind: text,
  parts: Type.Array(
    closed({
      key: text,
      weight: textOrNull,
      share: textOrNull,
      role: oneOf(['used', 'left-out', 'zero', 'decides']),
      contribution: textOrNull,
    }),
  ),
})

const Figure = closed({
  key: text,
  kind: text,
  title: Title,
  unit: textOrNull,
  value: Value,
  formula: textOrNull,
  substituted: textOrNull,
  citation: textOrNull,
  mark,
  note: textOrNull,
  alternatives,
  steps: Type.Array(
    closed({
      step: text,
      words: text,
      value: Value,
      with: Type.Optional(tableOf(text)),
    }),
  ),
  aggregation: nullable(Aggregation),
  skipped: Type.Array(closed({ row: text, reason: text })),
  rules: Type.Array(Rule),
  caps: Type.Array(Cap),
  bodies: nullable(Type.Integer()),
  population: nullable(closed({ name: text, group: nullable(tableOf(text)) })),
  operands: Type.Array(text),
  source: nullable(
    closed({
      file: text,
      line: nullable(Type.Integer()),
      path: textOrNull,
      column: text,
      says: textOrNull,
    }),
  ),
  run: nullable(
    closed({
      methodology: text,
      version: text,
      year: Year,
      sha256: nullable(Sha256),
    }),
  ),
})

export const Explanation = named('Explanation', {
  methodology: closed({ id: text, version: text }),
  year: Year,
  body: closed({
    id: text,
    name: textOrNull,
    joined: Type.Array(
      closed({ id: text, name: textOrNull, ended: text, citation: text }),
    ),
  }),
  of: text,
  figures: Type.Array(Figure),
})
