/** The bodies of columns as JSON objects, with the same values; absent cells are left out. */
import type { ColumnData } from '../../../engine/index.js'
import { columnName, INPUTS, TABLES, type LevelName } from './goals-levels.js'

/** Unknown cells are absent keys; tables without rows are empty lists. */
export interface JsonBody {
  readonly id: string
  readonly kind: 'central' | 'local'
  readonly reported_late?: boolean
  readonly incomplete?: boolean
  readonly unreliable_facts?: number
  readonly sectors: readonly (JsonCoefficients & {
    readonly directions: readonly JsonCoefficients[]
  })[]
  readonly risks: readonly { readonly r: number }[]
  readonly goals: readonly {
    readonly indicators: readonly JsonImprovement[]
    readonly tasks: readonly { readonly results: readonly JsonImprovement[] }[]
  }[]
  readonly indices: readonly {
    readonly previous?: number
    readonly current?: number
    readonly falls?: boolean
  }[]
}

export interface JsonCoefficients {
  readonly q1?: number
  readonly q2?: number
}

export interface JsonImprovement {
  readonly base?: number
  readonly plan?: number
  readonly fact?: number
  readonly operational?: number
  readonly falls?: boolean
}

const TRUTHS = new Set(['reported_late', 'incomplete', 'falls'])

/** @param rows - which bodies, in the order in which they are wanted */
export function jsonBodies(
  columns: ColumnData,
  rows: readonly number[],
): readonly JsonBody[] {
  return rows.map((row) => {
    const body = { id: columns.ids[row], ...rowObject(columns, '', row) }
    // Built from the table of inputs above, which is that of the methodology.
    return body as unknown as JsonBody
  })
}

function rowObject(
  columns: ColumnData,
  level: LevelName,
  row: number,
): Readonly<Record<string, unknown>> {
  const object: Record<string, unknown> = {}
  for (const input of INPUTS[level]) {
    const column = columns.inputs.get(columnName(level, input))
    const value = column?.values[row] ?? NaN
    if (Number.isNaN(value)) continue
    if (column?.words) object[input] = column.words[value]
    else object[input] = TRUTHS.has(input) ? value === 1 : value
  }
  for (const table of TABLES[level]) {
    const offsets = columns.levels.get(table)?.offsets
    const from = offsets?.[row] ?? 0
    const to = offsets?.[row + 1] ?? 0
    object[table.slice(table.lastIndexOf('.') + 1)] = Array.from(
      { length: to - from },
      (_, index) => rowObject(columns, table, from + index),
    )
  }
  return object
}
