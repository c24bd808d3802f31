/**
 * One history over the text of a draft, whichever side of the editor wrote: the
 * forms and the text itself are undone in one order.
 */
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'

import { composeChanges } from './compose-changes.js'
import { applyChanges, invertChanges, type TextChange } from './text-change.js'

export interface TextHistory {
  readonly text: Readonly<ShallowRef<string>>
  /** Grows with every change, undo and redo, and when another text is opened. */
  readonly version: Readonly<ShallowRef<number>>
  readonly canUndo: ComputedRef<boolean>
  readonly canRedo: ComputedRef<boolean>
  /** The text is the one that was opened or marked as saved last. */
  readonly isSaved: ComputedRef<boolean>
  /** Begins anew with a text that counts as saved. */
  open(text: string): void
  /** Successive changes of one group become one step, which is none once they come to nothing. */
  apply(changes: readonly TextChange[], options?: ApplyOptions): void
  /** The changes made to the text, or null where there is nothing to undo. */
  undo(): readonly TextChange[] | null
  redo(): readonly TextChange[] | null
  /** What is edited next is another step, even in the same group. */
  closeGroup(): void
  /** @param text - that the server has; the present one unless typing went on meanwhile */
  markSaved(text?: string): void
}

export interface ApplyOptions {
  /** Such as the place that is typed in. Without it every change is a step. */
  readonly group?: string
}

export interface HistoryBounds {
  readonly steps: number
  /** UTF-16 units kept in all steps together. */
  readonly size: number
}

interface Step {
  readonly forward: readonly TextChange[]
  readonly backward: readonly TextChange[]
}

const BOUNDS: HistoryBounds = { steps: 1_000, size: 8_000_000 }

export function createTextHistory(
  opened = '',
  bounds: HistoryBounds = BOUNDS,
): TextHistory {
  const text = shallowRef(opened)
  const version = shallowRef(0)
  const saved = shallowRef(opened)
  const done = shallowRef<readonly Step[]>([])
  const undone = shallowRef<readonly Step[]>([])
  let group: string | undefined

  const change = (changes: readonly TextChange[]) => {
    text.value = applyChanges(text.value, changes)
    version.value += 1
    return changes
  }
  return {
    text,
    version,
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    isSaved: computed(() => text.value === saved.value),
    open: (another) => {
      text.value = another
      saved.value = another
      done.value = []
      undone.value = []
      group = undefined
      version.value += 1
    },
    apply: (changes, options = {}) => {
      if (changes.length === 0) return
      const backward = invertChanges(text.value, changes)
      const last = done.value.at(-1)
      const isJoined = last && group !== undefined && options.group === group
      const step: Step = {
        forward: isJoined ? composeChanges(last.forward, changes) : changes,
        backward: isJoined ? composeChanges(backward, last.backward) : backward,
      }
      const before = isJoined ? done.value.slice(0, -1) : done.value
      const start = isJoined && applyChanges(text.value, last.backward)
      undone.value = []
      change(changes)
      const isNothing = text.value === start
      done.value = isNothing ? before : within([...before, step], bounds)
      group = isNothing ? undefined : options.group
    },
    undo: () => {
      const step = done.value.at(-1)
      if (!step) return null
      done.value = done.value.slice(0, -1)
      undone.value = [...undone.value, step]
      group = undefined
      return change(step.backward)
    },
    redo: () => {
      const step = undone.value.at(-1)
      if (!step) return null
      undone.value = undone.value.slice(0, -1)
      done.value = [...done.value, step]
      group = undefined
      return change(step.forward)
    },
    closeGroup: () => {
      group = undefined
    },
    markSaved: (known = text.value) => {
      saved.value = known
    },
  }
}

/** Drops the oldest steps; the last one stays whatever its size. */
function within(steps: readonly Step[], bounds: HistoryBounds) {
  let size = 0
  const first = steps.findLastIndex((step, index) => {
    size += sizeOf(step)
    const isLast = index === steps.length - 1
    return (
      !isLast && (steps.length - index > bounds.steps || size > bounds.size)
    )
  })
  return steps.slice(first + 1)
}

function sizeOf({ forward, backward }: Step): number {
  return [...forward, ...backward].reduce(
    (sum, { insert }) => sum + insert.length,
    0,
  )
}
