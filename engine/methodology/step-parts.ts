/** What the steps of all kinds read: the figures before them, formulas, shares. */
import { NUMBER, type Expression } from '../expression/expression.js'
import type { Scope } from '../expression/scope.js'
import { compare, integer, ONE, ZERO, type Numeric } from '../number/numeric.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { DistributionNode, PopulationNode } from './methodology.js'
import type { SteppedColumn } from './steps.js'
import { show } from './structure.js'

/** The figures of all bodies before the step. */
export function figuresOf(
  draft: Draft,
  column: SteppedColumn,
  entry: Entry,
  among: PopulationNode | null,
): DistributionNode {
  const of: Expression = { kind: 'column', column, text: column.name }
  return draft.distribution(of, column.name, entry.at, among)
}

/** A formula on the body that gives a number; null where it has a mistake. */
export function numberFormula(
  draft: Draft,
  entry: Entry,
  key: string,
  options: Partial<Scope>,
): Expression | null {
  const level = options.level ?? draft.bodies
  const checked = draft.formula(entry, key, level, options)
  if (!checked || checked.type.kind === NUMBER.kind) {
    return checked?.expression ?? null
  }
  draft.report('TYPE_MISMATCH', entry.path(key), {
    part: entry.text(key) ?? '',
    words: 'the value of an indicator is a number',
  })
  return null
}

/** A share of 0..1; null where it is none, which has been reported. */
export function shareOf(
  draft: Draft,
  entry: Entry,
  key: string,
): Numeric | null {
  const share = entry.fraction(key)
  const isShare =
    share !== null && compare(share, ZERO) >= 0 && compare(share, ONE) <= 0
  if (isShare) return share
  if (!draft.isRefused(entry.path(key))) {
    const isPercent = share !== null && compare(share, integer(100)) <= 0
    const mend = isPercent ? ' (65 of 100 is 0.65)' : ''
    draft.report('WRONG_TYPE', entry.path(key), {
      received: show(entry.text(key)),
      expected: `a share from 0 to 1${mend}`,
    })
  }
  return null
}

/** Read for the first indicator, and the same for all. */
export function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => (known ??= { value: read() }).value
}
