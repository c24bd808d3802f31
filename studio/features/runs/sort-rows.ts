/** Rows in the order that a reader asks for. What is not there stands last, in either direction. */
import { compareNames } from '../../format/alphabet.js'
import { compareDecimals } from '../../decimal/exact-decimal.js'
import type { ResultRow } from './result-rows.js'

export type Direction = 'ascending' | 'descending'

export interface Sorting {
  /** `place`, `body`, `deductions`, `flags`, `status`, `group.KEY`, `figure.KEY`. */
  readonly by: string
  readonly direction: Direction
}

/** What a row is compared by: text is a decimal number or a name, null is nothing. */
type SortValue =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | null

const STATUSES = ['scored', 'not-scored', 'not-applicable', 'restricted']

export function sortRows(
  rows: readonly ResultRow[],
  { by, direction }: Sorting,
): readonly ResultRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  const keyed = rows.map((row) => ({ row, value: sortValue(row, by) }))
  return keyed
    .sort((one, other) => {
      if (one.value === null || other.value === null) {
        const both = Number(one.value === null) - Number(other.value === null)
        return both || compareByDefault(one.row, other.row)
      }
      const order = compareValues(one.value, other.value)
      return sign * order || compareByDefault(one.row, other.row)
    })
    .map(({ row }) => row)
}

function sortValue(row: ResultRow, by: string): SortValue {
  const number = (value: number) =>
    ({ kind: 'number', text: String(value) }) as const
  if (by.startsWith('figure.')) {
    const figure = row.figures[by.slice('figure.'.length)]
    if (figure?.kind === 'decimal') return { kind: 'number', text: figure.text }
    return figure?.kind === 'word' ? { kind: 'name', text: figure.text } : null
  }
  if (by.startsWith('group.')) {
    const text = row.group[by.slice('group.'.length)]
    return text === undefined ? null : { kind: 'name', text }
  }
  switch (by) {
    case 'body':
      return { kind: 'name', text: nameText(row) }
    case 'deductions':
      return row.deductions && { kind: 'number', text: row.deductions.sum }
    case 'flags':
      return row.flags.length === 0 ? null : number(row.flags.length)
    case 'status':
      return number(STATUSES.indexOf(row.status))
    default:
      return row.place === null ? null : number(row.place)
  }
}

function compareValues(
  one: NonNullable<SortValue>,
  other: NonNullable<SortValue>,
): number {
  return one.kind === 'number' && other.kind === 'number'
    ? compareDecimals(one.text, other.text)
    : compareNames(one.text, other.text)
}

/** As the ranking has them: by group, place and name. */
function compareByDefault(one: ResultRow, other: ResultRow): number {
  const [mine, theirs] = [one.place ?? Infinity, other.place ?? Infinity]
  return (
    compareNames(groupText(one), groupText(other)) ||
    (mine === theirs ? 0 : mine - theirs) ||
    compareNames(nameText(one), nameText(other))
  )
}

/** As it is shown. */
function nameText({ id, name }: ResultRow): string {
  return name?.text ?? id
}

function groupText({ group }: ResultRow): string {
  return Object.values(group).join(' ')
}
