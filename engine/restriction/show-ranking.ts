/** Places, and who is left out of rankings and populations, without what is withheld. */
import type {
  Methodology,
  PopulationNode,
  RankingNode,
} from '../methodology/methodology.js'
import type {
  LeftOutResult,
  PlaceResult,
  PopulationResult,
} from '../result/score-result.js'
import { restrictionOf } from './restriction.js'
import { WITHHELD_REASON } from './show-body.js'
import type { ShownPlace } from './shown-result.js'

/** A released ranking shows its places, and the figures and groups that are shown besides. */
export function showPlaces(
  places: readonly PlaceResult[],
  { output, among }: RankingNode,
  methodology: Methodology,
): readonly ShownPlace[] {
  const { hidesFigure } = restrictionOf(methodology)
  const isFigureHidden = hidesFigure(output)
  const isGroupHidden = areGroupsHidden(among, methodology)
  return places.map(({ place, group, id, value }) => ({
    place,
    ...(group && !isGroupHidden ? { group } : {}),
    id,
    value: isFigureHidden ? null : value,
  }))
}

/** Who is left out, and why where nothing restricted stands behind it. */
export function showLeftOut(
  leftOut: readonly LeftOutResult[],
  node: RankingNode | PopulationNode,
  methodology: Methodology,
): readonly LeftOutResult[] {
  if (!restrictionOf(methodology).touches(node)) return leftOut
  const why = { reason: WITHHELD_REASON, rule: null, citation: null }
  return leftOut.map(({ id }) => ({ id, ...why }))
}

export function showPopulation(
  { bodies, groups, leftOut }: PopulationResult,
  node: PopulationNode,
  methodology: Methodology,
): PopulationResult {
  return {
    bodies,
    ...(groups && !areGroupsHidden(node, methodology) ? { groups } : {}),
    leftOut: showLeftOut(leftOut, node, methodology),
  }
}

function areGroupsHidden(
  node: PopulationNode | null,
  methodology: Methodology,
): boolean {
  const { hides } = restrictionOf(methodology)
  return node !== null && node.by.some(hides)
}
