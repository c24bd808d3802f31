/**
 * The data of a year from a path: a JSON file, a CSV file with a row for each
 * body, a folder with a CSV file for each table, or a workbook with a sheet for
 * each.
 *
 * Every mistake of every file is reported; nothing is thrown for what a file
 * holds. The rows are given as far as they could be read, so that the checker
 * can add what it finds in them; a data set with problems is not to be scored.
 */
import { readdir, stat } from 'node:fs/promises'

import {
  DATA_LIMITS,
  type DataLimits,
  type DataProblem,
  type ReadDataset,
} from '../../engine/index.js'
import { fileProblem } from './file-problem.js'
import { readCsv } from './read-csv.js'
import { readFolder } from './read-folder.js'
import { readJson } from './read-json.js'
import type { ReadOptions } from './read-options.js'
import { faultOf, readBytes, readText } from './read-text.js'
import { readXlsx } from './read-xlsx.js'

export interface ReadDataOptions {
  /** The year asked for. */
  readonly year: number
  /** CSV numbers are written `3,14`; columns may be separated by semicolons. */
  readonly decimalComma?: boolean
  readonly limits?: DataLimits
}

/** @param path - as the user gave it; problems name files by it */
export async function readData(
  path: string,
  { year, decimalComma = false, limits = DATA_LIMITS }: ReadDataOptions,
): Promise<ReadDataset> {
  const options: ReadOptions = {
    year,
    limits,
    decimalMark: decimalComma ? 'comma' : 'point',
  }
  const found = await lookAt(path)
  switch (found.kind) {
    case 'folder':
      return readFolder(path.replace(/(?<=.)\/+$/, ''), found.names, options)
    case 'file':
      return readDataFile(path, options)
    case 'unreadable': {
      const message = `${path} cannot be read: ${found.why}. Check the path.`
      return nothing(fileProblem('DATA_FILE_UNREADABLE', path, message))
    }
  }
}

type Found =
  | { readonly kind: 'folder'; readonly names: readonly string[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'unreadable'; readonly why: string }

async function lookAt(path: string): Promise<Found> {
  try {
    if (!(await stat(path)).isDirectory()) return { kind: 'file' }
    return { kind: 'folder', names: await readdir(path) }
  } catch (error) {
    return { kind: 'unreadable', why: faultOf(error) }
  }
}

async function readDataFile(
  file: string,
  options: ReadOptions,
): Promise<ReadDataset> {
  if (/\.xlsx$/i.test(file)) return readXlsxFile(file, options)
  const isJson = /\.json$/i.test(file)
  if (!isJson && !/\.csv$/i.test(file)) {
    const message = `${file} is neither a ".json" file, nor a ".csv" file, nor a folder of them, nor an ".xlsx" workbook. Save a spreadsheet as .xlsx or as CSV UTF-8.`
    return nothing(fileProblem('DATA_FILE_UNREADABLE', file, message))
  }
  const decoded = await readText(file)
  if (decoded.kind === 'problem') return nothing(decoded.problem)
  return isJson
    ? readJson(decoded.text, file, options.year, options.limits)
    : readCsv(decoded.text, file, options)
}

async function readXlsxFile(
  file: string,
  options: ReadOptions,
): Promise<ReadDataset> {
  const found = await readBytes(file)
  return found.kind === 'problem'
    ? nothing(found.problem)
    : readXlsx(found.bytes, file, options)
}

function nothing(problem: DataProblem): ReadDataset {
  return { dataset: { year: null, bodies: [] }, problems: [problem] }
}
