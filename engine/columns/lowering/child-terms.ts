/** What children that are not there stand for in a sum or product, and the weights of those that are. */
import type { AggregateMaker } from '../../methodology/methodology.js'
import { add, isFault, ZERO, type Numeric } from '../../number/numeric.js'
import { isNothing } from '../bounds/terms.js'
import type { Code } from '../code/code.js'
import type { LoweredChild } from './child-parts.js'
import type { Lowering } from './lowering.js'

type Words = Pick<AggregateMaker, 'missingChild' | 'excludedChild'>

/**
 * The value, or what stands for it: nothing where the weights are shared, 0 where
 * it counts as zero; absent where the child decides about the whole.
 *
 * @param nothing - what leaves the others as they are: 0 in a sum, 1 in a product
 */
export function standIn(
  { value, isExcluded }: LoweredChild,
  { missingChild, excludedChild }: Words,
  nothing: number,
  { code }: Lowering,
): Code {
  const standsFor = (word: AggregateMaker['excludedChild']) => {
    if (word === 'share-weights') return code.number(nothing)
    return code.number(word === 'count-as-zero' ? 0 : NaN)
  }
  const absent = code.select(
    isExcluded,
    standsFor(excludedChild),
    standsFor(missingChild),
  )
  return code.operation('first-present', value, absent)
}

/** The weight with which the child counts: 0 where the others share it. */
export function countedWeight(
  { weight, isLeftOut }: LoweredChild,
  { code }: Lowering,
): Code {
  return code.operation('multiply', weight, code.opposite(isLeftOut))
}

/** The weights of all children together, whether they are there or not. */
export function sumOfAll(
  children: readonly LoweredChild[],
  lowering: Lowering,
): Code {
  return sumOf(
    children,
    ({ weight }) => weight,
    () => true,
    lowering,
  )
}

/** The weights of those that count together. */
export function sumOfCounted(
  children: readonly LoweredChild[],
  lowering: Lowering,
): Code {
  return sumOf(
    children,
    (child) => countedWeight(child, lowering),
    ({ isLeftOut }) => isNothing(isLeftOut),
    lowering,
  )
}

/** The weights of all children together, where they all count with a weight that never changes; else null. */
export function constantSum(children: readonly LoweredChild[]): Numeric | null {
  let sum: Numeric = ZERO
  for (const { constantWeight, isLeftOut } of children) {
    if (!constantWeight || !isNothing(isLeftOut)) return null
    const more = add(sum, constantWeight)
    if (isFault(more)) return null
    sum = more
  }
  return sum
}

/** What is certain beforehand is added exactly and becomes one number. */
function sumOf(
  children: readonly LoweredChild[],
  weightOf: (child: LoweredChild) => Code,
  isCertain: (child: LoweredChild) => boolean,
  lowering: Lowering,
): Code {
  let fixed: Numeric = ZERO
  const varying: Code[] = []
  for (const child of children) {
    const { constantWeight } = child
    const sum =
      constantWeight && isCertain(child) ? add(fixed, constantWeight) : null
    if (sum === null || isFault(sum)) varying.push(weightOf(child))
    else fixed = sum
  }
  return totalOf([lowering.number(fixed), ...varying], lowering)
}

export function totalOf(
  [first, ...rest]: readonly Code[],
  { code }: Lowering,
): Code {
  return rest.reduce(
    (so, next) => code.operation('add', so, next),
    first ?? code.number(0),
  )
}

/** How many of the values are 1. */
export function countOf(flags: readonly Code[], lowering: Lowering): Code {
  const { code } = lowering
  const open = flags.filter((flag) => flag.kind !== 'number')
  const certain = flags.filter(
    (flag) => flag.kind === 'number' && flag.value === 1,
  )
  return totalOf([...open, code.number(certain.length)], lowering)
}
