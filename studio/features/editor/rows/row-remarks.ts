/** What the engine says of the rows of a table: of a cell, or of the row as a whole. */
import type { PlacedMistake } from '../forms/field-remarks.js'
import type { Mistake } from '../mistakes/check-text.js'
import { isWithin } from '../text/place.js'
import type { KeyedTable, TableColumn } from './keyed-table.js'

export interface RowRemarks {
  readonly own: readonly Mistake[]
  /** By the position of the column. */
  readonly cells: ReadonlyMap<number, readonly Mistake[]>
}

/** @returns by the index of the row; rows without a mistake are not in it */
export function rowRemarks(
  { shape: { rowsPlace, columns }, rows }: KeyedTable,
  placed: readonly PlacedMistake[],
): ReadonlyMap<number, RowRemarks> {
  const found = new Map<number, RowRemarks>()
  for (const { mistake, place } of placed) {
    if (!isWithin(place, rowsPlace)) continue
    const [index, step] = place.slice(rowsPlace.length)
    const row = rows[Number(index)]
    if (!row) continue
    const known = found.get(row.index) ?? { own: [], cells: new Map() }
    const column = row.form === 'word' ? 0 : columnOf(columns, step)
    found.set(
      row.index,
      column < 0
        ? { ...known, own: [...known.own, mistake] }
        : { ...known, cells: withMistake(known.cells, column, mistake) },
    )
  }
  return found
}

function columnOf(
  columns: readonly TableColumn[],
  step: string | number | undefined,
): number {
  if (typeof step === 'number') return step < columns.length ? step : -1
  return columns.findIndex(({ name }) => name === step)
}

function withMistake(
  cells: RowRemarks['cells'],
  column: number,
  mistake: Mistake,
): RowRemarks['cells'] {
  const known = cells.get(column) ?? []
  return new Map(cells).set(column, [...known, mistake])
}
