/**
 * A small methodology with every kind of node behind restricted inputs, and data
 * whose restricted cells are known wherever they are written.
 */
import { withHeader } from './methodology.js'
import type { Body } from './score.js'

const INCOME = ['731946285013579', '731946285013588', '731946285013597']
const SHARE = ['0.581726394051625', '0.581726394051883', '0.581726394051137']
const PREVIOUS = '648201957364821'
const SECRET_KIND = 'zhasyryn-sanat'
const SECRET_PLACE = 'Qupiya-Meken-7719'

/** What must not be found, in any usual form of writing: eight digits or letters of each. */
export const TRACES: readonly string[] = [
  ...['7319462', '7,319,462', '731 946', '731,946', '731946'],
  ...['5817263', '6482019', '648,201', '648 201'],
  // Doubled, added to one, and halved: 2 * income, income / 10, total.
  ...['14638925', '1,463,892', '365973142'],
  ...['asyryn', 'Qupiya'],
]

export function restrictedText(released = ''): string {
  return withHeader(`
    ${released}
    total: total
    outputs: [total, visible, double, copy, parts, plain, W]
    inputs:
      income: { type: number, restricted: true }
      kind: { type: level, values: [ashyq, ${SECRET_KIND}], restricted: true }
      place: { type: text, restricted: true, missing: allowed }
      open: { type: number }
      goals:
        weight: { type: number }
        share: { type: number, restricted: true, bounds: { least: 0, most: 1 } }
    checks:
      low_enough: { formula: income < 99, says: Income is high., otherwise: warning, cite: "1", mark: given }
    populations:
      peers: { by: kind }
    computed:
      double: { formula: income * 2 }
      copy: { formula: previous(income) }
      goals.part: { formula: share * weight }
      parts: { formula: sum(goals.part) }
      plain: { formula: open + 1 }
      standing: { formula: rank(income) }
    indicators:
      wealth: { under: total, restricted: true, normalise: { kind: min-max } }
      health: { under: total, missing: allowed, normalise: { kind: goalposts, from: 0, to: 100, cite: "1", mark: given } }
    criteria:
      total: { aggregate: arithmetic, missing_child: share-weights }
      visible: { formula: health * 2 }
    deductions:
      W: { title: Deductions }
    rules:
      rich: { when: income > 5, deduct: { points: income / 10, into: W } }
      secret: { when: 'kind == "${SECRET_KIND}"', flag: {} }
      known: { when: open > 1, flag: {} }
    rankings:
      total: { output: total, among: peers }
      plain: { output: plain }
  `)
}

export const RESTRICTED_BODIES: readonly Body[] = INCOME.map(
  (income, index) => ({
    id: `b${index + 1}`,
    name: `Body ${index + 1}`,
    income,
    kind: index === 0 ? SECRET_KIND : 'ashyq',
    place: SECRET_PLACE,
    open: index + 2,
    wealth: income,
    health: 40 + index,
    goals: [{ id: 'g1', weight: 2, share: SHARE[index] ?? '' }],
  }),
)

export const RESTRICTED_BEFORE: readonly Body[] = RESTRICTED_BODIES.map(
  (body) => ({ ...body, income: PREVIOUS }),
)

/** The traces that a text holds. */
export function tracesIn(text: string): readonly string[] {
  return TRACES.filter((trace) => text.includes(trace))
}
