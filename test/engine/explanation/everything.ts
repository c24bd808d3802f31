/** A methodology with everything that an explanation shows, and bodies for it. */
import { methodology } from '../../helpers/methodology.js'
import { score, type ScoredBodies } from '../../helpers/score.js'

const RULES = methodology(`
  act: { number: "14", date: 2012-01-19 }
  parameters: { cap: { value: 5, unit: points, cite: "42", title: Limit of points } }
  inputs:
    late: { type: boolean, missing: allowed }
    facts: { type: number, default: 0, source: the register }
    small: { type: boolean, default: false }
    goals:
      plan: { type: number, missing: allowed }
      fact: { type: number, missing: allowed }
  indicators:
    a: { under: left, weight: 1/4, normalise: { kind: min-max, range: [0, 100] }, title: Alpha, unit: km }
    b: { under: left, weight: 3/4 }
    c: { under: total }
  computed:
    goals.done:
      formula: fact / plan
      cite: "24"
      mark: reconstructed
      note: rebuilt from the words
      alternatives: [{ formula: plan, note: the plan alone }]
  criteria:
    total:
      title: { en: Total, ru: Итог }
      unit: points
      aggregate: sum
      excluded_child: count-as-zero
      maximum: 60
      round: { digits: 1, mode: half-up }
      cite: { paragraph: "16", words: the sum of the parts }
      children:
        left: { aggregate: arithmetic, missing_child: share-weights, cite: "17" }
        goals_of_body: { formula: "count(goals) > 0 ? mean(goals.done) : 0", cite: "18" }
  deductions:
    W: { from: total, cite: "38", caps: { g: { at_most: cap, cite: "42", mark: given } } }
  rules:
    no_c: { when: { fact: a, operator: lessThan, value: { fact: b } }, exclude: { criterion: c }, cite: "22" }
    tiny: { when: small, exclude: { body: true }, cite: "3" }
    lateness: { when: late, deduct: { points: 1.5, into: W }, cite: "40" }
    unreliable: { when: { all: [{ fact: facts, operator: greaterThanInclusive, value: 3 }] }, deduct: { points: 0.2 * facts, into: W, cap: g }, cite: "41" }
  rankings: { main: { output: total } }`)

const BODIES = [
  {
    id: 'x',
    name: 'Body X',
    late: true,
    facts: 30,
    a: 5,
    b: 12,
    c: 1000,
    goals: [
      { id: 'g1', plan: 4, fact: 1 },
      { fact: 3 },
      { id: 'g3', plan: 2, fact: 1 },
    ],
  },
  { id: 'y', late: false, a: 9, b: 1, c: 2 },
  { id: 'undecided', a: 1, c: 2 },
  { id: 'gone', late: false, a: 1, b: 1, c: 2, small: true },
]

export function scoreEverything(): Promise<ScoredBodies> {
  return score(RULES, BODIES)
}
