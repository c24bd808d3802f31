/** The cells of some rows with everything that the grid shows of them. */
import type { Mistake } from '../mistakes/check-text.js'
import type { EditRefused, RefusalCode } from '../text/edit-refused.js'
import { placeKey } from '../text/place.js'
import { cellText } from './cell-value.js'
import type { GridSpot } from './grid-moves.js'
import {
  cellPlace,
  type Cell,
  type TableColumn,
  type TableRow,
  type TableShape,
} from './keyed-table.js'
import type { RowRemarks } from './row-remarks.js'

export interface ShownCell {
  readonly position: number
  readonly column: TableColumn
  readonly cell: Cell
  /** By it the row is read out. */
  readonly isHead: boolean
  readonly isActive: boolean
  readonly mistakes: readonly Mistake[]
  readonly refusal: RefusalCode | null
}

export interface ShownRow {
  readonly row: TableRow
  readonly cells: readonly ShownCell[]
  /** Of the row as a whole. */
  readonly mistakes: readonly Mistake[]
}

export interface ShownCells {
  readonly shape: TableShape
  /** Positions of the columns that are shown. */
  readonly columns: readonly number[]
  readonly active: GridSpot | null
  readonly remarks: ReadonlyMap<number, RowRemarks>
  readonly refused: EditRefused | null
}

export function shownRow(row: TableRow, shown: ShownCells): ShownRow {
  const mistakes = shown.remarks.get(row.index)?.own ?? []
  return { row, cells: shownCells(row, shown), mistakes }
}

function shownCells(
  row: TableRow,
  { shape, columns, active, remarks, refused }: ShownCells,
): readonly ShownCell[] {
  const own = remarks.get(row.index)
  const hasKeys = columns.some((each) => shape.columns[each]?.isKey)
  return columns.flatMap((position, at) => {
    const column = shape.columns[position]
    if (!column) return []
    const isActive = active?.row === row.index && active.column === position
    return [
      {
        ...{ position, column, cell: row.cells[position], isActive },
        isHead: hasKeys ? column.isKey : at === 0,
        mistakes: own?.cells.get(position) ?? [],
        refusal: refused
          ? refusalAt(shape, row, position, isActive, refused)
          : null,
      },
    ]
  })
}

/** What people call the row: its keys. */
export function rowName(
  { columns }: TableShape,
  { index, cells }: TableRow,
): string {
  const keys = cells.filter((_, at) => columns[at]?.isKey)
  return keys.map(cellText).join(', ') || String(index + 1)
}

/** What is refused of a whole row is told where the keys are. */
function refusalAt(
  shape: TableShape,
  row: TableRow,
  position: number,
  isActive: boolean,
  { place, code }: EditRefused,
): RefusalCode | null {
  const here = placeKey(place)
  const isCell = here === placeKey(cellPlace(shape, row, position))
  const isRow = here === placeKey([...shape.rowsPlace, row.index])
  return isCell || (isActive && isRow) ? code : null
}
