/** Sections that the published files do not use, with one of each of their keys. */
export const FURTHER_SECTIONS = `format: 1
methodology: further
version: "1"
status: draft
act: { title: Act }
years: { from: 2020 }
total: total
register:
  id: offices
  in_force: { on: 12-31 }
  where: kind == "central"
  reorganised:
    - { ended: { from: 01-01, to: 06-30 }, then: joined-to-successor, cite: "53" }
    - { ended: { from: 07-01, to: 12-31 }, then: not-scored, cite: "54" }
inputs:
  kind: { type: level, values: [central, local], from: register }
  staff: { type: number, when_joined: add }
  plan: { type: number, from: { methodology: goals, output: A } }
parameters:
  cap: { by: kind, values: { central: 5, local: 1/4 }, cite: "1" }
  rate: { by: [kind, year], values: { central: { 2020-2021: 0.5, 2022-: 0.6 } }, cite: "1" }
scales:
  judgement: { order: worst-first, levels: [bad, good, excellent] }
  stars:
    order: worst-first
    cite: "7"
    levels:
      one: { title: One star, points: 1 }
      two: { at_least: 40, points: 2 }
      three: { above: 80, at_most: 100, points: 3 }
populations:
  central: { where: kind == "central", title: Central bodies, cite: "16" }
  peers: { by: [region, kind] }
tables:
  blocks: [goals, interaction]
  scopes:
    title: Scopes
    cite: "9"
    key: body
    columns: { body: text, outside: list, performance: boolean, points: { type: number, unit: points } }
    rows:
      - [prosecutor, [goals, orgdev], true, 0.10]
      - { body: bank, outside: [orgdev], points: 2 }
steps:
  - { name: per_head, of: [a, b], formula: x / people, cite: "2" }
  - { name: kept, screen: { of: per_head, at_least: 0.65 }, cite: "2" }
  - { name: filled, impute: { method: mean, among: peers }, cite: "2" }
  - { name: treated, winsorise: { skewness: 2, kurtosis: 3.5, most: 5, otherwise: ln(x - x_least + 1) }, cite: "2" }
  - { name: scaled, normalise: { kind: min-max, range: [0, 100] }, cite: "2" }
rules:
  limited: { when: a > 1, limit: { of: total, at_most: good, before: rounding }, cite: "3" }
  scope-$body: { each: { table: scopes, where: $performance == true }, when: id == $body, exclude: { criterion: $outside }, cite: "9, $body" }
rankings:
  places: { output: total, among: peers }
`
