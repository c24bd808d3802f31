/** The rows of a run: what the data gave, and a cell for every node of the level. */
import type { DatasetRow } from '../data/dataset.js'
import type { Level } from '../methodology/methodology.js'
import { didNotExist } from '../register/register.js'
import type { MissingValue, Place, Value } from '../value.js'
import type { RunSetting } from './surroundings.js'

export interface Row {
  readonly level: Level
  /** The enclosing row; the population is the outermost. */
  readonly parent: Row | null
  /** null on the population. */
  readonly given: DatasetRow | null
  /** One value per node, filled in the order of the graph. */
  readonly cells: Value[]
  readonly tables: ReadonlyMap<string, readonly Row[]>
  /** The year, what is known beside the data, and what is known of all bodies. */
  readonly setting: RunSetting
  /** The same row in the data of earlier years, the year before first. */
  readonly earlier: readonly EarlierRow[]
  /** On a body without figures of its own: why. Such rows stand outside of the population. */
  readonly absent: MissingValue | null
}

/** A row in the data of an earlier year, or why there is none. */
export type EarlierRow = DatasetRow | NoEarlierRow

export type NoEarlierRow =
  'no-data' | 'no-body' | 'broken' | 'no-row' | 'no-id' | 'not-existing'

/** @param years - how many years before */
export function earlierRow(row: Row, years: number): EarlierRow {
  const { year, surroundings } = row.setting
  const { register } = surroundings
  const body = register && bodyIdOf(row)
  if (body && didNotExist(register, body, year - years)) return 'not-existing'
  return row.earlier[years - 1] ?? 'no-data'
}

/** Whose row it was in earlier years: a row of a joined body was that body's. */
function bodyIdOf(row: Row): string | null {
  if (row.given?.joinedFrom !== undefined) return row.given.joinedFrom
  let body = row
  while (body.parent?.given) body = body.parent
  return body.given?.id ?? null
}

/** The own row or the enclosing one that is of the level. */
export function rowAt(row: Row, level: Level): Row {
  let here: Row | null = row
  while (here && here.level !== level) here = here.parent
  if (!here) throw new TypeError(`No enclosing row of "${level.name}"`)
  return here
}

/** The row of the population. */
export function outermost(row: Row): Row {
  let here = row
  while (here.parent) here = here.parent
  return here
}

/** All rows of a table below a row, through the tables between. */
export function rowsBelow(row: Row, table: Level): readonly Row[] {
  if (row.level === table) return [row]
  if (row.level === table.parent) return row.tables.get(stepName(table)) ?? []
  const between: string[] = []
  let level: Level | null = table
  while (level && level !== row.level) {
    between.unshift(stepName(level))
    level = level.parent
  }
  return between.reduce<readonly Row[]>(
    (rows, name) => rows.flatMap((each) => each.tables.get(name) ?? []),
    [row],
  )
}

/** Where a value of the row stands. */
export function placeIn(row: Row, column: string): Place {
  return { column, row: row.given?.label ?? null }
}

function stepName(level: Level): string {
  if (level.name === '') return 'bodies'
  return level.name.slice(level.name.lastIndexOf('.') + 1)
}
