/**
 * Runs steps by closures over blocks of rows: without generated code, so that it
 * runs under a content security policy that forbids it, and so that generated
 * loops have something to be held against.
 */
import type { Code, ColumnLevel, ReductionCode } from '../../code/code.js'
import { quantileOf, reducerOf } from '../../code/reducers.js'
import type {
  RunnableStep,
  ColumnFrame,
  RowsOfLevel,
  RunStep,
  Target,
} from '../../program/step.js'
import {
  accumulate,
  accumulateSum,
  runLookUp,
  runOperation,
} from './kernels.js'
import { originsOf } from './origins.js'

/** Rows that are computed together; their values stay in the processor's cache. */
const BLOCK = 512

export const blocksTarget: Target = {
  name: 'blocks',
  prepare: (step) => (frame) => runStep(step, frame),
}

function runStep(
  { level, stored, doubt }: RunnableStep,
  frame: ColumnFrame,
): ReturnType<RunStep> {
  const pool: Float64Array[] = []
  const doubts: number[] = []
  const { count } = rowsOf(frame, level)
  for (let start = 0; start < count; start += BLOCK) {
    const end = Math.min(count, start + BLOCK)
    const block = new Block(frame, level, start, end, pool)
    for (const { column, code } of stored) {
      const values = block.evaluate(code)
      frame.columns[column.index]?.set(values.subarray(0, end - start), start)
    }
    if (doubt) {
      const asked = block.evaluate(doubt)
      for (let i = 0; i < end - start; i += 1) {
        if (asked[i] === 1) doubts.push(start + i)
      }
    }
    block.release()
  }
  return doubts
}

function rowsOf(frame: ColumnFrame, level: ColumnLevel): RowsOfLevel {
  const rows = frame.rows.get(level)
  if (!rows) throw new TypeError(`The data have no rows of "${level.name}"`)
  return rows
}

/** Some rows of a level, with what has been computed for them. */
class Block {
  readonly #frame: ColumnFrame
  readonly #level: ColumnLevel
  readonly #start: number
  readonly #end: number
  readonly #pool: Float64Array[]
  readonly #values = new Map<Code, Float64Array>()
  readonly #taken: Float64Array[] = []

  constructor(
    frame: ColumnFrame,
    level: ColumnLevel,
    start: number,
    end: number,
    pool: Float64Array[],
  ) {
    this.#frame = frame
    this.#level = level
    this.#start = start
    this.#end = end
    this.#pool = pool
  }

  /** One value for each row of the block, at its beginning. */
  evaluate(code: Code): Float64Array {
    const known = this.#values.get(code)
    if (known) return known
    const made = this.#make(code)
    this.#values.set(code, made)
    return made
  }

  release(): void {
    this.#pool.push(...this.#taken)
  }

  #make(code: Code): Float64Array {
    switch (code.kind) {
      case 'number':
        return this.#take().fill(code.value)
      case 'setting':
        return this.#take().fill(this.#frame.settings[code.index] ?? NaN)
      case 'cell': {
        const values = this.#frame.columns[code.column.index]
        if (!values) throw new TypeError(`"${code.column.name}" has no values`)
        return this.#gather(values, code.level, 0)
      }
      case 'operation': {
        const operands = code.operands.map((each) => this.evaluate(each))
        const out = this.#take()
        const n = this.#end - this.#start
        const [x = out] = operands
        if (code.table) runLookUp(out, n, x, code.table)
        else runOperation(code.operation, out, n, operands)
        return out
      }
      case 'reduction':
        return this.#reduction(code)
    }
  }

  #reduction(code: ReductionCode): Float64Array {
    if (code.level === this.#level) {
      return this.#reduce(code)
    }
    // One result for several rows here: it is made once above, and handed down.
    const origins = originsOf(this.#frame.rows, this.#level, code.level)
    const first = Math.max(0, origins?.[this.#start] ?? 0)
    const last =
      code.level.kind === 'group'
        ? rowsOf(this.#frame, code.level).count - 1
        : (origins?.[this.#end - 1] ?? 0)
    const from = code.level.kind === 'group' ? 0 : first
    const above = new Block(this.#frame, code.level, from, last + 1, [])
    return this.#gather(above.#reduce(code), code.level, from)
  }

  #reduce(code: ReductionCode): Float64Array {
    const { reducer, over, level } = code
    const { start, isCollected } = reducerOf(reducer)
    const n = this.#end - this.#start
    const results = new Float64Array(Math.max(n, 1)).fill(start)
    const collected: number[][] = isCollected
      ? Array.from({ length: n }, () => [])
      : []
    const origins =
      originsOf(this.#frame.rows, over, level) ?? new Int32Array(0)
    const [from, to] = this.#rangeOf(code)
    for (let at = from; at < to; at += BLOCK) {
      const end = Math.min(to, at + BLOCK)
      const rows = new Block(this.#frame, over, at, end, this.#pool)
      const of = code.of && rows.evaluate(code.of)
      const mask = code.mask && rows.evaluate(code.mask)
      const into = (row: number) => (origins[at + row] ?? -1) - this.#start
      if (isCollected) collect(collected, end - at, into, of, mask)
      else if (reducer === 'sum' || reducer === 'count') {
        accumulateSum(results, end - at, origins, at, this.#start, of, mask)
      } else accumulate(reducer, results, end - at, into, of, mask)
      rows.release()
    }
    if (!isCollected) return results
    const share = code.share && this.evaluate(code.share)
    for (const [index, values] of collected.entries()) {
      results[index] =
        values.length === 0
          ? NaN
          : quantileOf(Float64Array.from(values), share?.[index] ?? 0.5)
    }
    return results
  }

  /** The rows that are gone through for the results of this block. */
  #rangeOf({ over, level }: ReductionCode): readonly [number, number] {
    const { rows } = this.#frame
    if (level.kind === 'group' || level.kind === 'population') {
      return [0, rowsOf(this.#frame, over).count]
    }
    const path: ColumnLevel[] = []
    for (
      let at: ColumnLevel | null = over;
      at && at !== level;
      at = at.parent
    ) {
      path.unshift(at)
    }
    return path.reduce<readonly [number, number]>(
      ([from, to], each) => {
        const { offsets } = rows.get(each) ?? {}
        return [offsets?.[from] ?? 0, offsets?.[to] ?? 0]
      },
      [this.#start, this.#end],
    )
  }

  /** The values of the own rows, from a column of this level or one above. */
  #gather(
    values: Float64Array,
    level: ColumnLevel,
    first: number,
  ): Float64Array {
    const origins = originsOf(this.#frame.rows, this.#level, level)
    if (!origins) return values.subarray(this.#start - first, this.#end - first)
    const out = this.#take()
    for (let i = 0; i < this.#end - this.#start; i += 1) {
      const origin = origins[this.#start + i] ?? -1
      out[i] = origin < 0 ? NaN : (values[origin - first] ?? NaN)
    }
    return out
  }

  #take(): Float64Array {
    const size = this.#end - this.#start
    const found = size <= BLOCK ? this.#pool.pop() : undefined
    const values = found ?? new Float64Array(Math.max(BLOCK, size))
    if (values.length === BLOCK) this.#taken.push(values)
    return values
  }
}

function collect(
  collected: number[][],
  n: number,
  into: (row: number) => number,
  of: Float64Array | null,
  mask: Float64Array | null,
): void {
  for (let i = 0; i < n; i += 1) {
    if (mask && mask[i] !== 1) continue
    collected[into(i)]?.push(of?.[i] ?? NaN)
  }
}
