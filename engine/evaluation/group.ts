/**
 * The groups of a named population: bodies that agree in the attributes of `by`.
 * Each group has a row of its own, which stands in for the population where a
 * figure has one value for each group.
 */
import { cellOf, groupsOf } from './cell.js'
import type {
  Column,
  Level,
  PopulationNode,
} from '../methodology/methodology.js'
import { compare } from '../number/numeric.js'
import { exactText, parseExact } from '../number/exact-text.js'
import { decimalText } from '../number/text.js'
import {
  isPresent,
  missing,
  numberValue,
  type MissingValue,
  type NotApplicableValue,
  type PresentValue,
} from '../value.js'
import type { Row } from './row.js'

export interface Group {
  readonly kind: 'group'
  /** Equal for two bodies exactly where they are of the same group; '' where there are no groups. */
  readonly key: string
  /** Attribute -> its value in this group. */
  readonly of: readonly {
    readonly column: Column
    readonly value: PresentValue
  }[]
}

/** The one group of a population without groups. */
export const WHOLE: Group = { kind: 'group', key: '', of: [] }

/**
 * The group of the body that a row belongs to, or why it is in none: an
 * attribute of the grouping is missing or not applicable.
 */
export function groupOf(
  row: Row,
  among: PopulationNode | null,
): Group | MissingValue | NotApplicableValue {
  if (!among || among.by.length === 0) return WHOLE
  const body = bodyOf(row)
  const because: MissingValue[] = []
  const of: Group['of'][number][] = []
  for (const column of among.by) {
    const value = cellOf(body, column) ?? missing('NOT_GIVEN')
    if (value.kind === 'not-applicable') return value
    if (isPresent(value)) of.push({ column, value })
    else because.push(value)
  }
  return because.length > 0
    ? missing('NO_GROUP', { detail: among.population, because })
    : { kind: 'group', key: keyOf(of), of }
}

/** The row of the body that a row belongs to; of a group any of its bodies. */
export function bodyOf(row: Row): Row {
  if (isPopulation(row.level)) return row.tables.get('bodies')?.[0] ?? row
  let body = row
  while (body.parent && !isPopulation(body.parent.level)) body = body.parent
  return body
}

function isPopulation(level: Level): boolean {
  return level.parent === null
}

function keyOf(of: Group['of']): string {
  return JSON.stringify(of.map(({ value }) => [value.kind, textOf(value)]))
}

/** The group of a key, as `groupOf` makes them, read again where the bodies are not at hand. */
export function groupOfKey(among: PopulationNode | null, key: string): Group {
  if (!among || key === '') return WHOLE
  const parts = JSON.parse(key) as readonly (readonly [string, string])[]
  const of = among.by.map((column, index) => {
    const [kind = 'word', text = ''] = parts[index] ?? []
    return { column, value: valueOfText(kind, text) }
  })
  return { kind: 'group', key, of }
}

function valueOfText(kind: string, text: string): PresentValue {
  if (kind === 'boolean') return { kind, boolean: text === 'true' }
  return kind === 'number'
    ? numberValue(parseExact(text))
    : { kind: 'word', word: text }
}

/** Exact for fractions, so that groups never mix by rounding. */
function textOf(value: PresentValue): string {
  if (value.kind === 'word') return value.word
  if (value.kind === 'boolean') return String(value.boolean)
  return exactText(value.number)
}

/** Gives every group of the population its row. */
export function buildGroupRows(
  population: Row,
  among: PopulationNode,
): ReadonlyMap<string, Row> {
  const members = new Map<string, Row[]>()
  for (const body of population.tables.get('bodies') ?? []) {
    const group = groupOf(body, among)
    if (group.kind !== 'group') continue
    const known = members.get(group.key)
    if (known) known.push(body)
    else members.set(group.key, [body])
  }
  return new Map(
    [...members].map(([key, bodies]) => [
      key,
      {
        ...population,
        parent: population,
        cells: [],
        tables: new Map([['bodies', bodies]]),
      },
    ]),
  )
}

/**
 * The row of the group that a row belongs to; or why there is none. In a formula
 * on the population that is the row of the group itself, or of the same group
 * where the figures are those of another population.
 */
export function groupRowOf(
  row: Row,
  among: PopulationNode,
): Row | MissingValue | NotApplicableValue {
  const group = groupOf(row, among)
  if (group.kind !== 'group') return group
  const found = groupsOf(row, among)?.get(group.key)
  if (!found) throw new TypeError('A group was read before it was gathered')
  return found
}

/** Levels in the order of their list, numbers by size, words by the alphabet. */
export function compareGroups(a: Group, b: Group): number {
  for (const [index, { column, value }] of a.of.entries()) {
    const other = b.of[index]?.value
    const order = other ? compareAttributes(column, value, other) : 0
    if (order !== 0) return order
  }
  return 0
}

function compareAttributes(
  { type }: Column,
  a: PresentValue,
  b: PresentValue,
): number {
  if (a.kind === 'number' && b.kind === 'number') {
    return compare(a.number, b.number)
  }
  const [left, right] = [textOf(a), textOf(b)]
  if (type.kind === 'level') {
    return type.values.indexOf(left) - type.values.indexOf(right)
  }
  return left < right ? -1 : left > right ? 1 : 0
}

/** Attribute -> value, for results and explanations. */
export function groupWords(
  group: Group,
): Readonly<Record<string, string>> | null {
  if (group.of.length === 0) return null
  return Object.fromEntries(
    group.of.map(({ column, value }) => [
      column.name,
      value.kind === 'number' ? decimalText(value.number) : textOf(value),
    ]),
  )
}

/** ` (income_group: low, region: north)`; nothing where there are no groups. */
export function groupText(group: Group): string {
  const words = Object.entries(groupWords(group) ?? {}).map(
    ([attribute, value]) => `${attribute}: ${value}`,
  )
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}
