/** The tree of the draft with what can be done to it; shared by its rows. */
import {
  computed,
  inject,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue'

import { placeKey } from '../text/place.js'
import { setValue } from '../text/set-value.js'
import type { TextEdit } from '../text/text-change.js'
import type { Written } from '../text/written.js'
import type { Editor } from '../useEditor.js'
import { criteriaTree, flatTree, type TreeNode } from './criteria-tree.js'
import { readShare } from '../../../decimal/exact-share.js'
import { shareOut, type Sharing } from '../../../decimal/share-out.js'
import {
  moveTo,
  placeAfter,
  spotTowards,
  type MoveDirection,
  type TreeSpot,
} from './tree-moves.js'

export interface Tree {
  readonly nodes: ComputedRef<readonly TreeNode[]>
  /** The selected node; null where something else is selected. */
  readonly node: ComputedRef<TreeNode | null>
  readonly dragged: Ref<TreeNode | null>
  readonly canMove: (direction: MoveDirection) => boolean
  readonly move: (direction: MoveDirection) => boolean
  readonly drop: (spot: TreeSpot) => void
  readonly weigh: (node: TreeNode, text: string) => void
  /** null where the rest cannot be shared so. */
  readonly share: (parent: TreeNode, sharing: Sharing) => (() => void) | null
}

export const TREE: InjectionKey<Tree> = Symbol('tree')

export function openTree(editor: Editor): Tree {
  const nodes = computed(() => criteriaTree(editor.root.value))
  const node = computed(() => {
    const selected = placeKey(editor.selected.value)
    return (
      flatTree(nodes.value).find(({ path }) => placeKey(path) === selected) ??
      null
    )
  })
  const dragged = shallowRef<TreeNode | null>(null)
  /** The weight that was written last: sharing out leaves it as it is. */
  const written = shallowRef<string | null>(null)

  return {
    nodes,
    node,
    dragged,
    canMove: (direction) => editsTowards(direction) !== null,
    move(direction) {
      const found = editsTowards(direction)
      return found !== null && apply(found.node, found.spot, found.edits)
    },
    drop(spot) {
      const from = dragged.value
      dragged.value = null
      const edits = from && moveTo(editor.root.value, from, spot)
      if (from && edits) apply(from, spot, edits)
    },
    weigh(weighed, text) {
      written.value = placeKey(weighed.path)
      editor.set([...weighed.path, 'weight'], weightWritten(text))
    },
    share(parent, sharing) {
      const changes = sharedWeights(parent, sharing)
      if (!changes || changes.length === 0) return null
      return () => {
        written.value = null
        editor.edit(changes)
      }
    },
  }

  function editsTowards(direction: MoveDirection) {
    const from = node.value
    const spot = from && spotTowards(nodes.value, from, direction)
    const edits = from && spot && moveTo(editor.root.value, from, spot)
    return from && spot && edits ? { node: from, spot, edits } : null
  }

  function apply(
    from: TreeNode,
    spot: TreeSpot,
    edits: readonly TextEdit[],
  ): boolean {
    const isDone = editor.edit(edits)
    if (isDone) editor.select(placeAfter(from, spot))
    return isDone
  }

  function sharedWeights(
    { children, sum }: TreeNode,
    sharing: Sharing,
  ): readonly TextEdit[] | null {
    if (!sum?.total || sum.rest === null) return null
    const weights = children.map(({ path, weight }) => ({
      key: placeKey(path),
      weight: weight ?? '',
    }))
    const kept = weights.some(({ key }) => key === written.value)
    const shared = shareOut(
      weights,
      sum.total,
      sharing,
      kept ? written.value : null,
    )
    return (
      shared?.flatMap(({ key, weight }) => {
        const child = children.find(({ path }) => placeKey(path) === key)
        if (!child) return []
        const place = [...child.path, 'weight']
        return [(text: string) => setValue(text, place, weightWritten(weight))]
      }) ?? null
    )
  }
}

export function useTree(): Tree {
  const tree = inject(TREE)
  if (!tree) throw new Error('useTree is for parts of the tree of criteria.')
  return tree
}

/** A decimal stands as it is; a fraction or a name is text. */
function weightWritten(text: string): Written {
  return readShare(text) && !text.includes('/') ? { literal: text } : text
}
