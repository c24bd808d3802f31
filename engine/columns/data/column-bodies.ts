/** Bodies as rows, read from columns one by one: for what is computed exactly. */
import type { DatasetRow } from '../../data/dataset.js'
import type { BodyList } from '../../evaluation/lazy-run.js'
import type {
  InputNode,
  Level,
  Methodology,
} from '../../methodology/methodology.js'
import { parseDecimal } from '../../number/text.js'
import { booleanValue, numberValue, type Value } from '../../value.js'
import type { ColumnData, InputColumn } from './column-data.js'

export function bodiesOfColumns(
  methodology: Methodology,
  data: ColumnData,
): BodyList {
  const inputs = methodology.nodes.filter(
    (node): node is InputNode => node.kind === 'input',
  )
  const byLevel = byLevelOf(inputs)
  return {
    count: data.ids.length,
    at: (index) => rowAt(methodology.bodies, index, data, byLevel, null),
  }
}

function byLevelOf(
  inputs: readonly InputNode[],
): ReadonlyMap<Level, readonly InputNode[]> {
  const byLevel = new Map<Level, InputNode[]>()
  for (const input of inputs) {
    const known = byLevel.get(input.level)
    if (known) known.push(input)
    else byLevel.set(input.level, [input])
  }
  return byLevel
}

function rowAt(
  level: Level,
  index: number,
  data: ColumnData,
  inputs: ReadonlyMap<Level, readonly InputNode[]>,
  label: string | null,
): DatasetRow {
  const isBody = level.name === ''
  const id = (isBody ? data.ids : data.levels.get(level.name)?.ids)?.[index]
  const cells = new Map<string, Value>()
  for (const input of inputs.get(level) ?? []) {
    const column = data.inputs.get(input.name)
    const value = column && cellAt(column, index, input)
    if (value) cells.set(input.column, value)
  }
  return {
    id: id ?? null,
    name: isBody ? (data.names[index] ?? null) : null,
    label,
    cells,
    imputed: new Map(),
    tables: tablesOf(level, index, data, inputs, label),
    place: { file: '', line: null, path: null },
  }
}

function tablesOf(
  level: Level,
  index: number,
  data: ColumnData,
  inputs: ReadonlyMap<Level, readonly InputNode[]>,
  label: string | null,
): DatasetRow['tables'] {
  return new Map(
    [...level.tables].map(([name, table]) => {
      const rows = data.levels.get(table.name)
      const first = rows?.offsets[index] ?? 0
      const end = rows?.offsets[index + 1] ?? 0
      const list = Array.from({ length: end - first }, (_, place) => {
        const id = rows?.ids[first + place] ?? String(place + 1)
        const own = `${label === null ? '' : `${label}.`}${name}[${id}]`
        return rowAt(table, first + place, data, inputs, own)
      })
      return [name, list] as const
    }),
  )
}

/** undefined for an empty cell. */
function cellAt(
  { values, exact, words }: InputColumn,
  index: number,
  { type }: InputNode,
): Value | undefined {
  const double = values[index] ?? NaN
  if (double !== double) return undefined
  if (type.kind === 'boolean') return booleanValue(double === 1)
  if (type.kind === 'number') {
    const number = exact.get(index) ?? parseDecimal(String(double))
    return typeof number === 'string' ? undefined : numberValue(number)
  }
  const word = words?.[double]
  return word === undefined ? undefined : { kind: 'word', word }
}
