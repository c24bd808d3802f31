/** One JSON object and the tables inside it, as a row with rows inside it. */
import {
  cellFromJson,
  describe,
  fieldsOf,
  isAbsent,
  isTable,
  isWellFormed,
  longNumberOf,
} from './json-cell.js'
import { quote } from './quote.js'
import type { DataProblem } from './problem.js'
import type { RawCell, RawRow } from './raw.js'

export interface DataLimits {
  /** Rows that one table of one body may have. */
  readonly rows: number
  /** Rows inside rows, the body counted as the first. */
  readonly depth: number
}

export const DATA_LIMITS: DataLimits = { rows: 1_000_000, depth: 64 }

export type Report = (
  code: DataProblem['code'],
  message: string,
  place?: Partial<Pick<DataProblem, 'body' | 'row' | 'column'>>,
) => void

export interface Reading {
  readonly file: string
  /** Of the line that holds the whole body; absent where a file is one JSON text. */
  readonly line?: number
  readonly report: Report
  readonly limits: DataLimits
}

/** What the rows of one body have in common while it is read. */
export interface BodyReading extends Reading {
  readonly body: string | null
  /** Table, as `goals.indicators` -> rows read so far. */
  readonly counts: Map<string, number>
}

/** Where a row stands: `path` by position, `row` by ids, `table` by names. */
export interface RowPlace {
  readonly path: string
  readonly row: string | null
  readonly table: string
  readonly depth: number
}

/** Reads the row of an object: its scalars are cells, its lists of objects tables. */
export function rowFromJson(
  fields: ReadonlyMap<string, unknown>,
  id: string | null,
  place: RowPlace,
  reading: BodyReading,
): RawRow {
  const cells = new Map<string, RawCell>()
  const tables = new Map<string, readonly RawRow[]>()
  for (const [key, value] of fields) {
    if (key === 'id' || key === 'name') continue
    if (isTable(value)) {
      tables.set(key, readTable(key, value, place, reading))
    } else if (value !== undefined) cells.set(key, cellFromJson(value))
  }
  return {
    id,
    name: readName(fields.get('name'), place, reading),
    cells,
    tables,
    place: {
      file: reading.file,
      line: reading.line ?? null,
      path: place.path,
    },
  }
}

function readTable(
  name: string,
  items: readonly object[],
  parent: RowPlace,
  reading: BodyReading,
): RawRow[] {
  const { report, limits, counts, body } = reading
  const path = `${parent.path}.${name}`
  const depth = parent.depth + 1
  if (depth > limits.depth) {
    report(
      'DATA_TOO_LARGE',
      `${path} nests rows more than ${limits.depth} deep, which no methodology does. Look for a list that was put into itself.`,
      { body, row: parent.row },
    )
    return []
  }
  const table = parent.table === '' ? name : `${parent.table}.${name}`
  const before = counts.get(table) ?? 0
  counts.set(table, before + items.length)
  if (before + items.length > limits.rows) {
    if (before <= limits.rows) {
      report(
        'DATA_TOO_LARGE',
        `${path} brings the table "${table}" of this body over ${limits.rows} rows. Sum the rows up before they are read.`,
        { body, row: parent.row },
      )
    }
    return []
  }

  const rows = parent.row === null ? name : `${parent.row}.${name}`
  const seen = new Map<string, string>()
  return items.map((item, index) => {
    const fields = fieldsOf(item)
    const rowPath = `${path}[${index}]`
    const row = `${rows}[${index}]`
    const id = readId(fields.get('id'), rowPath, { body, row, report })
    const first = id === null ? undefined : seen.get(id)
    if (id !== null && first !== undefined) {
      report(
        'ID_DUPLICATE',
        `${rowPath} has the id ${quote(id)}, which ${first} has already. Give each row of a table an id of its own, or take one of the two out.`,
        { body, row: `${rows}[${id}]` },
      )
    } else if (id !== null) seen.set(id, rowPath)
    const label = id === null ? row : `${rows}[${id}]`
    return rowFromJson(
      fields,
      id,
      { path: rowPath, row: label, table, depth },
      reading,
    )
  })
}

/** Reads an id: text or a whole number; null where there is none. */
export function readId(
  value: unknown,
  path: string,
  place: Pick<DataProblem, 'body' | 'row'> & { readonly report: Report },
): string | null {
  if (isAbsent(value)) return null
  if (typeof value === 'string' && isWellFormed(value)) {
    return value.normalize('NFC')
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    return String(value)
  }
  const long = longNumberOf(value)
  if (long !== null && /^-?\d+$/.test(long)) return long
  place.report(
    'DATA_JSON_SHAPE',
    `The "id" of ${path} should be text or a whole number, but it is ${describe(value)}.`,
    { body: place.body, row: place.row, column: 'id' },
  )
  return null
}

function readName(
  value: unknown,
  { path, row }: RowPlace,
  { report, body }: BodyReading,
): string | null {
  if (isAbsent(value)) return null
  if (typeof value === 'string' && isWellFormed(value)) {
    return value.normalize('NFC')
  }
  report(
    'DATA_JSON_SHAPE',
    `The "name" of ${path} should be text, but it is ${describe(value)}.`,
    { body, row, column: 'name' },
  )
  return null
}
