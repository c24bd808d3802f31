/** Checked data as columns, with what empty cells mean filled in. */
import type { DatasetRow } from '../../data/dataset.js'
import type { LazyRun } from '../../evaluation/lazy-run.js'
import { previousValue } from '../../evaluation/previous-value.js'
import type { Row } from '../../evaluation/row.js'
import { inputValue } from '../../evaluation/rows.js'
import type { PreviousExpression } from '../../expression/expression.js'
import type { InputNode, Level } from '../../methodology/methodology.js'
import { previousReads } from '../../methodology/reads.js'
import { doubleOf, isShortDecimal } from '../../number/double.js'
import { isZero, sign, type Numeric } from '../../number/numeric.js'
import type { Value } from '../../value.js'
import type { ColumnData, InputColumn, LevelRows } from './column-data.js'

/**
 * @param run - over the checked bodies; nothing of it is computed
 * @param bodies - how many there are
 */
export function columnsOfRun(
  run: LazyRun,
  bodies: number,
  year: number,
): ColumnData {
  const { methodology } = run
  const rows = Array.from({ length: bodies }, (_, at) => run.bodyRow(at))
  const byLevel = rowsOfLevels(methodology.bodies, rows)
  const inputs = methodology.nodes.filter(
    (node): node is InputNode => node.kind === 'input',
  )
  const previous = new Map(
    methodology.nodes
      .flatMap(previousReads)
      .map((read) => [previousKey(read), read] as const),
  )
  return {
    year,
    ids: rows.map(({ given }) => given?.id ?? ''),
    names: rows.map(({ given }) => given?.name ?? null),
    levels: new Map(
      [...byLevel].map(([level, list]) => [
        level.name,
        levelRows(level, list, byLevel),
      ]),
    ),
    inputs: new Map(
      inputs.map((input) => [
        input.name,
        columnOf(byLevel.get(input.level) ?? [], (row) =>
          inputValue(input, row),
        ),
      ]),
    ),
    previous: new Map(
      [...previous].map(([key, read]) => [
        key,
        columnOf(byLevel.get(read.column.level) ?? [], (row) =>
          previousValue(read, row),
        ),
      ]),
    ),
  }
}

/** How the data name a figure of an earlier year. */
export function previousKey({
  column,
  years,
}: Pick<PreviousExpression, 'column' | 'years'>): string {
  return `${column.name} ${years} before`
}

function rowsOfLevels(
  level: Level,
  rows: readonly Row[],
): ReadonlyMap<Level, readonly Row[]> {
  const below = [...level.tables].flatMap(([name, table]) => [
    ...rowsOfLevels(
      table,
      rows.flatMap((row) => row.tables.get(name) ?? []),
    ),
  ])
  return new Map([[level, rows], ...below])
}

function levelRows(
  level: Level,
  rows: readonly Row[],
  byLevel: ReadonlyMap<Level, readonly Row[]>,
): LevelRows {
  const above = level.parent && byLevel.get(level.parent)
  const ids = rows.map(({ given }) => given?.id ?? null)
  if (!above) {
    return { count: rows.length, offsets: Int32Array.of(0, rows.length), ids }
  }
  const name = level.name.slice(level.name.lastIndexOf('.') + 1)
  const offsets = new Int32Array(above.length + 1)
  for (const [index, row] of above.entries()) {
    const count = row.tables.get(name)?.length ?? 0
    offsets[index + 1] = (offsets[index] ?? 0) + count
  }
  return { count: rows.length, offsets, ids }
}

function columnOf(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): InputColumn {
  const values = new Float64Array(rows.length).fill(NaN)
  const exact = new Map<number, Numeric>()
  const words = new Map<string, number>()
  let notApplicable: Uint8Array | null = null
  for (const [index, row] of rows.entries()) {
    const value = valueOf(row)
    switch (value.kind) {
      case 'number':
        values[index] = trustedDouble(value.number)
        if (!isShortDecimal(value.number)) exact.set(index, value.number)
        break
      case 'boolean':
        values[index] = value.boolean ? 1 : 0
        break
      case 'word':
        values[index] = words.get(value.word) ?? words.size
        words.set(value.word, values[index] ?? 0)
        break
      case 'not-applicable':
        notApplicable ??= new Uint8Array(rows.length)
        notApplicable[index] = 1
        break
      case 'missing':
        break
    }
  }
  return {
    values,
    exact,
    notApplicable,
    words: words.size > 0 ? [...words.keys()] : null,
    isFilled: true,
  }
}

/** Beyond what doubles hold a number is the last of them, which is computed exactly wherever it is read. */
function trustedDouble(number: Numeric): number {
  const double = doubleOf(number)
  if (double !== 0 || isZero(number)) return double
  return sign(number) * Number.MIN_VALUE
}

/** Rows as a list that a lazy run reads. */
export function bodyList(bodies: readonly DatasetRow[]) {
  return {
    count: bodies.length,
    at: (index: number): DatasetRow => {
      const body = bodies[index]
      if (!body) throw new RangeError(`There is no body ${index}`)
      return body
    },
  }
}
