/**
 * The weighted geometric mean of the children of one row as column code:
 * product(x^w) ^ (1 / sum(w)), 0 where a child is 0; none where one is negative.
 */
import { isNothing } from '../bounds/terms.js'
import {
  compare,
  divide,
  isFault,
  isZero,
  type Numeric,
} from '../../number/numeric.js'
import type { Code } from '../code/code.js'
import type { LoweredChild } from './child-parts.js'
import {
  constantSum,
  countedWeight,
  countOf,
  sumOfCounted,
  totalOf,
} from './child-terms.js'
import type { Lowering } from './lowering.js'

/** A product of more numbers may leave the range of doubles, and as many logarithms are cheaper. */
const MOST_FACTORS = 8

/** @param values - of the children, 1 where they are left out */
export function geometricMean(
  children: readonly LoweredChild[],
  values: readonly Code[],
  lowering: Lowering,
): Code {
  const { code } = lowering
  const none = code.number(NaN)
  const equal = equalWeight(children)
  if (equal && isZero(equal)) return none
  const count = countOf(
    children.map(({ isLeftOut }) => code.opposite(isLeftOut)),
    lowering,
  )
  if (values.length > MOST_FACTORS) {
    return byLogarithms(children, values, equal ? count : null, lowering)
  }
  const made = equal
    ? rootOf(productOf(values, lowering), count, lowering)
    : productOf(
        values.map((value, index) => {
          const share = shareOf(children[index], children, lowering)
          return code.operation('power', value, share)
        }),
        lowering,
      )
  const isNegative = values
    .filter(({ facts }) => facts.low < 0)
    .map((value) => code.operation('less', value, code.number(0)))
    .reduce<Code>((so, each) => code.operation('or', so, each), code.number(0))
  return code.select(isNegative, none, made)
}

/** The weight that all of them have, in every row; null where they differ. */
function equalWeight(children: readonly LoweredChild[]): Numeric | null {
  const first = children[0]?.constantWeight ?? null
  const areEqual = children.every(
    ({ constantWeight }) =>
      first && constantWeight && compare(constantWeight, first) === 0,
  )
  return areEqual ? first : null
}

function productOf(values: readonly Code[], { code }: Lowering): Code {
  return values.reduce((so, next) => code.operation('multiply', so, next))
}

function rootOf(product: Code, degree: Code, { code }: Lowering): Code {
  if (degree.kind === 'number') {
    if (degree.value === 1) return product
    if (degree.value === 2) return code.operation('square-root', product)
    if (degree.value === 3) return code.operation('cube-root', product)
  }
  const share = code.operation('divide', code.number(1), degree)
  return code.operation('power', product, share)
}

/** Its part of all weights that count. */
function shareOf(
  child: LoweredChild | undefined,
  children: readonly LoweredChild[],
  lowering: Lowering,
): Code {
  const { code } = lowering
  if (!child) return code.number(NaN)
  const all = isNothing(child.isLeftOut) ? constantSum(children) : null
  const share =
    all && child.constantWeight ? divide(child.constantWeight, all) : null
  if (share && !isFault(share)) return lowering.number(share)
  const own = countedWeight(child, lowering)
  return code.operation('divide', own, sumOfCounted(children, lowering))
}

/** @param count - of equal weights: how many count; null where the weights differ */
function byLogarithms(
  children: readonly LoweredChild[],
  values: readonly Code[],
  count: Code | null,
  lowering: Lowering,
): Code {
  const { code } = lowering
  const isZeroAt = values.map((value) =>
    value.facts.low > 0
      ? code.number(0)
      : code.operation('equal', value, code.number(0)),
  )
  const logarithms = values.map((value, index) => {
    const isZeroHere = isZeroAt[index] ?? code.number(0)
    const positive = code.select(isZeroHere, code.number(1), value)
    const logarithm = code.operation('natural-logarithm', positive)
    const child = children[index]
    return count || !child
      ? logarithm
      : code.operation('multiply', countedWeight(child, lowering), logarithm)
  })
  const mean = code.operation(
    'divide',
    totalOf(logarithms, lowering),
    count ?? sumOfCounted(children, lowering),
  )
  const made = code.operation('exponential', mean)
  const isAnyZero = isZeroAt.reduce<Code>((so, isZeroHere, index) => {
    const weight = children[index]?.weight ?? code.number(0)
    const isWeighted = code.operation(
      'not',
      code.operation('equal', weight, code.number(0)),
    )
    return code.operation(
      'or',
      so,
      weight.kind === 'number' && !isNothing(weight)
        ? isZeroHere
        : code.operation('and', isZeroHere, isWeighted),
    )
  }, code.number(0))
  // Where a child decides by its absence, the product with zero is absent as well.
  const zero = code.operation('multiply', made, code.number(0))
  return code.select(isAnyZero, zero, made)
}
