/**
 * A workbook as named tables, one for each sheet.
 *
 * We read the XML ourselves, on `saxes`: the readers that are kept
 * (`read-excel-file` among them) give null for an error and for a formula
 * without a value, do not tell hidden rows, columns and sheets, nor merged
 * cells, and make JavaScript dates and numbers of cells, where a figure has to
 * stay the decimal that it was. What a person does not see in the sheet, or
 * cannot rely on, must be reported and never be taken as missing.
 */
import type { DataProblem } from '../../engine/index.js'
import { readGrids, WorkbookFault } from '../../engine/workbook/index.js'
import type { ReadTable } from '../data/csv-table.js'
import { fileProblem } from '../data/file-problem.js'
import { NODE } from './node-runtime.js'
import { sheetTable } from './sheet-table.js'

export interface NamedSheet {
  readonly name: string
  readonly read: ReadTable
}

export interface ReadWorkbook {
  /** Sheets without any content, and those that are not for data, left out. */
  readonly sheets: readonly NamedSheet[]
  readonly problems: readonly DataProblem[]
}

export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
): Promise<ReadWorkbook> {
  try {
    const grids = await readGrids(bytes, NODE)
    const label = (name: string) => `${file} [${name}]`
    return {
      sheets: grids.map(({ name, grid }) => ({
        name,
        read: sheetTable(grid, label(name)),
      })),
      problems: grids
        .filter(({ isHidden }) => isHidden)
        .map(({ name }) => hiddenProblem(label(name))),
    }
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error
    const message = `${file} is not read: ${error.message}`
    const problem = fileProblem('DATA_XLSX_REFUSED', file, message)
    return { sheets: [], problems: [problem] }
  }
}

function hiddenProblem(file: string): DataProblem {
  const message = `The sheet ${file} is hidden. Show it, delete it, or begin its name with "#", so that it is not read.`
  return fileProblem('DATA_XLSX_HIDDEN', file, message)
}
