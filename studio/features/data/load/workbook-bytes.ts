/** Bytes to a workbook that can be corrected, and back; loaded when a workbook is chosen. */
import {
  changeCells,
  readGrids,
  WorkbookFault,
} from '../../../../engine/workbook/index.js'
import { BODIES } from '../data-tables.js'
import { BROWSER } from './browser-runtime.js'
import { cellKey, type WorkbookFile } from './workbook-file.js'

/** @returns why the server would not read it either, where it is no workbook to be read */
export async function readWorkbookFile(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<WorkbookFile | { readonly fault: string }> {
  try {
    const grids = await readGrids(bytes, BROWSER)
    const sheets = grids.map(({ name, part, grid }) => ({
      ...{ name, part, rows: grid.rows, hasFormulas: grid.hasFormulas },
      table: grids.length === 1 ? BODIES : name,
      shared: new Set(
        grid.shared.map(({ row, column }) => cellKey(row, column)),
      ),
      changes: new Map(),
    }))
    return { bytes, sheets }
  } catch (error) {
    if (error instanceof WorkbookFault) return { fault: error.message }
    throw error
  }
}

/** The bytes that were chosen, where nothing was changed. */
export async function workbookBytes({
  bytes,
  sheets,
}: WorkbookFile): Promise<Uint8Array<ArrayBuffer>> {
  const changed = sheets.filter(({ changes }) => changes.size > 0)
  if (changed.length === 0) return bytes
  const changes = changed.map(
    (sheet) => [sheet.part, [...sheet.changes.values()]] as const,
  )
  return new Uint8Array(await changeCells(bytes, new Map(changes), BROWSER))
}
