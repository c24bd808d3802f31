/** Columns `imputed:NAME`, which say of each cell of NAME by whom it was imputed. */
import { closest } from '../source/closest.js'
import type { DataCode } from './codes.js'
import type { RawCell, RawRow } from './raw.js'

const PREFIX = 'imputed:'

/** The input that the column speaks of; null for other columns. */
export function imputedColumn(column: string): string | null {
  return column.startsWith(PREFIX) ? column.slice(PREFIX.length) : null
}

/** The column that says by whom the cells of an input were imputed. */
export function columnOfImputed(input: string): string {
  return `${PREFIX}${input}`
}

/** Nothing was imputed: shared by most rows. */
export const NOTHING_IMPUTED: ReadonlyMap<string, string> = new Map()

/** @param cell - an empty one says that the value was observed */
export function readImputed(
  cell: RawCell,
  input: string,
  { cells }: RawRow,
): string | { readonly code: DataCode; readonly message: string } | null {
  if (cell === null || cell === '') return null
  const text = textOf(cell)
  if (text === null) {
    const message =
      'says by whom the cell was imputed; write text, or leave it empty where the value was observed.'
    return { code: 'CELL_NOT_TEXT', message }
  }
  if ((cells.get(input) ?? null) === null) {
    const message = `says that "${input}" was imputed (${text}), and "${input}" is empty; give the value, or take this away.`
    return { code: 'IMPUTED_WITHOUT_VALUE', message }
  }
  return text.normalize('NFC')
}

function textOf(cell: RawCell): string | null {
  if (typeof cell === 'string') return cell
  return typeof cell === 'object' && cell !== null && 'pointedText' in cell
    ? cell.pointedText
    : null
}

/** `imputed:gdp` for `imputed:gpd`. */
export function nearestImputed(
  input: string,
  known: readonly string[],
): string | undefined {
  const near = closest(input, known)
  return near === undefined ? undefined : `${PREFIX}${near}`
}
