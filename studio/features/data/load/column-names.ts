/** Which input each column of a file is read as, and the file with its columns named so. */
import { LANGUAGES } from '../../../language/languages.js'
import type { FileTitle } from '../../../language/title-text.js'
import { BODIES } from '../data-tables.js'
import type { DescribedColumn } from '../described-columns.js'
import { columnsOf, rewriteCsv, type CsvFile } from './csv-file.js'
import {
  changeSheet,
  sheetColumns,
  type WorkbookFile,
  type WorkbookSheet,
} from './workbook-file.js'

/** What a column can be read as. */
export interface Input {
  readonly name: string
  readonly title: FileTitle
}

/** Table and column of a file -> the input; '' is none: the column is left as it is. */
export type ColumnChoices = Readonly<Record<string, string>>

export function choiceKey(table: string, column: string): string {
  return `${table}\t${column}`
}

/** The keys that place a row, then the inputs of the table. */
export function inputsOf(
  table: string,
  columns: readonly DescribedColumn[],
): readonly Input[] {
  const keys =
    table === BODIES
      ? ['id', 'name', 'year']
      : ['body', ...table.split('.').slice(0, -1), 'id', 'year']
  return [
    ...keys.map((name) => ({ name, title: null })),
    ...columns.map(({ name, title }) => ({ name, title })),
  ]
}

/** What was chosen before, then the input of the same name, then the one of the same title; '' for none. */
export function inputOf(
  table: string,
  column: string,
  inputs: readonly Input[],
  choices: ColumnChoices,
): string {
  const chosen = choices[choiceKey(table, column)]
  const isThere = inputs.some(({ name }) => name === chosen)
  if (chosen !== undefined && (chosen === '' || isThere)) return chosen
  const alike = plain(column)
  if (alike === '') return ''
  const found =
    inputs.find(({ name }) => name === column) ??
    inputs.find(({ name }) => plain(name) === alike) ??
    inputs.find(({ title }) =>
      LANGUAGES.some((each) => plain(title?.[each] ?? '') === alike),
    )
  return found?.name ?? ''
}

/** Column of a file -> the name under which it is sent. */
export type Naming = (column: string) => string

export function namingOf(
  table: string,
  inputs: readonly Input[],
  choices: ColumnChoices,
): Naming {
  return (column) => inputOf(table, column, inputs, choices) || column
}

/** Only the line of the header is written anew, and only where a name changes. */
export function renameColumns(csv: CsvFile, naming: Naming): CsvFile {
  const columns = columnsOf(csv)
  const named = columns.map(naming)
  return named.every((name, index) => name === columns[index])
    ? csv
    : rewriteCsv(csv, new Map([[csv.header, named]]))
}

/** Only cells of the first row are changed, and only where a name changes. */
export function renameSheetColumns(
  workbook: WorkbookFile,
  sheet: WorkbookSheet,
  naming: Naming,
): WorkbookFile {
  const row = sheet.rows[0]?.row ?? 1
  const changes = sheetColumns(sheet).flatMap(({ name, column }) => {
    const text = naming(name)
    return text === name ? [] : [{ place: { row, column }, text }]
  })
  return changeSheet(workbook, sheet.part, changes)
}

/** Inputs that two columns are read as; the first of them would hide the second. */
export function readTwice(read: readonly string[]): readonly string[] {
  const named = read.filter((name) => name !== '')
  return [...new Set(named.filter((name, at) => named.indexOf(name) !== at))]
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
