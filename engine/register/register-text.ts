/** The canonical text of a register -> the register, for runs that are made again. */
import type { DataProblem } from '../data/problem.js'
import {
  readRegister,
  registerProblem,
  type ReadRegister,
} from './read-register.js'
import type { RawRegister } from './register.js'

/**
 * @param text - as `canonicalRegister` writes it, or `text` of a register
 * @param file - how the text is named in messages
 */
export async function registerFromText(
  text: string,
  file: string,
): Promise<ReadRegister> {
  const read = parse(text, file)
  return 'problem' in read
    ? { register: null, problems: [read.problem] }
    : readRegister(read.id, read.raw)
}

type Parsed =
  | { readonly id: string; readonly raw: RawRegister }
  | { readonly problem: DataProblem }

function parse(text: string, file: string): Parsed {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refused(file, 'DATA_JSON_SYNTAX', 'the text is not JSON')
  }
  const { register, columns, rows } = isObject(json) ? json : {}
  if (typeof register !== 'string' || !isTexts(columns) || !isRows(rows)) {
    const words = 'the text is not {"register", "columns", "rows"} of text'
    return refused(file, 'DATA_JSON_SHAPE', words)
  }
  const raw = {
    file,
    columns,
    rows: rows.map((cells, index) => ({
      cells: new Map(Object.entries(cells)),
      place: { file, line: null, path: `rows[${index}]` },
    })),
  }
  const stray = rows
    .flatMap((cells) => Object.keys(cells))
    .find((column) => !columns.includes(column))
  if (stray === undefined) return { id: register, raw }
  const words = `a row has the column "${stray}", which "columns" does not name`
  return refused(file, 'DATA_JSON_SHAPE', words)
}

function refused(
  file: string,
  code: DataProblem['code'],
  words: string,
): Parsed {
  const message = `${words}. A register is kept in the form that the program wrote.`
  return { problem: registerProblem(code, file, null, null, message) }
}

function isObject(
  value: unknown,
): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function isRows(
  value: unknown,
): value is readonly { readonly [column: string]: string }[] {
  return (
    Array.isArray(value) &&
    value.every((row) => isObject(row) && isTexts(Object.values(row)))
  )
}
