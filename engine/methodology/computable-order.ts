/** In which order figures are computed, and which cannot be: broken, in a circle, or made from such. */
import { problem } from '../errors.js'
import { isBelow, type Path } from '../source/path.js'
import type { Draft, Mutable } from './draft.js'
import type { Node } from './methodology.js'
import { orderNodes } from './order.js'
import { readsOf } from './reads.js'

/** The nodes that can be computed: not broken, not in a cycle, and reading only such. */
export function computableOrder(draft: Draft): readonly Node[] {
  for (const node of draft.nodes) {
    const reads = draft.isBroken(node)
      ? draft.mentionsOf(node)
      : readsOf(node, draft.bodies)
    ;(node as Mutable<Node>).reads = [...new Set(reads)]
  }
  const { order, cycles } = orderNodes(draft.nodes, (node) => node.reads)
  for (const members of cycles) {
    const [first] = members
    const names = [...members, ...(first ? [first] : [])].map(
      (node) => node.name,
    )
    draft.report('CYCLE', closingPath(draft, members), { members: names })
  }
  const computable = new Set<Node>()
  for (const node of order) {
    const whole =
      !draft.isBroken(node) && node.reads.every((read) => computable.has(read))
    if (whole) computable.add(node)
  }
  return order.filter((node) => computable.has(node))
}

/**
 * The member whose formula closes the circle: a limit, a criterion that reads what it is
 * below, or the only one that reads against the order of the file.
 */
function closingPath(draft: Draft, members: readonly Node[]): Path {
  const written = members.filter((node) => node.at.length > 0)
  const limit = written.find(
    (node) => node.kind === 'rule' && node.event.kind === 'limit',
  )
  if (limit) return limit.at
  const inside = written.find((node) =>
    node.reads.some(
      (read) =>
        read !== node &&
        members.includes(read) &&
        read.at.length < node.at.length &&
        isBelow(node.at, read.at),
    ),
  )
  if (inside) return inside.at
  const line = (node: Node) =>
    draft.root.locate(problem('CYCLE', node.at, { members: [] })).line
  const readers = (isAgainst: (node: Node, read: Node) => boolean) =>
    written.filter((node) =>
      node.reads.some(
        (read) => written.includes(read) && isAgainst(node, read),
      ),
    )
  const later = readers((node, read) => line(read) > line(node))
  const earlier = readers((node, read) => line(read) < line(node))
  const odd = earlier.length === 1 && later.length > 1 ? earlier : later
  return (odd[0] ?? written[0])?.at ?? []
}
