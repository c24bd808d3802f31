/** The tables that chosen files hold: one in each CSV file, one in each sheet of a workbook. */
import { tableOfFile, type ChosenFile } from './chosen-files.js'
import { columnsOf, rowCount } from './csv-file.js'
import { sheetColumns } from './workbook-file.js'

export interface FileTable {
  /** As people know it: the name of its file, or of file and sheet. */
  readonly label: string
  /** As `bodies` or `goals.indicators`. */
  readonly table: string
  readonly columns: readonly string[]
  /** Those that are not blank, the header left out. */
  readonly rowCount: number
}

export function fileTables(files: readonly ChosenFile[]): readonly FileTable[] {
  return files.flatMap((file) => tablesOf(file, files))
}

export function tablesOf(
  file: ChosenFile,
  files: readonly ChosenFile[],
): readonly FileTable[] {
  switch (file.kind) {
    case 'csv': {
      const table = tableOfFile(files, file)
      const { name, csv } = file
      return [
        {
          ...{ label: name, table },
          columns: columnsOf(csv),
          rowCount: rowCount(csv),
        },
      ]
    }
    case 'workbook':
      return file.workbook.sheets.map((sheet) => ({
        label: sheetLabel(file.name, sheet.name),
        table: sheet.table,
        columns: sheetColumns(sheet).map(({ name }) => name),
        rowCount: sheet.rows.length - 1,
      }))
    case 'json':
    case 'closed':
      return []
  }
}

/** As messages of the server name a sheet. */
export function sheetLabel(file: string, sheet: string): string {
  return `${file} [${sheet}]`
}
