/** Ministries of 2023: one joined in March, one ended in September, one without data. */
import { methodology } from '../../helpers/methodology.js'
import type { Body } from '../../helpers/score.js'

/** Paragraphs 53 and 54 of the System: first half of the assessed year, and second half. */
export const RULES = methodology(`
  act: { number: "954", date: 2010-03-19 }
  register:
    id: bodies
    in_force: { on: 12-31 }
    where: kind == "central"
    reorganised:
      - { ended: { from: 01-01, to: 06-30 }, then: joined-to-successor, cite: "53" }
      - { ended: { from: 07-01, to: 12-31 }, then: not-scored, cite: "54" }
  inputs:
    kind: { type: level, values: [central, local], from: register }
    staff: { type: number, when_joined: add }
    delay: { type: number, better: less, missing: allowed, when_joined: worst }
    head: { type: number, missing: allowed }
    goals:
      plan: { type: number, when_joined: append }
      fact: { type: number, missing: allowed }
  computed:
    goals.done: { formula: fact / plan }
    share: { formula: mean(goals.done) }
    population.most: { formula: max(bodies.staff) }
  indicators:
    x: { under: total, missing: allowed }
  criteria:
    total: { aggregate: sum }
  outputs: [total, share, staff, delay]
  total: total
  rankings:
    all: { output: total }
    local: { output: total, where: { fact: kind, operator: equal, value: local } }
`)

/** a was joined to b on 12 March 2023, c ended on 12 September. */
export const BODIES = `
  id,name_en,kind,valid_from,valid_to,successor
  a,Old ministry,central,,2023-03-12,b
  b,New ministry,central,2023-03-13,,
  c,Committee,central,,2023-09-12,d
  d,Agency,central,,,
  e,Bureau,central,2020-01-01,,
  gone,Gone,central,,2022-05-01,d
  region,Region,local,,,
`

export const DATA: readonly Body[] = [
  {
    id: 'b',
    x: 7,
    staff: 10,
    delay: 3,
    goals: [{ id: 'g1', plan: 4, fact: 2 }],
  },
  { id: 'd', x: 9, staff: 5, delay: 1, goals: [] },
]

export const OF_A: Body = {
  id: 'a',
  staff: 4,
  delay: 8,
  goals: [{ id: 'g1', plan: 5, fact: 5 }],
}
