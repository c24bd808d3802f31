/** Columns of data in the places where a program reads them. */
import type { ColumnLevel } from '../code/code.js'
import type { ColumnData, InputColumn } from '../data/column-data.js'
import type { Places } from './places/places.js'
import type { ColumnProgram } from './prepare.js'
import type { ColumnFrame, RowsOfLevel } from './step.js'

export interface BoundFrame extends ColumnFrame {
  readonly rows: Map<ColumnLevel, RowsOfLevel>
  /** Made for the first ranking that is run. */
  places: Places | null
}

/**
 * The same frame each time for a program and its data: inputs and rows are looked
 * at once, and what a run stores is written over by the next one.
 */
export function bindData(program: ColumnProgram, data: ColumnData): BoundFrame {
  const ofProgram = bound.get(program) ?? new WeakMap<ColumnData, BoundFrame>()
  bound.set(program, ofProgram)
  const known = ofProgram.get(data) ?? bindOnce(program, data)
  ofProgram.set(data, known)
  return known
}

const bound = new WeakMap<ColumnProgram, WeakMap<ColumnData, BoundFrame>>()

function bindOnce(
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
  return { columns, settings, rows, places: null }
}

/** Words by their place in the dictionary of the run. */
function valuesOf(
  { values, words }: InputColumn,
  dictionary: readonly string[],
): Float64Array {
  if (!words) return values
  const places = words.map((word) => dictionary.indexOf(word))
  if (places.every((place, index) => place === index)) return values
  return values.map((value) => (value === value ? (places[value] ?? NaN) : NaN))
}

function rowsOf(data: ColumnData, name: string): RowsOfLevel {
  const level = data.levels.get(name)
  if (!level) throw new TypeError(`The data have no rows "${name}"`)
  const { count, offsets } = level
  let parents: Int32Array | null = null
  return {
    count,
    offsets,
    // Loops over tables inside the rows above never ask.
    get parents() {
      return (parents ??= name === '' ? NOTHING : parentsOf(count, offsets))
    },
    groupOf: NOTHING,
    members: NOTHING,
  }
}

function parentsOf(count: number, offsets: Int32Array): Int32Array {
  const parents = new Int32Array(count)
  for (let parent = 0; parent + 1 < offsets.length; parent += 1) {
    parents.fill(parent, offsets[parent], offsets[parent + 1])
  }
  return parents
}

const NOTHING = new Int32Array(0)

const ONE_ROW: RowsOfLevel = {
  count: 1,
  offsets: NOTHING,
  parents: NOTHING,
  groupOf: NOTHING,
  members: NOTHING,
}
