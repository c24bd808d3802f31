/** Where a node of the tree can go, and what has to be written for it. */
import { tableAt, type FilePart } from '../file/file-part.js'
import { moveEntry, type Destination } from '../text/move-entry.js'
import { isWithin, type Place } from '../text/place.js'
import { setValue } from '../text/set-value.js'
import type { TextEdit } from '../text/text-change.js'
import { flatTree, type TreeNode } from './criteria-tree.js'

export type MoveDirection = 'up' | 'down' | 'in' | 'out'

/** Where a node is to stand: below a criterion, before one of its children. */
export interface TreeSpot {
  /** null: at the root. */
  readonly parent: TreeNode | null
  /** The key of the child that it comes before; null: the last one. */
  readonly before: string | null
}

/** @returns null where there is no such place */
export function spotTowards(
  tree: readonly TreeNode[],
  node: TreeNode,
  direction: MoveDirection,
): TreeSpot | null {
  const parent = parentOf(tree, node)
  const siblings = alike(parent?.children ?? tree, node)
  const index = siblings.findIndex(({ path }) => path === node.path)
  const before = siblings[index - 1]
  switch (direction) {
    case 'up':
      return before ? { parent, before: before.key } : null
    case 'down': {
      const after = siblings[index + 1]
      return after ? { parent, before: siblings[index + 2]?.key ?? null } : null
    }
    case 'in': {
      const above = criterionAbove(parent?.children ?? tree, node)
      return above ? { parent: above, before: null } : null
    }
    case 'out': {
      if (!parent) return null
      const grandparent = parentOf(tree, parent)
      if (node.kind === 'indicator') {
        return grandparent ? { parent: grandparent, before: null } : null
      }
      const around = alike(grandparent?.children ?? tree, node)
      const at = around.findIndex(({ path }) => path === parent.path)
      return { parent: grandparent, before: around[at + 1]?.key ?? null }
    }
  }
}

/** The edits that bring a node to a spot; null where it cannot stand there. */
export function moveTo(
  root: FilePart,
  node: TreeNode,
  { parent, before }: TreeSpot,
): readonly TextEdit[] | null {
  if (parent?.kind === 'indicator') return null
  if (node.kind === 'indicator') {
    if (!parent) return null
    const under: TextEdit = (text) =>
      setValue(text, [...node.path, 'under'], parent.key)
    const order = orderEdit(root, node.path, { map: ['indicators'], before })
    return [under, ...order]
  }
  if (parent && isWithin(parent.path, node.path)) return null
  const map: Place = parent ? [...parent.path, 'children'] : ['criteria']
  return orderEdit(root, node.path, { map, before })
}

/** Where the node is after the move. */
export function placeAfter(node: TreeNode, { parent }: TreeSpot): Place {
  if (node.kind === 'indicator') return node.path
  return parent
    ? [...parent.path, 'children', node.key]
    : ['criteria', node.key]
}

function orderEdit(
  root: FilePart,
  from: Place,
  { map, before }: { readonly map: Place; readonly before: string | null },
): readonly TextEdit[] {
  const key = String(from.at(-1))
  const isHere = isWithin(from, map) && from.length === map.length + 1
  const keys = Object.keys(tableAt(root, map))
  const others = isHere ? keys.filter((each) => each !== key) : keys
  const found = before === null ? -1 : others.indexOf(before)
  if (isHere && found < 0 && map[0] === 'indicators') return []
  const to: Destination = {
    parent: map,
    index: found < 0 ? others.length : found,
  }
  return [(text) => moveEntry(text, from, to)]
}

export function parentOf(
  tree: readonly TreeNode[],
  node: TreeNode,
): TreeNode | null {
  return (
    flatTree(tree).find(({ children }) =>
      children.some(({ path }) => path === node.path),
    ) ?? null
  )
}

/** Criteria stand before indicators, whatever is written first. */
function alike(
  siblings: readonly TreeNode[],
  node: TreeNode,
): readonly TreeNode[] {
  return siblings.filter(({ kind }) => kind === node.kind)
}

function criterionAbove(
  siblings: readonly TreeNode[],
  node: TreeNode,
): TreeNode | null {
  const index = siblings.findIndex(({ path }) => path === node.path)
  return (
    siblings.slice(0, index).findLast(({ kind }) => kind === 'criterion') ??
    null
  )
}
