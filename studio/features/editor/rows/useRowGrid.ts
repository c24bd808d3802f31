/** The cell that the keys are on, what is typed into it, and what is done to its row. */
import { computed, nextTick, shallowRef, watch, type ComputedRef } from 'vue'

import type { Editor } from '../useEditor.js'
import type { TextEdit } from '../text/text-change.js'
import type { Written } from '../text/written.js'
import { MISSING } from './cell-value.js'
import {
  movedSpot,
  nearestSpot,
  type GridExtent,
  type GridSpot,
} from './grid-moves.js'
import type { KeyedTable } from './keyed-table.js'
import {
  cellEdit,
  moveRowEdit,
  newRowEdit,
  pasteEdit,
  removeRowEdit,
} from './row-edits.js'

/** A cell as it is typed into. */
export interface CellEditing extends GridSpot {
  /** In the place of what stands there; null to go on from that. */
  readonly typed: string | null
}

/** What has happened, for those who do not see it. */
export type GridNews =
  | { readonly kind: 'pasted'; readonly cells: number; readonly rows: number }
  | { readonly kind: 'too wide'; readonly wide: number; readonly room: number }
  | { readonly kind: 'moved'; readonly place: number; readonly all: number }
  | { readonly kind: 'removed'; readonly place: number }

export interface GridSetting {
  readonly editor: Editor
  readonly table: ComputedRef<KeyedTable>
  readonly extent: ComputedRef<GridExtent>
  /** Shows all rows, so that a new one is among them. */
  readonly showAll: () => void
  readonly focus: (spot: GridSpot) => void
}

export type RowGrid = ReturnType<typeof useRowGrid>

export function useRowGrid(setting: GridSetting) {
  const { editor, table, extent, showAll } = setting
  const chosen = shallowRef<GridSpot>({ row: 0, column: 0 })
  const editing = shallowRef<CellEditing | null>(null)
  const news = shallowRef<GridNews | null>(null)
  const active = computed(() => nearestSpot(chosen.value, extent.value))
  const row = computed(() =>
    active.value ? table.value.rows[active.value.row] : undefined,
  )
  watch(editor.isFormOpen, (isOpen) => {
    if (!isOpen) editing.value = null
  })

  return {
    ...{ active, editing, news, choose, go, begin, commit, cancel, clear },
    ...{ addRow, removeRow, moveRow, paste, refocus },
    canMove: (by: -1 | 1) => neighbour(by) !== undefined,
  }

  function choose(spot: GridSpot): void {
    chosen.value = spot
  }

  /** @returns false for a key that leads nowhere */
  function go(key: string, isFar: boolean): boolean {
    const { value: from } = active
    const to = from && movedSpot(from, { key, isFar }, extent.value)
    if (to) show(to)
    return to !== null
  }

  function begin(typed: string | null): void {
    const { value: spot } = active
    if (!spot || !editor.isFormOpen.value || row.value?.form === 'other') return
    editing.value = { ...spot, typed }
  }

  /** @param key - by which the cell is left; null where the focus is elsewhere already */
  function commit(value: Written | null, key: string | null): void {
    const { value: cell } = editing
    if (!cell) return
    const isWritten = value === null || write(cell, value)
    if (!isWritten) return
    editing.value = null
    if (key === null) return
    if (!go(key, false)) refocus()
  }

  function cancel(): void {
    editing.value = null
    refocus()
  }

  function clear(): void {
    if (active.value) write(active.value, MISSING)
  }

  function write(spot: GridSpot, value: Written): boolean {
    const own = table.value.rows[spot.row]
    if (!own) return false
    const { column } = spot
    return done(cellEdit(table.value.shape, [{ row: own, column, value }]))
  }

  function addRow(): void {
    const after = row.value?.index ?? table.value.rows.length - 1
    if (!done(newRowEdit(table.value, after))) return
    showAll()
    const key = table.value.shape.columns.findIndex(({ isKey }) => isKey)
    const { columns } = extent.value
    chosen.value = {
      row: after + 1,
      column: columns.includes(key) ? key : (columns[0] ?? 0),
    }
    begin(null)
  }

  function removeRow(): void {
    const { value: gone } = row
    if (!gone || !done(removeRowEdit(table.value.shape, gone.index))) return
    news.value = { kind: 'removed', place: gone.index + 1 }
  }

  function moveRow(by: -1 | 1): void {
    const to = neighbour(by)
    const { value: spot } = active
    if (to === undefined || !spot) return
    if (!done(moveRowEdit(table.value.shape, spot.row, to))) return
    chosen.value = { ...spot, row: to }
    news.value = { kind: 'moved', place: to + 1, all: table.value.rows.length }
  }

  /** The row on the screen that another one changes places with. */
  function neighbour(by: -1 | 1): number | undefined {
    const { rows } = extent.value
    const at = rows.indexOf(active.value?.row ?? -1)
    return at < 0 ? undefined : rows[at + by]
  }

  function paste(block: readonly (readonly string[])[]): void {
    const { value: spot } = active
    if (!editor.isFormOpen.value) return
    const rows = extent.value.rows.slice(
      spot ? extent.value.rows.indexOf(spot.row) : 0,
    )
    const columns = extent.value.columns.slice(
      spot ? extent.value.columns.indexOf(spot.column) : 0,
    )
    const wide = Math.max(...block.map((line) => line.length))
    if (wide > columns.length) {
      news.value = { kind: 'too wide', wide, room: columns.length }
      return
    }
    const own = rows.flatMap((index) => table.value.rows[index] ?? [])
    if (!done(pasteEdit(table.value, { rows: own, columns }, block))) return
    const added = Math.max(0, block.length - own.length)
    if (added > 0) showAll()
    const cells = block.reduce((sum, line) => sum + line.length, 0)
    news.value = { kind: 'pasted', cells, rows: added }
  }

  function done(edit: TextEdit): boolean {
    news.value = null
    return editor.edit([edit])
  }

  function show(spot: GridSpot): void {
    chosen.value = spot
    refocus()
  }

  /** The cell may stand elsewhere by now, or have gone. */
  function refocus(): void {
    void nextTick(() => {
      if (active.value) setting.focus(active.value)
    })
  }
}
