/** The rows of a run, made from checked data and paired with those of the year before. */
import type { Dataset, DatasetRow } from '../data/dataset.js'
import type {
  InputNode,
  Level,
  Methodology,
} from '../methodology/methodology.js'
import { missing, type Value } from '../value.js'
import { placeIn, type Row } from './row.js'

/** @param previous - the data of the year before; rows are paired by their ids */
export function buildRows(
  methodology: Methodology,
  dataset: Dataset,
  previous: Dataset | null,
): Row {
  const bodies: Row[] = []
  const population: Row = {
    level: methodology.population,
    parent: null,
    given: null,
    cells: [],
    tables: new Map([['bodies', bodies]]),
    distributions: new Map(),
    groups: new Map(),
    previous: 'no-data',
  }
  const before = new Map(previous?.bodies.map((body) => [body.id, body]))
  for (const given of dataset.bodies) {
    const match = before.get(given.id) ?? whyNone(previous, given.id)
    bodies.push(rowOf(given, methodology.bodies, population, match))
  }
  return population
}

function whyNone(previous: Dataset | null, id: string | null): Row['previous'] {
  if (!previous) return 'no-data'
  return previous.broken.has(id ?? '') ? 'broken' : 'no-body'
}

function rowOf(
  given: DatasetRow,
  level: Level,
  parent: Row,
  previous: Row['previous'],
): Row {
  const tables = level.tables.size === 0 ? NO_TABLES : new Map<string, Row[]>()
  const row: Row = {
    level,
    parent,
    given,
    cells: [],
    tables,
    distributions: parent.distributions,
    groups: parent.groups,
    previous,
  }
  for (const [name, below] of level.tables) {
    const before = byId(previous, name)
    const children = given.tables.get(name) ?? []
    tables.set(
      name,
      children.map((child) => rowOf(child, below, row, partner(child, before))),
    )
  }
  return row
}

/** Shared by all rows of the innermost tables, of which there are many. */
const NO_TABLES = new Map<string, Row[]>()

type Partners = ReadonlyMap<string | null, DatasetRow> | string

function byId(previous: Row['previous'], table: string): Partners {
  if (typeof previous === 'string') return previous
  return new Map((previous.tables.get(table) ?? []).map((row) => [row.id, row]))
}

function partner(row: DatasetRow, before: Partners): Row['previous'] {
  if (typeof before === 'string') return before as Row['previous']
  if (row.id === null) return 'no-id'
  return before.get(row.id) ?? 'no-row'
}

export function rowsByLevel(
  population: Row,
): ReadonlyMap<Level, readonly Row[]> {
  const rows = new Map<Level, Row[]>()
  const add = (row: Row): void => {
    const list = rows.get(row.level)
    if (list) list.push(row)
    else rows.set(row.level, [row])
    for (const table of row.tables.values()) table.forEach(add)
  }
  add(population)
  return rows
}

/** The value of an input in a row: the cell, what an empty cell means, or missing. */
export function inputValue(node: InputNode, row: Row): Value {
  return (
    row.given?.cells.get(node.column) ??
    node.ifEmpty ??
    missing('NOT_GIVEN', { at: placeIn(row, node.column) })
  )
}

/** Fills the cells of the inputs alone, for checks of the data. */
export function fillInputs(methodology: Methodology, population: Row): void {
  const rows = rowsByLevel(population)
  for (const node of methodology.nodes) {
    if (node.kind !== 'input') continue
    for (const row of rows.get(node.level) ?? []) {
      row.cells[node.slot] = inputValue(node, row)
    }
  }
}
