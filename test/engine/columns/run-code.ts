/** Runs column code on a small frame, by closures over blocks and by generated loops. */
import { Builder } from '../../../engine/columns/code/builder.js'
import type {
  Code,
  ColumnLevel,
  StoredColumn,
} from '../../../engine/columns/code/code.js'
import { ANY, type Facts } from '../../../engine/columns/code/facts.js'
import {
  columnRows,
  type ColumnRows,
} from '../../../engine/columns/lowering/column-rows.js'
import type {
  ColumnFrame,
  RowsOfLevel,
  Target,
} from '../../../engine/columns/program/step.js'
import { blocksTarget } from '../../../engine/columns/targets/blocks/blocks-target.js'
import {
  GENERATED_PARAMETERS,
  generatedTarget,
  type GeneratedFunction,
} from '../../../engine/columns/targets/generated/generated-target.js'

export const POPULATION: ColumnLevel = {
  name: 'population',
  kind: 'population',
  parent: null,
  depth: 0,
  mostRows: 1,
}
export const BODIES: ColumnLevel = {
  name: '',
  kind: 'bodies',
  parent: POPULATION,
  depth: 2,
  mostRows: 1000,
}
export const ROWS: ColumnLevel = {
  name: 'rows',
  kind: 'table',
  parent: BODIES,
  depth: 3,
  mostRows: 1000,
}

export const TARGETS: readonly Target[] = [
  blocksTarget,
  generatedTarget(
    (body) =>
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      new Function(...GENERATED_PARAMETERS, body) as GeneratedFunction,
  ),
]

/** Doubles next to decimals of at most 15 digits. */
export const DECIMALS: Facts = { ...ANY, isDecimal: true }

/** Bodies, each with rows of a table, and columns for both. */
export class SmallFrame {
  readonly code = new Builder(POPULATION)
  readonly #columns: Float64Array[] = []
  readonly #lengths: readonly number[]

  /** @param lengths - how many rows each body has */
  constructor(lengths: readonly number[]) {
    this.#lengths = lengths
  }

  ofBodies(values: readonly number[], facts: Facts = ANY): Code {
    return this.code.cell(this.#store(BODIES, values, facts))
  }

  ofRows(values: readonly number[], facts: Facts = ANY): Code {
    return this.code.cell(this.#store(ROWS, values, facts))
  }

  /** The rows of a body in which every column has a value. */
  rows(...columns: readonly Code[]): ColumnRows {
    const mask = columns
      .map((each) => this.code.isPresent(each))
      .reduce((a, b) => this.code.both(a, b), this.code.number(1))
    return columnRows(this.code, BODIES, ROWS, columns, mask)
  }

  /** For each code its values in all bodies. */
  run(target: Target, codes: readonly Code[]): readonly (readonly number[])[] {
    const zeros = this.#lengths.map(() => NaN)
    const stored = codes.map((code) => ({
      column: this.#store(BODIES, zeros, ANY),
      code,
    }))
    const step = { kind: 'code', level: BODIES, stored, doubt: null } as const
    target.prepare(step)(this.#frame())
    return stored.map(({ column }) => [...(this.#columns[column.index] ?? [])])
  }

  #store(
    level: ColumnLevel,
    values: readonly number[],
    facts: Facts,
  ): StoredColumn {
    const index = this.#columns.push(Float64Array.from(values)) - 1
    return { index, name: `column ${index}`, level, facts }
  }

  #frame(): ColumnFrame {
    const count = this.#lengths.length
    const offsets = [0]
    const parents: number[] = []
    for (const [body, length] of this.#lengths.entries()) {
      for (let row = 0; row < length; row += 1) parents.push(body)
      offsets.push(parents.length)
    }
    const rows = new Map<ColumnLevel, RowsOfLevel>([
      [POPULATION, rowsOf({ count: 1, offsets: [0, 1] })],
      [BODIES, rowsOf({ count, offsets: [0, count] })],
      [ROWS, rowsOf({ count: parents.length, offsets, parents })],
    ])
    return { columns: this.#columns, settings: new Float64Array(0), rows }
  }
}

function rowsOf({
  count,
  offsets,
  parents = [],
}: {
  count: number
  offsets: readonly number[]
  parents?: readonly number[]
}): RowsOfLevel {
  return {
    count,
    offsets: Int32Array.from(offsets),
    parents: Int32Array.from(parents),
    groupOf: new Int32Array(0),
    members: new Int32Array(0),
  }
}
