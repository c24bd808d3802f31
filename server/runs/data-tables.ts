/**
 * A data set as tables that are read back to the same data: a CSV text or a
 * sheet for each, with the columns that readers of data want.
 */
import { stringify } from 'csv-stringify/sync'

import { guardedCell, guardedText } from '../data/guarded-text.js'
import {
  cannotHold,
  EMPTY,
  textCell,
  type Cell,
  type Sheet,
} from '../xlsx/sheet.js'
import { canonicalBodies, type CanonicalRow } from './canonical-rows.js'

export interface DataTable {
  /** As `bodies` or `goals.indicators`. */
  readonly name: string
  readonly header: readonly string[]
  /** null is an empty cell. */
  readonly rows: readonly (readonly (string | boolean | null)[])[]
}

/** A row, and the ids of the rows around it: of the body, then of each table. */
interface PlacedRow {
  readonly row: CanonicalRow
  readonly above: readonly (string | null)[]
}

/**
 * @param canonical - data whose hash has been checked
 * @throws ServiceRefusal `FORM_CANNOT_HOLD` for data that only JSON can say
 */
export function dataTables(canonical: string): readonly DataTable[] {
  const rows = new Map<string, PlacedRow[]>([['bodies', []]])
  const gather = (
    placed: PlacedRow,
    table: string,
    path: readonly string[],
  ) => {
    const own = rows.get(table) ?? []
    rows.set(table, own)
    own.push(placed)
    const { row, above } = placed
    for (const [name, below] of Object.entries(row.tables)) {
      if (row.id === null) throw withoutId(table)
      const inner = [...path, name]
      for (const each of below) {
        const around = [...above, row.id]
        gather({ row: each, above: around }, inner.join('.'), inner)
      }
    }
  }
  for (const row of canonicalBodies(canonical)) {
    gather({ row, above: [] }, 'bodies', [])
  }
  return [...rows]
    .map(([name, placed]) => tableOf(name, placed))
    .sort((a, b) => depth(a) - depth(b) || (a.name < b.name ? -1 : 1))
}

/** Numbers and words as they are, text that looks like a formula guarded. */
export function tableCsv({ header, rows }: DataTable): string {
  const lines = rows.map((cells) =>
    cells.map((cell) => (cell === null ? '' : guardedCell(String(cell)))),
  )
  return stringify([header.map(guardedText), ...lines])
}

/**
 * The data do not say what is a number: what looks like one, or like a date,
 * becomes a cell of this kind where it comes back from it unchanged.
 */
export function tableSheet({ name, header, rows }: DataTable): Sheet {
  return { name, header, rows: rows.map((cells) => cells.map(cellOf)) }
}

function cellOf(cell: string | boolean | null): Cell {
  if (cell === null) return EMPTY
  if (typeof cell === 'boolean') return { kind: 'boolean', boolean: cell }
  if (/^-?\d+(\.\d+)?$/.test(cell)) return { kind: 'decimal', text: cell }
  return /^\d{4}-\d{2}-\d{2}$/.test(cell)
    ? { kind: 'date', text: cell }
    : textCell(cell)
}

function depth({ name }: DataTable): number {
  return name === 'bodies' ? 0 : name.split('.').length
}

function tableOf(name: string, placed: readonly PlacedRow[]): DataTable {
  const isBodies = name === 'bodies'
  const above = isBodies ? [] : ['body', ...name.split('.').slice(0, -1)]
  const rows = placed.map(({ row }) => row)
  const hasIds = isBodies || rows.some(({ id }) => id !== null)
  const hasNames = rows.some((row) => row.name !== null)
  const keys = [
    ...above,
    ...(hasIds ? ['id'] : []),
    ...(hasNames ? ['name'] : []),
  ]
  const columns = columnsOf(rows)
  const reserved = [...above, 'id', 'name', 'year']
  const taken = columns.find((column) => reserved.includes(column))
  if (taken !== undefined) throw takenName(name, taken)
  return {
    name,
    header: [...keys, ...columns],
    rows: placed.map(({ row, above: ids }) => [
      ...ids,
      ...(hasIds ? [row.id] : []),
      ...(hasNames ? [row.name] : []),
      ...columns.map((column) => valueOf(row, column, name)),
    ]),
  }
}

/** By name, each followed by who imputed its values. */
function columnsOf(rows: readonly CanonicalRow[]): readonly string[] {
  const names = new Set<string>()
  const imputed = new Set<string>()
  for (const row of rows) {
    for (const name of Object.keys(row.cells)) names.add(name)
    for (const name of Object.keys(row.imputed ?? {})) imputed.add(name)
  }
  return [...names]
    .sort()
    .flatMap((name) => [
      name,
      ...(imputed.has(name) ? [`${IMPUTED}${name}`] : []),
    ])
}

const IMPUTED = 'imputed:'

function valueOf(
  { cells, imputed = {} }: CanonicalRow,
  column: string,
  table: string,
): string | boolean | null {
  const value = column.startsWith(IMPUTED)
    ? imputed[column.slice(IMPUTED.length)]
    : cells[column]
  if (value === '') throw emptyText(table, column)
  return value ?? null
}

function withoutId(table: string) {
  return cannotHold(
    `A row of the table "${table}" has rows below it and no id, by which they could name it. Ask for format=json.`,
  )
}

function takenName(table: string, column: string) {
  return cannotHold(
    `The table "${table}" has an input "${column}", a name that a table needs for itself. Ask for format=json.`,
  )
}

function emptyText(table: string, column: string) {
  return cannotHold(
    `The table "${table}" has an empty text in "${column}", which would be read as a missing value. Ask for format=json.`,
  )
}
