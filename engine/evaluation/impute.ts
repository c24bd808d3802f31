/** The value that a step puts where one is missing, and the words for how. */
import { mean } from '../functions/mean.js'
import { median } from '../functions/median.js'
import type { DistributionNode } from '../methodology/methodology.js'
import type { Imputation, StepNode } from '../methodology/steps.js'
import type { MissingReason } from '../missing-reason.js'
import type { Fault, Numeric } from '../number/numeric.js'
import {
  isPresent,
  missing,
  type MissingValue,
  type NotApplicableValue,
  type Value,
} from '../value.js'
import { distributionOf } from './distribution.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'
import { outcome } from './outcome.js'
import type { Row } from './row.js'

export interface Imputed {
  readonly value: Value
  /** `mean of 12 bodies`; what was tried where the value stays missing. */
  readonly words: string
}

/** Reasons for which nobody knows whether there should be a value at all. */
const OPEN: ReadonlySet<MissingReason> = new Set<MissingReason>([
  'SCREENED_OUT',
  'RULE_UNDECIDED',
  'MEMBERSHIP_UNDECIDED',
  'VARIANT_UNDECIDED',
])

/** False for what must stay missing: a body that was screened out, an undecided exclusion. */
export function isImputable(value: MissingValue): boolean {
  return !OPEN.has(value.reason) && value.because.every(isImputable)
}

/** @param absent - the value that is missing */
export function imputeValue(
  absent: MissingValue | NotApplicableValue,
  imputation: Imputation,
  node: StepNode,
  row: Row,
): Imputed {
  if (absent.kind === 'not-applicable' || !isImputable(absent)) {
    return { value: absent, words: 'not imputed' }
  }
  const frame: Frame = { row, node: node.name }
  const { value, words } = byMethod(imputation, frame)
  if (isPresent(value)) return { value, words }
  const causes = value.kind === 'missing' ? [value, absent] : [absent]
  const at = { column: node.name, row: null }
  return {
    value: missing('NOTHING_TO_IMPUTE_FROM', { at, because: causes }),
    words,
  }
}

function byMethod(imputation: Imputation, frame: Frame): Imputed {
  switch (imputation.kind) {
    case 'mean':
    case 'median': {
      const found = distributionOf(frame.row, imputation.among)
      const { kind } = imputation
      if (found.kind === 'missing') {
        return { value: found.missing, words: `${kind} of the bodies` }
      }
      const { sorted } = found
      return {
        value: outcome(middle(sorted, kind), frame),
        words: `${kind} of ${bodiesWords(sorted.length, imputation.among)}`,
      }
    }
    case 'previous-year': {
      const tried = imputation.years.map((expression) =>
        evaluateExpression(expression, frame),
      )
      const index = tried.findIndex(isPresent)
      const years = index < 0 ? tried.length : index + 1
      const words =
        years === 1
          ? 'value of the year before'
          : `value of ${years} years before`
      return { value: tried[index] ?? tried[0] ?? missing('NOT_GIVEN'), words }
    }
    case 'value':
      return {
        value: evaluateExpression(imputation.expression, frame),
        words: `by the formula ${imputation.formula}`,
      }
  }
}

/** `12 bodies`, `1 body of central`. */
export function bodiesWords(n: number, { among }: DistributionNode): string {
  const whose = among ? ` of ${among.population}` : ''
  return `${n} ${n === 1 ? 'body' : 'bodies'}${whose}`
}

function middle(
  sorted: readonly Numeric[],
  kind: 'mean' | 'median',
): Numeric | Fault | MissingReason {
  if (sorted.length === 0) return 'NO_BODY_WITH_VALUE'
  const known = middles[kind].get(sorted)
  if (known !== undefined) return known
  const made = (kind === 'mean' ? mean : median).compute([sorted], [])
  middles[kind].set(sorted, made)
  return made
}

/** Once for an indicator and population, and not for each body. */
const middles = {
  mean: new WeakMap<readonly Numeric[], ReturnType<typeof mean.compute>>(),
  median: new WeakMap<readonly Numeric[], ReturnType<typeof mean.compute>>(),
}
