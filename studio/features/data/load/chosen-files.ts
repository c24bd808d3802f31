/** Files that somebody chose to load, and how they are sent. */
import { zipSync } from 'fflate'

import { BODIES } from '../data-tables.js'
import { readCsvFile, type CsvFile } from './csv-file.js'
import type { WorkbookFile } from './workbook-file.js'

export type ChosenFile =
  | { readonly kind: 'csv'; readonly name: string; readonly csv: CsvFile }
  | { readonly kind: 'json'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'workbook'
      readonly name: string
      readonly workbook: WorkbookFile
    }
  /** An archive, which is sent as it is, or what calls itself a workbook and is none to be read. */
  | {
      readonly kind: 'closed'
      readonly name: string
      readonly type: string
      readonly bytes: Uint8Array<ArrayBuffer>
      /** Why it is not sent. */
      readonly fault: string | null
    }

export interface SentBody {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const XLSX_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ZIP_TYPE = 'application/zip'

/** The forms that the field for files offers. */
export const ACCEPTED = '.csv,.json,.xlsx,.zip'

/** By the end of its name; whatever has none of the others is read as CSV. */
export async function chosenFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ChosenFile> {
  const [, ending = ''] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? []
  switch (ending) {
    case 'xlsx':
      return chosenWorkbook(name, bytes)
    case 'zip':
      return { kind: 'closed', name, type: ZIP_TYPE, bytes, fault: null }
    case 'json':
      return { kind: 'json', name, text: new TextDecoder().decode(bytes) }
    default:
      return { kind: 'csv', name, csv: readCsvFile(bytes) }
  }
}

async function chosenWorkbook(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ChosenFile> {
  const { readWorkbookFile } = await import('./workbook-bytes.js')
  const workbook = await readWorkbookFile(bytes)
  if (!('fault' in workbook)) return { kind: 'workbook', name, workbook }
  const { fault } = workbook
  return { kind: 'closed', name, type: XLSX_TYPE, bytes, fault }
}

/** A file of the same name is chosen anew: it takes the place of the old one. */
export function addFiles(
  files: readonly ChosenFile[],
  added: readonly ChosenFile[],
): readonly ChosenFile[] {
  const names = new Set(added.map(({ name }) => name))
  return [...files.filter(({ name }) => !names.has(name)), ...added]
}

export function faultOf(file: ChosenFile): string | null {
  return file.kind === 'closed' ? file.fault : null
}

/** Several files are one data set only as the tables of a folder. */
export function areOneSet(files: readonly ChosenFile[]): boolean {
  return files.length === 1 || files.every(({ kind }) => kind === 'csv')
}

/** One CSV file alone has the bodies, whatever its name; of several each has the table that it is named after. */
export function tableOfFile(
  files: readonly ChosenFile[],
  { name }: ChosenFile,
): string {
  return files.length === 1 ? BODIES : name.replace(/\.csv$/i, '')
}

/** Semicolons between the columns go with commas in the numbers. */
export function looksLikeDecimalComma(files: readonly ChosenFile[]): boolean {
  return files.some((file) => file.kind === 'csv' && file.csv.delimiter === ';')
}

/** @throws Error where the files are not one set: it is not to be asked then */
export async function bodyOf(files: readonly ChosenFile[]): Promise<SentBody> {
  const [first, ...others] = files
  if (!first || !areOneSet(files)) throw new Error('These files are not one.')
  if (others.length === 0) return bodyOfOne(first)
  const entries: Record<string, Uint8Array> = {}
  for (const file of files) entries[file.name] = (await bodyOfOne(file)).bytes
  return {
    type: ZIP_TYPE,
    bytes: new Uint8Array(zipSync(entries)),
  }
}

async function bodyOfOne(file: ChosenFile): Promise<SentBody> {
  switch (file.kind) {
    case 'csv':
      return { type: 'text/csv', bytes: new Uint8Array(file.csv.bytes) }
    case 'json': {
      const bytes = new TextEncoder().encode(file.text)
      return { type: 'application/json', bytes }
    }
    case 'workbook': {
      const { workbookBytes } = await import('./workbook-bytes.js')
      return { type: XLSX_TYPE, bytes: await workbookBytes(file.workbook) }
    }
    case 'closed':
      return { type: file.type, bytes: file.bytes }
  }
}
