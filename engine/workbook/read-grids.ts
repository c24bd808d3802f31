/** The sheets of a workbook that hold data, as grids of cells. */
import type { Runtime } from './runtime.js'
import { sheetGrid, type Grid } from './sheet-grid.js'
import { openWorkbook } from './workbook-parts.js'

export interface NamedGrid {
  readonly name: string
  readonly isHidden: boolean
  /** In the archive. */
  readonly part: string
  /** With at least one row. */
  readonly grid: Grid
}

/**
 * Sheets without any content are left out, and those whose name begins with #,
 * which are for people.
 *
 * @throws WorkbookFault
 */
export async function readGrids(
  bytes: Uint8Array,
  runtime: Runtime,
): Promise<readonly NamedGrid[]> {
  const workbook = await openWorkbook(bytes, runtime)
  const grids: NamedGrid[] = []
  for (const { name, isHidden, part } of workbook.sheets) {
    if (name.startsWith('#')) continue
    const grid = await sheetGrid(part, workbook)
    if (grid.rows.length > 0) grids.push({ name, isHidden, part, grid })
  }
  return grids
}
