/**
 * Invented bodies for the methodology of 2012 on strategic goals, in columns.
 *
 * The columns are made in place: one pass counts the rows of every table, so
 * that each column has its length from the start, a second one writes the
 * cells. Nothing is copied.
 */
import {
  inputColumn,
  type ColumnData,
  type InputColumn,
  type LevelRows,
} from '../../../engine/index.js'
import { writeBody, type Sheet } from './goals-cells.js'
import {
  columnName,
  INPUTS,
  LEVELS,
  perLevel,
  TABLES,
  type LevelName,
  type PerLevel,
} from './goals-levels.js'
import { shapeOf, type BodyShape } from './goals-shape.js'

export const YEAR = 2012

/** @param count - how many bodies; the first of them are those of every smaller count */
export function goalsColumns(count: number): ColumnData {
  const rows = perLevel(() => 0)
  for (let body = 0; body < count; body++) countRows(rows, shapeOf(body))
  const sheet: Sheet = {
    next: perLevel(() => 0),
    offsets: perLevel((level) => new Int32Array(parentRows(level, rows) + 1)),
    cells: perLevel((level) =>
      INPUTS[level].map(() => new Float64Array(rows[level])),
    ),
  }
  sheet.offsets[''][1] = count
  for (let body = 0; body < count; body++) writeBody(sheet, body)

  return {
    year: YEAR,
    levels: new Map(
      LEVELS.map((level): [string, LevelRows] => [
        level,
        { count: rows[level], offsets: sheet.offsets[level], ids: [] },
      ]),
    ),
    inputs: new Map(LEVELS.flatMap((level) => columnsOf(level, sheet))),
    ids: Array.from({ length: count }, (_, body) => idOf(body)),
    names: [],
    previous: new Map(),
  }
}

/** How many cells have a value. */
export function givenCells({ inputs }: ColumnData): number {
  let given = 0
  for (const { values } of inputs.values()) {
    for (const value of values) if (!Number.isNaN(value)) given++
  }
  return given
}

export function columnBytes({ levels, inputs }: ColumnData): number {
  const arrays = [
    ...[...levels.values()].map(({ offsets }) => offsets),
    ...[...inputs.values()].map(({ values }) => values),
  ]
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
}

function columnsOf(
  level: LevelName,
  sheet: Sheet,
): readonly [string, InputColumn][] {
  return INPUTS[level].map((input, index) => [
    columnName(level, input),
    inputColumn(
      sheet.cells[level][index] ?? new Float64Array(),
      input === 'kind' ? ['central', 'local'] : null,
    ),
  ])
}

/** In the order of the rows also where they are sorted as text. */
function idOf(body: number): string {
  return `b${String(body).padStart(7, '0')}`
}

function parentRows(level: LevelName, rows: PerLevel<number>): number {
  const parent = LEVELS.find((each) => TABLES[each].includes(level))
  return parent === undefined ? 1 : rows[parent]
}

function countRows(rows: PerLevel<number>, shape: BodyShape): void {
  rows['']++
  rows.sectors += shape.sectors.length
  for (const directions of shape.sectors) {
    rows['sectors.directions'] += directions
  }
  rows.risks += shape.risks
  rows.goals += shape.goals.length
  for (const { indicators, tasks } of shape.goals) {
    rows['goals.indicators'] += indicators
    rows['goals.tasks'] += tasks.length
    for (const results of tasks) rows['goals.tasks.results'] += results
  }
  rows.indices += shape.indices
}
