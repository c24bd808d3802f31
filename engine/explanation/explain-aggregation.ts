/**
 * How a criterion is made of its children, as figures: what each weighs in this
 * body, and what it brings to a mean or a sum.
 */
import type { Stage } from '../evaluation/evaluate-criterion.js'
import type { Row } from '../evaluation/row.js'
import type { AggregateMaker } from '../methodology/methodology.js'
import {
  add,
  divide,
  isFault,
  multiply,
  ZERO,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { decimalText } from '../number/text.js'
import type { ExplainedAggregation } from './explanation.js'
import { isPresent } from '../value.js'
import { keyOf } from './operand-key.js'

type Computed = Extract<Stage, { kind: 'computed' }>
type Part = Computed['parts'][number]

/** Kinds that divide by the weights of the children that count. */
const MEANS: readonly AggregateMaker['aggregation'][] = [
  'arithmetic',
  'geometric',
  'harmonic',
]

/**
 * - share: w / sum(w) over the children that count; null where nothing is divided by
 *   weights, or nothing came of it
 * - contribution: x * share of an arithmetic mean; x * w of a sum, scaled up by
 *   sum(all w) / sum(w) where weights of missing children are shared out.
 *   Together they are the value. null where the value is no number, and in
 *   every other kind, of which no child has a part of its own
 */
export function explainAggregation(
  maker: AggregateMaker,
  { parts, value }: Computed,
  row: Row,
): ExplainedAggregation {
  const counted = parts.filter(({ role }) => isCounted(role))
  const used = sumOf(counted)
  const all = sumOf(parts)
  const isMean = MEANS.includes(maker.aggregation)
  return {
    kind: maker.aggregation,
    parts: parts.map((part) => {
      const { node, weight, role } = part
      const counts = isCounted(role)
      const share =
        counts && isMean && isPresent(value) ? divideBy(weight, used) : null
      const contribution =
        counts && value.kind === 'number'
          ? contributionOf(part, maker, used, all)
          : null
      return {
        key: keyOf({ kind: 'column', column: node, row }),
        weight: maker.weighted ? decimalText(weight) : null,
        share: textOf(share),
        role,
        contribution: textOf(contribution),
      }
    }),
  }
}

function contributionOf(
  { value, weight, role }: Part,
  { aggregation, scale }: AggregateMaker,
  used: Numeric | Fault,
  all: Numeric | Fault,
): Numeric | Fault | null {
  if (scale || (aggregation !== 'arithmetic' && aggregation !== 'sum'))
    return null
  if (role === 'zero') return ZERO
  if (value.kind !== 'number') return null
  const weighed = multiply(value.number, weight)
  if (isFault(weighed) || aggregation === 'arithmetic')
    return divideBy(weighed, used)
  const whole = isFault(all) ? all : multiply(weighed, all)
  return divideBy(whole, used)
}

function isCounted(role: Part['role']): boolean {
  return role === 'used' || role === 'zero'
}

function sumOf(parts: readonly Part[]): Numeric | Fault {
  return parts.reduce<Numeric | Fault>(
    (total, { weight }) => (isFault(total) ? total : add(total, weight)),
    ZERO,
  )
}

function divideBy(a: Numeric | Fault, b: Numeric | Fault): Numeric | Fault {
  if (isFault(a)) return a
  return isFault(b) ? b : divide(a, b)
}

function textOf(number: Numeric | Fault | null): string | null {
  return number === null || isFault(number) ? null : decimalText(number)
}
