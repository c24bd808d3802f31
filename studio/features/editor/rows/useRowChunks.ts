/** The rows of a long table in groups, drawn one after another; a group whose rows stay the same stays the same. */
import { computed, onScopeDispose, shallowRef, watch } from 'vue'

import type { TableRow } from './keyed-table.js'

export interface RowChunk {
  /** The position of its first row among those on the screen. */
  readonly from: number
  readonly rows: readonly TableRow[]
}

const SIZE = 25
/** Most tables have no more. */
const AT_ONCE = 8

export function useRowChunks(rows: () => readonly TableRow[]) {
  const chunks = computed<readonly RowChunk[]>((before) =>
    chunked(rows(), before ?? []),
  )
  const drawn = shallowRef(AT_ONCE)
  let frame = 0
  watch(() => chunks.value.length, goOn, { immediate: true })
  addEventListener('beforeprint', drawAll)
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    removeEventListener('beforeprint', drawAll)
  })
  return { chunks, drawn }

  function goOn(): void {
    cancelAnimationFrame(frame)
    if (drawn.value >= chunks.value.length) return
    frame = requestAnimationFrame(() => {
      drawn.value += 1
      goOn()
    })
  }

  function drawAll(): void {
    drawn.value = Math.max(drawn.value, chunks.value.length)
  }
}

function chunked(
  rows: readonly TableRow[],
  before: readonly RowChunk[],
): readonly RowChunk[] {
  const count = Math.ceil(rows.length / SIZE)
  return Array.from({ length: count }, (_, index) => {
    const from = index * SIZE
    const own = rows.slice(from, from + SIZE)
    const old = before[index]
    const isSame =
      old?.rows.length === own.length &&
      own.every((row, at) => row === old.rows[at])
    return old && isSame ? old : { from, rows: own }
  })
}
