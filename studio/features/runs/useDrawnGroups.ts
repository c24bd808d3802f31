/**
 * The groups of the rows of a long table, and which of them are drawn: the
 * first ones and the one that the address points at come at once, then one with
 * each frame until all are there. Paper has all of them.
 */
import { computed, onScopeDispose, shallowRef, watch } from 'vue'

import { rowGroups, type RowGroup } from './row-groups.js'

/** Most tables have no more. */
const AT_ONCE = 8

export interface DrawnGroup<Row> extends RowGroup<Row> {
  /** Its place is kept until it is. */
  readonly isDrawn: boolean
}

/** @param isWanted - of the row that is shown whatever comes */
export function useDrawnGroups<Row>(
  rows: () => readonly Row[],
  isWanted: (row: Row) => boolean,
) {
  const groups = computed(() => rowGroups(rows()))
  const drawn = shallowRef(0)
  let frame = 0

  watch(groups, begin, { immediate: true })
  addEventListener('beforeprint', drawAll)
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    removeEventListener('beforeprint', drawAll)
  })
  return computed((): readonly DrawnGroup<Row>[] =>
    groups.value.map((group, index) => ({
      ...group,
      isDrawn: index < drawn.value || group.rows.some(isWanted),
    })),
  )

  function begin(): void {
    cancelAnimationFrame(frame)
    drawn.value = AT_ONCE
    goOn()
  }

  function goOn(): void {
    if (drawn.value >= groups.value.length) return
    frame = requestAnimationFrame(() => {
      drawn.value += 1
      goOn()
    })
  }

  function drawAll(): void {
    cancelAnimationFrame(frame)
    drawn.value = groups.value.length
  }
}
