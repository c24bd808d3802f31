/** What the bodies of a register are called in a year, in each language that the register has. */
import type { components } from '../api/openapi.js'
import type { FileTitle } from '../language/title-text.js'

export type RegisterRows = components['schemas']['RegisterText']['rows']

/** A body in one period. */
export interface RegisteredName {
  /** The name that results take over. */
  readonly own: string | null
  readonly title: NonNullable<FileTitle>
}

/** Id -> the names that were in force in the year, the earliest first. */
export type RegisterNames = ReadonlyMap<string, readonly RegisteredName[]>

/** In the order in which results take a name. */
const OWN = ['name', 'name_en', 'name_ru', 'name_kk'] as const

export function namesOfYear(rows: RegisterRows, year: number): RegisterNames {
  const names = new Map<string, RegisteredName[]>()
  for (const row of inOrder(rows)) {
    const { id } = row
    if (id === undefined || !isOfYear(row, year)) continue
    const own = OWN.map((column) => row[column]).find((each) => each)
    const { name_kk: kk, name_ru: ru, name_en: en } = row
    const known = names.get(id) ?? []
    names.set(id, [...known, { own: own ?? null, title: { kk, ru, en } }])
  }
  return names
}

function inOrder(rows: RegisterRows): RegisterRows {
  const from = (row: RegisterRows[number]) => row['valid_from'] ?? ''
  return [...rows].sort((one, other) => (from(one) < from(other) ? -1 : 1))
}

/** On any day of it. */
function isOfYear(row: RegisterRows[number], year: number): boolean {
  const text = String(year).padStart(4, '0')
  const { valid_from: from, valid_to: to } = row
  return (
    (from === undefined || from <= `${text}-12-31`) &&
    (to === undefined || to >= `${text}-01-01`)
  )
}
