/** What the server found wrong, each place once, with what can be typed there instead. */
import type { Problem } from '../../../api/problem.js'
import type { CellPlace } from '../../../../engine/workbook/index.js'
import type { ChosenFile } from './chosen-files.js'
import {
  columnsOf,
  recordText,
  rewriteCsv,
  type CsvFile,
  type Rewritten,
} from './csv-file.js'
import { sheetLabel } from './file-tables.js'
import { correctJson, jsonCell, type JsonPlace } from './json-file.js'
import {
  changeSheet,
  sheetColumns,
  sheetValue,
  type WorkbookFile,
  type WorkbookSheet,
} from './workbook-file.js'

export type DataError = Problem['errors'][number]

/** What is corrected here; files that cannot be, such as archives, have none. */
export type Correctable =
  | {
      readonly kind: 'cell'
      readonly file: string
      readonly record: number
      readonly cell: number
    }
  /** A whole line, where it has too many cells or too few. */
  | { readonly kind: 'record'; readonly file: string; readonly record: number }
  | { readonly kind: 'json'; readonly file: string; readonly place: JsonPlace }
  | {
      readonly kind: 'sheet'
      readonly file: string
      /** In the archive of the workbook. */
      readonly part: string
      readonly place: CellPlace
    }

export interface BadPlace {
  readonly key: string
  readonly file: string | null
  readonly line: number | null
  readonly body: string | null
  readonly row: string | null
  readonly column: string | null
  readonly messages: readonly string[]
  /** As it stands in the file; '' where nothing does. */
  readonly value: string
  readonly correctable: Correctable | null
}

/** @param sent - the files as they were sent, their columns named as the methodology names them */
export function badPlaces(
  errors: readonly DataError[],
  sent: readonly ChosenFile[],
): readonly BadPlace[] {
  const places = new Map<string, BadPlace>()
  for (const error of errors) {
    const place = placeOf(error, fileOf(error, sent))
    const known = places.get(place.key)
    const messages = [...(known?.messages ?? []), error.message]
    places.set(place.key, { ...place, messages })
  }
  return [...places.values()]
}

/** @param typed - key of a place -> what stands there instead */
export function correctFiles(
  files: readonly ChosenFile[],
  places: readonly BadPlace[],
  typed: ReadonlyMap<string, string>,
): readonly ChosenFile[] {
  const changed = places.flatMap(({ key, value, correctable }) => {
    const text = typed.get(key)
    return correctable && text !== undefined && text !== value
      ? [{ correctable, text }]
      : []
  })
  return files.map((file) => correctFile(file, changed))
}

type Change = { readonly correctable: Correctable; readonly text: string }

function correctFile(file: ChosenFile, all: readonly Change[]): ChosenFile {
  const own = all.filter(({ correctable }) => correctable.file === file.name)
  if (own.length === 0) return file
  switch (file.kind) {
    case 'csv':
      return { ...file, csv: rewriteCsv(file.csv, csvChanges(file.csv, own)) }
    case 'json': {
      const cells = own.flatMap(({ correctable, text }) =>
        correctable.kind === 'json'
          ? [{ place: correctable.place, value: text }]
          : [],
      )
      return { ...file, text: correctJson(file.text, cells) }
    }
    case 'workbook': {
      const workbook = own.reduce(withSheetCell, file.workbook)
      return { ...file, workbook }
    }
    case 'closed':
      return file
  }
}

function withSheetCell(
  workbook: WorkbookFile,
  { correctable, text }: Change,
): WorkbookFile {
  if (correctable.kind !== 'sheet') return workbook
  const { part, place } = correctable
  return changeSheet(workbook, part, [{ place, text }])
}

function csvChanges(
  csv: CsvFile,
  own: readonly Change[],
): ReadonlyMap<number, Rewritten> {
  const changes = new Map<number, Rewritten>()
  for (const { correctable, text } of own) {
    if (correctable.kind === 'record') changes.set(correctable.record, text)
    if (correctable.kind !== 'cell') continue
    const { record, cell } = correctable
    const before = changes.get(record) ?? csv.records[record]?.cells ?? []
    // A line that is written anew as a whole has what was typed in it.
    if (typeof before === 'string') continue
    changes.set(record, before.with(cell, text))
  }
  return changes
}

/** The only one, or the one of an archive that the error names. */
function fileOf(
  { at }: DataError,
  sent: readonly ChosenFile[],
): ChosenFile | null {
  if (sent.length === 1) return sent[0] ?? null
  return sent.find(({ name }) => at?.endsWith(`/${name}`)) ?? null
}

function placeOf(error: DataError, file: ChosenFile | null): BadPlace {
  const { line, body, row, column } = error
  const found = file === null ? null : findPlace(error, file)
  const name = file === null ? null : placeName(error, file)
  return {
    key: JSON.stringify(found?.correctable ?? [name, line, body, row, column]),
    ...{ file: name, line, body, row, column, messages: [] },
    value: found?.value ?? '',
    correctable: found?.correctable ?? null,
  }
}

/** With its sheet, where the workbook has several. */
function placeName({ at }: DataError, file: ChosenFile): string {
  if (file.kind !== 'workbook' || file.workbook.sheets.length < 2) {
    return file.name
  }
  const sheet = sheetOf(at, file.workbook)
  return sheet ? sheetLabel(file.name, sheet.name) : file.name
}

function sheetOf(
  at: string | null,
  { sheets }: WorkbookFile,
): WorkbookSheet | null {
  return sheets.find(({ name }) => at?.endsWith(sheetLabel('', name))) ?? null
}

function findPlace(
  { at, line, body, row, column }: DataError,
  file: ChosenFile,
): (Pick<BadPlace, 'value'> & { readonly correctable: Correctable }) | null {
  switch (file.kind) {
    case 'csv': {
      const { csv, name } = file
      const record = csv.records.findIndex((each) => each.line === line)
      const found = csv.records[record]
      if (!found) return null
      const cell = column === null ? -1 : columnsOf(csv).indexOf(column)
      const value = found.cells[cell]
      if (value === undefined || record === csv.header) {
        const correctable = { kind: 'record', file: name, record } as const
        return { value: recordText(csv, record), correctable }
      }
      const correctable = { kind: 'cell', file: name, record, cell } as const
      return { value, correctable }
    }
    case 'json': {
      if (body === null || column === null) return null
      const place = { body, row, column }
      const value = jsonCell(file.text, place)
      if (value === null) return null
      return { value, correctable: { kind: 'json', file: file.name, place } }
    }
    case 'workbook': {
      const sheet = sheetOf(at, file.workbook)
      if (!sheet || line === null || column === null) return null
      const found = sheetColumns(sheet).find(({ name }) => name === column)
      if (!found || line === sheet.rows[0]?.row) return null
      const place = { row: line, column: found.column }
      const value = sheetValue(sheet, place.row, place.column)
      if (value === null) return null
      const { name } = file
      const { part } = sheet
      return { value, correctable: { kind: 'sheet', file: name, part, place } }
    }
    case 'closed':
      return null
  }
}
