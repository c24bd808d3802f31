/**
 * Orders the nodes so that each comes after what it reads, and finds those that
 * need each other.
 *
 * @source Tarjan, R. (1972), Depth-first search and linear graph algorithms,
 *   SIAM J. Comput. 1(2), 146-160, doi:10.1137/0201010; written with an explicit
 *   stack, so that long chains do not exhaust the program's own.
 */
import type { Node } from './methodology.js'

export interface Ordered {
  /** Each after those it reads; members of cycles left out. */
  readonly order: readonly Node[]
  /** Nodes that need each other, each list in the order in which they do. */
  readonly cycles: readonly (readonly Node[])[]
}

interface Visit {
  readonly node: Node
  readonly index: number
  low: number
  next: number
  onStack: boolean
}

export function orderNodes(
  nodes: readonly Node[],
  readsOf: (node: Node) => readonly Node[],
): Ordered {
  const visits = new Map<Node, Visit>()
  const stack: Visit[] = []
  const order: Node[] = []
  const cycles: Node[][] = []
  const enter = (node: Node): Visit => {
    const index = visits.size
    const visit = { node, index, low: index, next: 0, onStack: true }
    visits.set(node, visit)
    stack.push(visit)
    return visit
  }
  for (const start of nodes) {
    if (visits.has(start)) continue
    const path = [enter(start)]
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const read = readsOf(here.node)[here.next]
      if (read) {
        here.next += 1
        const seen = visits.get(read)
        if (!seen) path.push(enter(read))
        else if (seen.onStack) here.low = Math.min(here.low, seen.index)
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above) above.low = Math.min(above.low, here.low)
      if (here.low !== here.index) continue
      const members: Node[] = []
      for (let top = stack.pop(); top; top = stack.pop()) {
        top.onStack = false
        members.push(top.node)
        if (top === here) break
      }
      const isCycle =
        members.length > 1 || readsOf(here.node).includes(here.node)
      if (isCycle) cycles.push(inReadingOrder(members, readsOf))
      else order.push(here.node)
    }
  }
  return { order, cycles }
}

/** Follows the arrows from the first member; members off that way come last. */
function inReadingOrder(
  members: readonly Node[],
  readsOf: (node: Node) => readonly Node[],
): Node[] {
  const rest = new Set(members)
  const way: Node[] = []
  let here = members.at(-1)
  while (here) {
    rest.delete(here)
    way.push(here)
    here = readsOf(here).find((read) => rest.has(read))
  }
  return [...way, ...rest]
}
