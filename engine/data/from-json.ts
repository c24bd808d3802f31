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
import { describe, fieldsOf, isAbsent, isObject, quote } from './json-cell.js'
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
  const problems: DataProblem[] = []
  const report: Report = (code, message, place) =>
    problems.push({
      code,
      file,
      line: null,
      body: place?.body ?? null,
      row: place?.row ?? null,
      column: place?.column ?? null,
      message,
    })

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
    if (!isObject(item)) {
      report(
        'DATA_JSON_SHAPE',
        `${path} should be an object with an "id", but it is ${describe(item)}.`,
      )
      return []
    }
    const fields = fieldsOf(item)
    const id = readId(fields.get('id'), path, { body: null, row: null, report })
    if (id === null && isAbsent(fields.get('id'))) {
      report(
        'ID_MISSING',
        `${path} has no "id". Give every body an id that stays the same from year to year.`,
      )
    }
    const first = id === null ? undefined : seen.get(id)
    if (id !== null && first !== undefined) {
      report(
        'ID_DUPLICATE',
        `${path} has the id ${quote(id)}, which ${first} has already. Give each body an id of its own, or take one of the two out.`,
        { body: id },
      )
    } else if (id !== null) seen.set(id, path)
    const place = { path, row: null, table: '', depth: 1 }
    const body = { ...reading, body: id, counts: new Map<string, number>() }
    return [rowFromJson(fields, id, place, body)]
  })
}
