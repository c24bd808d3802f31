/**
 * Weighted means, sums, products and extremes of the children of one row, as
 * column code. Formulas as in OECD/EU/JRC (2008), Handbook on Constructing
 * Composite Indicators, pp. 33 and 102-105, doi:10.1787/9789264043466-en.
 */
import type { AggregateMaker } from '../../methodology/methodology.js'
import { isNothing } from '../bounds/terms.js'
import type { Code } from '../code/code.js'
import {
  countedWeight,
  countOf,
  standIn,
  sumOfAll,
  sumOfCounted,
  totalOf,
} from './child-terms.js'
import type { LoweredChild } from './child-parts.js'
import { geometricMean } from './geometric-mean.js'
import { levelAt } from './lower-scale.js'
import type { Lowering } from './lowering.js'
import { middleOf } from './middle.js'

/**
 * Absent where a child decides by its absence, where a weight of zero or a
 * number without a result leaves none; says nothing of words that decide before.
 */
export function combineChildren(
  children: readonly LoweredChild[],
  maker: AggregateMaker,
  lowering: Lowering,
): Code {
  const { code } = lowering
  const values = (nothing: number) =>
    children.map((child) => standIn(child, maker, nothing, lowering))
  switch (maker.aggregation) {
    case 'arithmetic': {
      const weights = sumOfCounted(children, lowering)
      return code.operation('divide', weighted(values(0)), weights)
    }
    case 'geometric':
      return geometricMean(children, values(1), lowering)
    case 'harmonic': {
      const parts = values(1).map((value, index) => {
        const child = children[index]
        const weight = child ? countedWeight(child, lowering) : code.number(0)
        return code.operation('divide', weight, value)
      })
      const weights = sumOfCounted(children, lowering)
      return code.operation('divide', weights, totalOf(parts, lowering))
    }
    case 'sum':
      return scaledUp(weighted(values(0)), children, lowering)
    case 'product':
      return values(1).reduce((so, next) =>
        code.operation('multiply', so, next),
      )
    default:
      return byOrder(children, maker, values(NaN), lowering)
  }

  function weighted(numbers: readonly Code[]): Code {
    const parts = numbers.map((number, index) =>
      code.operation(
        'multiply',
        children[index]?.weight ?? code.number(0),
        number,
      ),
    )
    return totalOf(parts, lowering)
  }
}

/** A sum of some counts for all: times sum(all weights) / sum(weights used). */
function scaledUp(
  total: Code,
  children: readonly LoweredChild[],
  lowering: Lowering,
): Code {
  const { code } = lowering
  const isShort = children.reduce<Code>((so, { weight, isLeftOut }) => {
    const isNothing = code.operation('equal', weight, code.number(0))
    const hasWeight =
      weight.kind === 'number'
        ? code.number(weight.value === 0 ? 0 : 1)
        : code.opposite(isNothing)
    return code.either(so, code.both(isLeftOut, hasWeight))
  }, code.number(0))
  if (isNothing(isShort)) return total
  const scale = code.operation(
    'divide',
    sumOfAll(children, lowering),
    sumOfCounted(children, lowering),
  )
  return code.select(isShort, code.operation('multiply', total, scale), total)
}

/** Extremes and the middle, of numbers or of the places of levels, which become words again. */
function byOrder(
  children: readonly LoweredChild[],
  { aggregation, scale }: AggregateMaker,
  values: readonly Code[],
  lowering: Lowering,
): Code {
  const made = chosen(children, aggregation, values, scale !== null, lowering)
  return scale ? levelAt(made, scale, lowering) : made
}

function chosen(
  children: readonly LoweredChild[],
  aggregation: AggregateMaker['aggregation'],
  values: readonly Code[],
  areLevels: boolean,
  lowering: Lowering,
): Code {
  const { code } = lowering
  if (aggregation === 'median') {
    const counted = children.map(({ isLeftOut }) => code.opposite(isLeftOut))
    const count = countOf(counted, lowering)
    return middleOf(values, count, areLevels, lowering)
  }
  const isNeverLeftOut = children.every(({ isLeftOut }) => isNothing(isLeftOut))
  return values.reduce((so, next) => {
    const either = code.operation('first-present', so, next)
    if (aggregation === 'only') return either
    const name = aggregation === 'min' ? 'min' : 'max'
    const both = code.operation(name, so, next)
    if (isNeverLeftOut) return both
    return code.operation('first-present', both, either)
  })
}
