/** The rows of a run, made from checked data and paired with those of earlier years. */
import type { Dataset, DatasetRow } from '../data/dataset.js'
import type {
  InputNode,
  Level,
  Methodology,
} from '../methodology/methodology.js'
import { missing, type MissingValue, type Value } from '../value.js'
import { outputOfOther } from './output-of-other.js'
import { placeIn, type EarlierRow, type NoEarlierRow, type Row } from './row.js'
import {
  runSetting,
  type RunSetting,
  type Surroundings,
} from './surroundings.js'

/** @param surroundings - with data of earlier years; rows are paired by their ids */
export function buildRows(
  methodology: Pick<Methodology, 'population' | 'bodies'>,
  dataset: Dataset,
  surroundings: Surroundings,
): Row {
  const bodies: Row[] = []
  const population = populationOf(methodology, dataset, surroundings, bodies)
  const bodyRow = bodyRows(methodology, population)
  for (const given of dataset.bodies) bodies.push(bodyRow(given))
  return population
}

/** @param bodies - the list that holds its bodies, or will hold them */
export function populationOf(
  methodology: Pick<Methodology, 'population'>,
  { year }: Dataset,
  surroundings: Surroundings,
  bodies: Row[],
): Row {
  return {
    ...populationRow(methodology, runSetting(year, surroundings, null)),
    tables: new Map([['bodies', bodies]]),
  }
}

/** The outermost row, without its bodies. */
export function populationRow(
  { population }: Pick<Methodology, 'population'>,
  setting: RunSetting,
): Row {
  return {
    level: population,
    parent: null,
    given: null,
    cells: [],
    tables: NO_TABLES,
    setting,
    earlier: NOTHING_EARLIER,
    absent: null,
  }
}

/** What makes the row of a body, with its tables and its partners in earlier years. */
export function bodyRows(
  { bodies }: Pick<Methodology, 'bodies'>,
  population: Row,
): (given: DatasetRow) => Row {
  const { year, surroundings } = population.setting
  const years = earlierYears(year, surroundings)
  const byBody = years.map(
    (data) => data && new Map(data.bodies.map((body) => [body.id, body])),
  )
  const earlierOf = (id: string | null) =>
    years.map((data, index) => byBody[index]?.get(id) ?? whyNone(data, id))
  return (given) =>
    rowOf(given, bodies, population, earlierOf(given.id), earlierOf)
}

/** A body outside of the population, which has no figures of its own. */
export function absentRow(
  methodology: Methodology,
  population: Row,
  given: DatasetRow,
  absent: MissingValue,
): Row {
  const { bodies } = methodology
  const row = rowOf(given, bodies, population, NOTHING_EARLIER, () => [])
  return { ...row, absent }
}

/** The data of the year before, of two years before, and so on; null between them. */
function earlierYears(
  year: number,
  { earlier }: Surroundings,
): readonly (Dataset | null)[] {
  const most = Math.max(0, ...[...earlier.keys()].map((each) => year - each))
  return Array.from(
    { length: most },
    (_, index) => earlier.get(year - 1 - index) ?? null,
  )
}

function whyNone(data: Dataset | null, id: string | null): NoEarlierRow {
  if (!data) return 'no-data'
  return data.broken.has(id ?? '') ? 'broken' : 'no-body'
}

function rowOf(
  given: DatasetRow,
  level: Level,
  parent: Row,
  earlier: readonly EarlierRow[],
  earlierOf: (body: string) => readonly EarlierRow[],
): Row {
  const tables = level.tables.size === 0 ? NO_TABLES : new Map<string, Row[]>()
  const row: Row = {
    level,
    parent,
    given,
    cells: new Array<Value>(level.slots),
    tables,
    setting: parent.setting,
    earlier,
    absent: null,
  }
  for (const [name, below] of level.tables) {
    const before =
      earlier.length === 0
        ? NOTHING_BEFORE
        : earlier.map((each) => byId(each, name))
    const rows: Row[] = []
    for (const child of given.tables.get(name) ?? []) {
      // A row that another body brought is found in the data of that body.
      const others =
        child.joinedFrom === undefined || given.joinedFrom !== undefined
          ? before
          : earlierOf(child.joinedFrom).map((each) => byId(each, name))
      const partners =
        others.length === 0
          ? NOTHING_EARLIER
          : others.map((each) => partner(child, each))
      rows.push(rowOf(child, below, row, partners, earlierOf))
    }
    tables.set(name, rows)
  }
  return row
}

/** Gives up the rows of the tables of a body. */
export function forgetTables(body: Row): void {
  ;(body as { tables: Row['tables'] }).tables = NO_TABLES
}

/** Shared by all rows of the innermost tables, of which there are many. */
const NO_TABLES = new Map<string, Row[]>()
const NOTHING_EARLIER: readonly EarlierRow[] = []

type Partners = ReadonlyMap<string | null, DatasetRow> | NoEarlierRow

const NOTHING_BEFORE: readonly Partners[] = []

function byId(earlier: EarlierRow, table: string): Partners {
  if (typeof earlier === 'string') return earlier
  return new Map((earlier.tables.get(table) ?? []).map((row) => [row.id, row]))
}

function partner(row: DatasetRow, before: Partners): EarlierRow {
  if (typeof before === 'string') return before
  if (row.id === null) return 'no-id'
  return before.get(row.id) ?? 'no-row'
}

/** The rows and all below them; those of a level stand in the order of their bodies and tables. */
export function rowsByLevel(
  from: readonly Row[],
): ReadonlyMap<Level, readonly Row[]> {
  const rows = new Map<Level, Row[]>()
  const add = (list: readonly Row[]): void => {
    const [first] = list
    if (!first) return
    const known = rows.get(first.level)
    if (known) for (const row of list) known.push(row)
    else rows.set(first.level, [...list])
    for (const { tables } of list) {
      if (tables.size > 0) tables.forEach(add)
    }
  }
  add(from)
  return rows
}

/** The value of an input in a row: the cell, what an empty cell means, or missing. */
export function inputValue(node: InputNode, row: Row): Value {
  const given = row.given?.cells.get(node.column)
  if (given) return given
  const at = placeIn(row, node.column)
  const lacking = row.given?.joined
    ?.get(node.column)
    ?.find(({ value }) => value === null)
  if (lacking)
    return missing('JOINED_PART_MISSING', { at, detail: lacking.body })
  if (node.ifEmpty) return node.ifEmpty
  return node.from
    ? outputOfOther(node, node.from, row)
    : missing('NOT_GIVEN', { at })
}

/** Fills the cells of the inputs alone, which look at no other cell: row by row. */
export function fillInputs(
  { nodes }: Pick<Methodology, 'nodes'>,
  rows: ReadonlyMap<Level, readonly Row[]>,
): void {
  for (const [level, ofLevel] of rows) {
    const inputs = nodes.filter(
      (node): node is InputNode =>
        node.kind === 'input' && node.level === level,
    )
    if (inputs.length === 0) continue
    for (const row of ofLevel) {
      for (const node of inputs) row.cells[node.slot] = inputValue(node, row)
    }
  }
}
