/** Figures that have one row for each group, as the bodies see them. */
import type { PopulationNode } from '../../methodology/methodology.js'
import type { Lowered } from './lowered.js'
import { isTrue } from './lower-membership.js'
import type { MethodologyLowering } from './methodology-lowering.js'

/**
 * The figure of the body's own group. A body in no group has none: it is missing,
 * or not applicable as that is by which the groups are made.
 *
 * @param figure - stored; of a population without groups it is seen as it is
 */
export function seenByBodies(
  figure: Lowered,
  among: PopulationNode | null,
  lowering: MethodologyLowering,
): Lowered {
  const { code, store, bodies } = lowering
  const group = lowering.groupOf(among)
  if (!group) return figure
  const columns = store.columnsOf(figure)
  if (!columns) throw new TypeError('Figures of groups are stored')
  const { value, notApplicable } = columns
  const ofFigure = notApplicable
    ? isTrue(code.cell(notApplicable, bodies), lowering)
    : code.number(0)
  const ofGroup = store.reading(group).notApplicable
  return {
    value: code.cell(value, bodies),
    notApplicable: code.either(ofGroup, ofFigure),
  }
}
