/** Whether each body belongs to a named population, as column code. */
import type { PopulationNode } from '../../methodology/methodology.js'
import { lowerCondition } from './lower-condition.js'
import type { LoweringFrame } from './lower-expression.js'
import { exclusionBy } from './lower-membership.js'
import type { Lowered } from './lowered.js'

/** What keeps a body out decides, even beside something undecided. */
export function lowerPopulation(
  node: PopulationNode,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const holds = node.where ? lowerCondition(node.where, frame) : code.number(1)
  const isOutside = code.select(
    code.isPresent(holds),
    code.operation('not', holds),
    code.number(0),
  )
  const ofAll = exclusionBy(lowering.bodyExclusions, lowering)
  const ofThis = exclusionBy(node.exclusions, lowering)
  const isExcluded = code.either(ofAll.isExcluded, ofThis.isExcluded)
  const isOpen = code.either(ofAll.isUndecided, ofThis.isUndecided)
  const notApplicable = code.both(isExcluded, code.opposite(isOutside))
  const isAbsent = code.either(isExcluded, isOpen)
  const value = code.select(
    isOutside,
    code.number(0),
    code.select(isAbsent, code.number(NaN), holds),
  )
  return { value, notApplicable }
}
