/** All nodes that a node may look at, itself or through others. */
import type { Methodology, Node } from '../methodology/methodology.js'

/** @returns each after those it reads; without the node itself */
export function neededBy(
  node: Node,
  { nodes }: Pick<Methodology, 'nodes'>,
): readonly Node[] {
  const found = new Set<Node>()
  const open = [...node.reads]
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...next.reads)
  }
  return nodes.filter((each) => found.has(each))
}
