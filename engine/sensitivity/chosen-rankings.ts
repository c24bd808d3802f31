/** The rankings whose places are drawn, and whether doubles can place them. */
import type {
  Methodology,
  Node,
  RankingNode,
} from '../methodology/methodology.js'
import { closest } from '../source/closest.js'
import { DrawsRefused } from './draws-refused.js'

/** @throws DrawsRefused where there is none, or none of a name */
export function chosenRankings(
  { id, version, rankings }: Methodology,
  names: readonly string[] | undefined,
): readonly RankingNode[] {
  if (rankings.length === 0) {
    throw new DrawsRefused(
      `${id}@${version} has no rankings, so that there are no places to compare.`,
    )
  }
  if (!names) return rankings
  return [...new Set(names)].map((name) => {
    const found = rankings.find(({ ranking }) => ranking === name)
    if (found) return found
    const known = rankings.map(({ ranking }) => ranking)
    const near = closest(name, known)
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`
    throw new DrawsRefused(
      `"${name}" is not a ranking of ${id}@${version}.${hint} It has: ${known.join(', ')}.`,
    )
  })
}

/**
 * A figure without column code is computed exactly, by the weights of the file:
 * draws cannot go through it.
 *
 * @throws DrawsRefused where weights reach such a figure of one of the rankings
 */
export function refuseExactNodes(
  rankings: readonly RankingNode[],
  exactNodes: ReadonlyMap<Node, string>,
  isReached: (node: Node) => boolean,
): void {
  const seen = new Set<Node>()
  const open: Node[] = [...rankings]
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    open.push(...node.reads)
    const why = exactNodes.get(node)
    if (why === undefined || !isReached(node)) continue
    throw new DrawsRefused(
      `"${node.name}" hangs on weights and can only be computed exactly (${why}): there are no draws for it.`,
    )
  }
}
