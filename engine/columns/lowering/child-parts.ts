/** How the children of a criterion go into it, as column code: who is there, and with which weight. */
import type {
  AggregateMaker,
  CriterionNode,
} from '../../methodology/methodology.js'
import { ONE, type Numeric } from '../../number/numeric.js'
import type { Code } from '../code/code.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { scalePosition } from './lower-scale.js'
import { applicable, isMissing, type Lowered } from './lowered.js'

/** All of it but the value is never absent. */
export interface LoweredChild {
  readonly node: CriterionNode
  /** Of a level its place in the scale, 0 for the worst. */
  readonly value: Code
  readonly isThere: Code
  readonly isMissing: Code
  readonly isExcluded: Code
  /** 1 where the others share its weight. */
  readonly isLeftOut: Code
  /** 0 where the body has none. */
  readonly weight: Code
  /** The weight, where it is the same for all bodies and nothing changes it. */
  readonly constantWeight: Numeric | null
  /** 1 where the weight is absent and cannot be done without. */
  readonly lacksWeight: Code
  readonly isWeightNotApplicable: Code
}

export function childParts(
  maker: AggregateMaker,
  frame: LoweringFrame,
): readonly LoweredChild[] {
  const { lowering } = frame
  const { code } = lowering
  return maker.children.map((node, index): LoweredChild => {
    const lowered = lowering.read(node)
    const isThere = code.isPresent(lowered.value)
    const isExcluded = lowered.value.facts.mayBeAbsent
      ? lowered.notApplicable
      : code.number(0)
    const roles = {
      isThere,
      isMissing: isMissing(code, { ...lowered, notApplicable: isExcluded }),
      isExcluded,
    }
    const varied = variedWeight(node, isThere, frame)
    const constant = maker.weights[index] ?? ONE
    const weight = varied?.value ?? lowering.weight(node, constant)
    const isLacking = code.both(
      code.opposite(code.isPresent(weight)),
      needsWeight(roles, maker, frame),
    )
    return {
      node,
      ...roles,
      value: maker.scale
        ? scalePosition(lowered.value, maker.scale, lowering)
        : lowered.value,
      isLeftOut: leftOut(roles, maker, frame),
      weight: code.operation('first-present', weight, code.number(0)),
      constantWeight: weight.kind === 'number' && !varied ? constant : null,
      lacksWeight: isLacking,
      isWeightNotApplicable: varied
        ? code.both(isLacking, varied.notApplicable)
        : code.number(0),
    }
  })
}

type Roles = Pick<LoweredChild, 'isThere' | 'isMissing' | 'isExcluded'>

function leftOut(
  { isThere, isMissing: isLost, isExcluded }: Roles,
  { missingChild, excludedChild }: AggregateMaker,
  { lowering: { code } }: LoweringFrame,
): Code {
  const isLostShared = missingChild === 'share-weights'
  const isExcludedShared = excludedChild === 'share-weights'
  if (isLostShared && isExcludedShared) return code.opposite(isThere)
  if (isLostShared) return isLost
  return isExcludedShared ? isExcluded : code.number(0)
}

/** The weight of this body and year; null where it is the same for all. */
function variedWeight(
  { weightBy }: CriterionNode,
  isThere: Code,
  frame: LoweringFrame,
): Lowered | null {
  if (!weightBy) return null
  const { code } = frame.lowering
  const weight = lowerExpression(weightBy, frame)
  if (weightBy.kind === 'parameter') {
    return weightBy.parameter.varies ? weight : null
  }
  // Nobody has this indicator, so that neither it nor its weight goes in anywhere.
  const isNobodys = code.both(
    code.opposite(code.isPresent(weight.value)),
    code.opposite(isThere),
  )
  const zero = code.number(0)
  const isNegative = code.operation('less', weight.value, zero)
  const checked =
    weight.value.facts.low >= 0
      ? weight.value
      : code.select(isNegative, code.number(NaN), weight.value)
  return {
    ...applicable(code, code.select(isNobodys, zero, checked)),
    notApplicable: weight.notApplicable,
  }
}

/**
 * An indicator that an exclusion took away needs no weight: there may be none
 * in the years without it. A sum is scaled up by the weights of missing ones.
 */
function needsWeight(
  { isThere, isMissing: isLost, isExcluded }: Roles,
  { missingChild, excludedChild, aggregation }: AggregateMaker,
  { lowering: { code } }: LoweringFrame,
): Code {
  const isLostNeeded =
    missingChild === 'count-as-zero' ||
    (missingChild === 'share-weights' && aggregation === 'sum')
  return [
    ...(isLostNeeded ? [isLost] : []),
    ...(excludedChild === 'count-as-zero' ? [isExcluded] : []),
  ].reduce((so, each) => code.either(so, each), isThere)
}
