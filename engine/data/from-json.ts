/**
 * Rows inside rows from a JSON value: a file, a request, an example.
 *
 *     {"year": 2023, "bodies": [{"id": "b1", "name": "...", "staff": 12,
 *       "goals": [{"id": "g1", "met": true}]}]}
 *
 * A list of objects is a table, a scalar a cell, anything else a `NotACell`
 * that the checker refuses by name. The rows that could be read are given even
 * where there are problems, so that the checker can add its own to them; a
 * data set with problems is not to be scored.
 */
import { describe, fieldsOf, isAbsent, isObject } from './json-cell.js'
import { quote } from './quote.js'
import {
  DATA_LIMITS,
  readId,
  rowFromJson,
  type DataLimits,
  type Reading,
  type Report,
} from './json-row.js'
import type { DataProblem } from './problem.js'
import type { RawDataset, RawRow } from './raw.js'

export { DATA_LIMITS, type DataLimits }

/** What a reader gives: the rows that could be read, and every mistake found. */
export interface ReadDataset {
  readonly dataset: RawDataset
  readonly problems: readonly DataProblem[]
}

/**
 * Reads a data set from a JSON value, with every mistake of shape.
 *
 * Ids are text or whole numbers; ids, names and text cells are put in Unicode
 * form NFC, so that `й` typed as one or as two characters is one id. null and
 * an absent key are both missing.
 *
 * @param file - name of the source, for the problems
 */
export function datasetFromJson(
  json: unknown,
  file: string,
  limits: DataLimits = DATA_LIMITS,
): ReadDataset {
  const { problems, report } = reporting(file, null)
  if (!isObject(json)) {
    report(
      'DATA_JSON_SHAPE',
      `The JSON should be an object {"year": ..., "bodies": [...]}, but it is ${describe(json)}.` +
        (Array.isArray(json) ? ' Put the list under the key "bodies".' : ''),
    )
    return { dataset: { year: null, bodies: [] }, problems }
  }

  const fields = fieldsOf(json)
  for (const key of fields.keys()) {
    if (key === 'year' || key === 'bodies') continue
    report(
      'DATA_JSON_SHAPE',
      `Beside "year" and "bodies" the JSON has the key ${quote(key)}, which is not read. Take it out, or move it into the bodies that it describes.`,
    )
  }
  const year = readYear(fields.get('year'), report)
  const bodies = readBodies(fields.get('bodies'), { file, report, limits })
  return { dataset: { year, bodies }, problems }
}

/** One body, and what is wrong with its shape. */
export interface ReadBody {
  /** null where the value is no object. */
  readonly row: RawRow | null
  readonly problems: readonly DataProblem[]
}

/**
 * Reads one body from the JSON value of its line: the same as one element of
 * `bodies`, with the line in every problem.
 *
 * @param line - 1-based, of the file
 */
export function bodyFromJson(
  json: unknown,
  { file, line }: { readonly file: string; readonly line: number },
  limits: DataLimits = DATA_LIMITS,
): ReadBody {
  const { problems, report } = reporting(file, line)
  const row = readBody(json, 'the body', { file, line, report, limits })
  return { row, problems }
}

function readYear(value: unknown, report: Report): number | null {
  if (value === undefined || value === null) return null
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text === 'string' && /^\d{1,9}$/.test(text)) return Number(text)
  report(
    'DATA_JSON_SHAPE',
    `"year" should be a whole number such as 2023, but it is ${describe(value)}.`,
    { column: 'year' },
  )
  return null
}

function readBodies(value: unknown, reading: Reading): RawRow[] {
  const { report, limits } = reading
  if (!Array.isArray(value)) {
    report(
      'DATA_JSON_SHAPE',
      `"bodies" should be a list of objects, one for each body, but it is ${describe(value)}.`,
    )
    return []
  }
  if (value.length > limits.rows) {
    report(
      'DATA_TOO_LARGE',
      `"bodies" has ${value.length} rows; a table may have ${limits.rows}. Split the data into several sets.`,
    )
    return []
  }

  const seen = new Map<string, string>()
  return value.flatMap((item: unknown, index) => {
    const path = `bodies[${index}]`
    const row = readBody(item, path, reading)
    if (!row) return []
    const { id } = row
    const first = id === null ? undefined : seen.get(id)
    if (id !== null && first !== undefined) {
      report(
        'ID_DUPLICATE',
        `${path} has the id ${quote(id)}, which ${first} has already. Give each body an id of its own, or take one of the two out.`,
        { body: id },
      )
    } else if (id !== null) seen.set(id, path)
    return [row]
  })
}

/** The row of one body; null where the item is no object. */
function readBody(
  item: unknown,
  path: string,
  reading: Reading,
): RawRow | null {
  const { report } = reading
  if (!isObject(item)) {
    report(
      'DATA_JSON_SHAPE',
      `${path} should be an object with an "id", but it is ${describe(item)}.`,
    )
    return null
  }
  const fields = fieldsOf(item)
  const id = readId(fields.get('id'), path, { body: null, row: null, report })
  if (id === null && isAbsent(fields.get('id'))) {
    report(
      'ID_MISSING',
      `${path} has no "id". Give every body an id that stays the same from year to year.`,
    )
  }
  const place = { path, row: null, table: '', depth: 1 }
  const body = { ...reading, body: id, counts: new Map<string, number>() }
  return rowFromJson(fields, id, place, body)
}

function reporting(
  file: string,
  line: number | null,
): { readonly problems: DataProblem[]; readonly report: Report } {
  const problems: DataProblem[] = []
  const report: Report = (code, message, place) =>
    problems.push({
      code,
      file,
      line,
      body: place?.body ?? null,
      row: place?.row ?? null,
      column: place?.column ?? null,
      message,
    })
  return { problems, report }
}
