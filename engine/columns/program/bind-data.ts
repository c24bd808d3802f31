/** Columns of data in the places where a program reads them. */
import type { ColumnLevel } from '../code/code.js'
import type { ColumnData, InputColumn } from '../data/column-data.js'
import type { ColumnProgram } from './prepare.js'
import type { ColumnFrame, RowsOfLevel } from './step.js'

export interface BoundFrame extends ColumnFrame {
  readonly rows: Map<ColumnLevel, RowsOfLevel>
}

export function bindData(
  { lowering, settings }: ColumnProgram,
  data: ColumnData,
): BoundFrame {
  const rows = new Map<ColumnLevel, RowsOfLevel>()
  for (const [level, made] of lowering.levels) {
    rows.set(made, level.parent ? rowsOf(data, level.name) : ONE_ROW)
  }
  const columns: Float64Array[] = []
  for (const { target, source } of lowering.inputs) {
    const column = data[source.kind === 'input' ? 'inputs' : 'previous'].get(
      source.key,
    )
    if (!column) throw new TypeError(`The data have no column ${source.key}`)
    columns[target.value.index] = valuesOf(column, lowering.words)
    if (target.notApplicable) {
      columns[target.notApplicable.index] = Float64Array.from(
        column.notApplicable ?? new Uint8Array(column.values.length),
      )
    }
  }
  return { columns, settings, rows }
}

/** Words by their place in the dictionary of the run. */
function valuesOf(
  { values, words }: InputColumn,
  dictionary: readonly string[],
): Float64Array {
  if (!words) return values
  const places = words.map((word) => dictionary.indexOf(word))
  return values.map((value) => (value === value ? (places[value] ?? NaN) : NaN))
}

function rowsOf(data: ColumnData, name: string): RowsOfLevel {
  const level = data.levels.get(name)
  if (!level) throw new TypeError(`The data have no rows "${name}"`)
  const { count, offsets } = level
  const parents = new Int32Array(name === '' ? 0 : count)
  if (name !== '') {
    for (let parent = 0; parent + 1 < offsets.length; parent += 1) {
      parents.fill(parent, offsets[parent], offsets[parent + 1])
    }
  }
  return { count, offsets, parents, groupOf: NOTHING, members: NOTHING }
}

const NOTHING = new Int32Array(0)

const ONE_ROW: RowsOfLevel = {
  count: 1,
  offsets: NOTHING,
  parents: NOTHING,
  groupOf: NOTHING,
  members: NOTHING,
}
