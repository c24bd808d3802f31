/** What the children of a criterion make, as column code, and what missing and excluded ones do to it. */
import type { AggregateMaker } from '../../methodology/methodology.js'
import { isNothing } from '../bounds/terms.js'
import type { Code } from '../code/code.js'
import { childParts, type LoweredChild } from './child-parts.js'
import { combineChildren } from './combine-children.js'
import { tooFew } from './enough-children.js'
import type { LoweringFrame } from './lower-expression.js'
import type { Lowered } from './lowered.js'
import { NotLowered, type Lowering } from './lowering.js'
import { screenedByChildren } from './screened-out.js'

/** Something that children which are not there decide for the whole. */
interface Decision {
  /** 1 where it is made, never absent. */
  readonly test: Code
  readonly gives: 'missing' | 'not-applicable' | 'zero'
  /** True where the combination is absent as well, unless a later decision gives a number. */
  readonly isImplied: boolean
}

/** @throws NotLowered where it cannot be told whether a child was screened out */
export function lowerChildren(
  maker: AggregateMaker,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  if (maker.scale && mayCountZero(maker)) {
    throw new NotLowered('levels have no zero')
  }
  const children = childParts(maker, frame)
  let value = combineChildren(children, maker, lowering)
  let notApplicable = code.number(0)
  let isImpliedAbsent = true
  const decide = ({ test, gives, isImplied }: Decision) => {
    if (isNothing(test)) return
    notApplicable =
      gives === 'not-applicable'
        ? code.either(test, notApplicable)
        : code.both(code.opposite(test), notApplicable)
    if (gives === 'zero') isImpliedAbsent = false
    else if (isImplied && isImpliedAbsent) return
    const instead = code.number(gives === 'zero' ? 0 : NaN)
    value = code.select(test, instead, value)
  }
  const decisions = decisionsOf(children, maker, lowering)
  for (const decision of decisions.toReversed()) decide(decision)
  // A body with too little data is not scored, whatever a missing child does.
  const isImplied = isLostImplied(children, maker)
  const mayBeZero = decisions.some(
    ({ gives, test }) => gives === 'zero' && !isNothing(test),
  )
  if (!isImplied || mayBeZero || !isNothing(notApplicable)) {
    const test = screenedByChildren(maker, frame)
    decide({ test, gives: 'missing', isImplied })
  }
  return unlessWeightsLack({ value, notApplicable }, children, lowering)
}

/** In the order in which they are asked. */
function decisionsOf(
  children: readonly LoweredChild[],
  maker: AggregateMaker,
  lowering: Lowering,
): readonly Decision[] {
  const { code } = lowering
  const any = (test: (child: LoweredChild) => Code) =>
    children.reduce<Code>(
      (so, each) => code.either(so, test(each)),
      code.number(0),
    )
  const isLost = any((each) => each.isMissing)
  const isExcluded = any((each) => each.isExcluded)
  const isNone = code.opposite(any((each) => each.isThere))
  const { excluded, lost } = wordsOf(maker)
  const isImplied = isLostImplied(children, maker)
  return [
    {
      test:
        excluded === 'used'
          ? code.both(isNone, code.opposite(isLost))
          : isExcluded,
      gives: excluded === 'used' ? 'not-applicable' : excluded,
      isImplied: excluded !== 'used' && isStrict(children, maker),
    },
    {
      test: code.both(isNone, isLost),
      gives: maker.allMissing === 'node-missing' ? 'missing' : 'zero',
      isImplied,
    },
    {
      test: tooFew(children, maker.atLeast, lowering),
      gives: 'missing',
      isImplied: false,
    },
    ...(lost === 'used' ? [] : [{ test: isLost, gives: lost, isImplied }]),
  ]
}

function mayCountZero(maker: AggregateMaker): boolean {
  const { missingChild, excludedChild, allMissing } = maker
  return [missingChild, excludedChild, allMissing].some((word) =>
    word.endsWith('zero'),
  )
}

/** What the words say that children which are not there decide; `used` where nothing. */
function wordsOf({ missingChild, excludedChild }: AggregateMaker) {
  return { lost: DECIDES[missingChild], excluded: DECIDES[excludedChild] }
}

const DECIDES = {
  'share-weights': 'used',
  'count-as-zero': 'used',
  'node-missing': 'missing',
  'node-zero': 'zero',
  'no-total': 'not-applicable',
} as const

/** True where a missing child leaves the combination absent as well. */
function isLostImplied(
  children: readonly LoweredChild[],
  maker: AggregateMaker,
): boolean {
  return wordsOf(maker).lost !== 'used' && isStrict(children, maker)
}

/** False where what is picked from children may pass by one that is not there. */
function isStrict(
  children: readonly LoweredChild[],
  { aggregation }: AggregateMaker,
): boolean {
  return (
    !['min', 'max', 'median', 'only'].includes(aggregation) ||
    children.every(({ isLeftOut }) => isNothing(isLeftOut))
  )
}

/** A weight that is absent and cannot be done without goes before everything else. */
function unlessWeightsLack(
  { value, notApplicable }: Lowered,
  children: readonly LoweredChild[],
  { code }: Lowering,
): Lowered {
  const zero = code.number(0)
  const lacks = children.reduce<Code>(
    (so, { lacksWeight }) => code.either(so, lacksWeight),
    zero,
  )
  const isOfWeight = children.reduce<Code>(
    (so, { isWeightNotApplicable }) => code.either(so, isWeightNotApplicable),
    zero,
  )
  return {
    value: code.select(lacks, code.number(NaN), value),
    notApplicable: code.either(
      isOfWeight,
      code.both(code.opposite(lacks), notApplicable),
    ),
  }
}
