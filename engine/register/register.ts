/**
 * A register of bodies: who existed when, with which attributes, and who came
 * after whom. The same id may have several rows, for periods that do not overlap.
 */
import type { RawPlace } from '../data/raw.js'
import { canonicalJson } from '../result/canonical.js'

export interface Register {
  readonly id: string
  /** Its columns, `id` and dates among them, in the order of the alphabet. */
  readonly columns: readonly string[]
  /** Id -> its rows, earliest first. */
  readonly bodies: ReadonlyMap<string, readonly RegisterRow[]>
  /** The register in one form, however its file was written. */
  readonly text: string
  /** Of `text`. */
  readonly sha256: string
}

/** A body in one period. */
export interface RegisterRow {
  readonly id: string
  /** First day, as YYYY-MM-DD; null: since ever. */
  readonly validFrom: string | null
  /** Last day; null: in force. */
  readonly validTo: string | null
  /** Who came after a body that ended. */
  readonly successor: string | null
  /** Every column that is not empty, as it is written. */
  readonly cells: ReadonlyMap<string, string>
  readonly place: RawPlace
}

/** The columns that say who a body is and when it was. */
export const KEY_COLUMNS = [
  'id',
  'valid_from',
  'valid_to',
  'successor',
] as const

/** A register as rows of text: what a reader of a file hands over. */
export interface RawRegister {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly RawRegisterRow[]
}

export interface RawRegisterRow {
  /** Empty cells left out. */
  readonly cells: ReadonlyMap<string, string>
  readonly place: RawPlace
}

/** Canonical JSON (RFC 8785): the same content in any order of rows and columns is one text. */
export function canonicalRegister(
  id: string,
  { columns, rows }: Pick<RawRegister, 'columns' | 'rows'>,
): string {
  return canonicalJson({
    register: id,
    columns: [...columns].sort(),
    rows: rows
      .map(({ cells }) => Object.fromEntries(cells))
      .sort((a, b) => (canonicalKey(a) < canonicalKey(b) ? -1 : 1)),
  })
}

function canonicalKey(cells: { readonly [column: string]: string }): string {
  return JSON.stringify([cells['id'] ?? '', cells['valid_from'] ?? '', cells])
}

/** The name of a body in the first of the languages that the register has. */
export function registeredName({ cells }: RegisterRow): string | null {
  const name = ['name', 'name_en', 'name_ru', 'name_kk'].find((column) =>
    cells.has(column),
  )
  return name === undefined ? null : (cells.get(name) ?? null)
}

/** The row that is in force on a day, if any. */
export function rowOnDay(
  rows: readonly RegisterRow[],
  day: string,
): RegisterRow | undefined {
  return rows.find((row) => isInForce(row, day, day))
}

/** True where the row is in force on any of the days from `first` to `last`. */
export function isInForce(
  { validFrom, validTo }: RegisterRow,
  first: string,
  last: string,
): boolean {
  return (
    (validFrom === null || validFrom <= last) &&
    (validTo === null || validTo >= first)
  )
}

/** A year as it stands in dates. */
export function yearText(year: number): string {
  return String(year).padStart(4, '0')
}

export function firstDay(year: number): string {
  return `${yearText(year)}-01-01`
}

export function lastDay(year: number): string {
  return `${yearText(year)}-12-31`
}

/** True where the register knows the body and it was in force on no day of the year. */
export function didNotExist(
  register: Register,
  id: string,
  year: number,
): boolean {
  const rows = register.bodies.get(id)
  return (
    rows !== undefined &&
    !rows.some((row) => isInForce(row, firstDay(year), lastDay(year)))
  )
}

/** As `2019-02-25 to 2023-03-12`. */
export function periodText({ validFrom, validTo }: RegisterRow): string {
  if (validFrom === null) {
    return validTo === null ? 'without dates' : `until ${validTo}`
  }
  return validTo === null ? `from ${validFrom}` : `${validFrom} to ${validTo}`
}
