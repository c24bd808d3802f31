/**
 * A small methodology with every kind of node behind restricted inputs, and data
 * whose restricted cells are found wherever they are written.
 */
import { methodology } from '../../helpers/methodology.js'
import type { Body } from '../../helpers/score.js'

/** 15 digits that nothing else has. */
export const SECRETS = {
  income: ['731946285013579', '731946285013588', '731946285013597'],
  share: ['0.58172639405162', '0.58172639405188', '0.58172639405113'],
  kind: 'zhasyryn-sanat',
  name: 'Qupiya-Meken-7719',
  before: '648201957364821',
} as const

export function restrictedRules(more = '', released = ''): string {
  return `
${released}
    inputs:
      income: { type: number, restricted: true }
      kind: { type: level, values: [ashyq, ${SECRETS.kind}], restricted: true }
      place: { type: text, restricted: true, missing: allowed }
      open: { type: number }
      goals:
        weight: { type: number }
        share: { type: number, restricted: true, bounds: { least: 0, most: 1 } }
    populations:
      peers: { by: kind }
    computed:
      double: { formula: income * 2 }
      shifted: { formula: income - open }
      copy: { formula: previous(income) }
      goals.part: { formula: share * weight }
      parts: { formula: sum(goals.part) }
      plain: { formula: open + 1 }
      standing: { formula: rank(income) }
    indicators:
      wealth: { under: total, restricted: true, normalise: { kind: min-max } }
      health: { under: total, normalise: { kind: goalposts, from: 0, to: 100 } }
    criteria:
      total:
        aggregate: arithmetic
        missing_child: share-weights
      visible: { formula: health * 2 }
    total: total
    outputs: [total, visible, double, shifted, copy, parts, plain, W]
    deductions:
      W: { }
    rules:
      rich: { when: income > 5, deduct: { points: income / 10, into: W } }
      secret: { when: 'kind == "${SECRETS.kind}"', flag: {} }
      known: { when: open > 1, flag: {} }
      away: { when: 'income < 0', exclude: { criterion: health } }
    rankings:
      total: { by: total, better: more }
      plain: { by: plain, better: more }
${more}`
}

export function restrictedMethodology(released = '') {
  return methodology(restrictedRules('', released))
}

export const BODIES: readonly Body[] = SECRETS.income.map((income, index) => ({
  id: `b${index + 1}`,
  name: `Body ${index + 1}`,
  income,
  kind: index === 0 ? SECRETS.kind : 'ashyq',
  place: SECRETS.name,
  open: index + 2,
  wealth: `${income}.5`,
  health: 40 + index,
  goals: [{ id: 'g1', weight: 2, share: SECRETS.share[index] ?? '' }],
}))
