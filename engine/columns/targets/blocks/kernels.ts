/** Operations and reductions over the rows of one block. */
import type { ReducerName } from '../../code/reducers.js'
import { reducerOf } from '../../code/reducers.js'
import { operationOf, type OperationName } from '../../operations/table.js'

export function runOperation(
  name: OperationName,
  out: Float64Array,
  n: number,
  operands: readonly Float64Array[],
): void {
  const { apply, block } = operationOf(name)
  const [a = out, b = a, c = b] = operands
  if (block) {
    block(out, n, a, b, c)
    return
  }
  for (let i = 0; i < n; i += 1) {
    out[i] = apply(a[i] ?? NaN, b[i] ?? NaN, c[i] ?? NaN)
  }
}

export function runLookUp(
  out: Float64Array,
  n: number,
  x: Float64Array,
  table: readonly number[],
): void {
  for (let i = 0; i < n; i += 1) {
    const at = x[i] ?? NaN
    out[i] = at === at ? (table[at] ?? NaN) : NaN
  }
}

/**
 * Adds the rows of a block to their results.
 *
 * @param into - row -> place of its result; negative: of none
 * @param first - the place of the first result
 */
export function accumulate(
  reducer: ReducerName,
  results: Float64Array,
  n: number,
  into: (row: number) => number,
  of: Float64Array | null,
  mask: Float64Array | null,
): void {
  const { step } = reducerOf(reducer)
  for (let i = 0; i < n; i += 1) {
    if (mask && mask[i] !== 1) continue
    const at = into(i)
    if (at < 0 || at >= results.length) continue
    results[at] = step(results[at] ?? NaN, of ? (of[i] ?? NaN) : 1)
  }
}

/** The two reductions that nearly every formula has. */
export function accumulateSum(
  results: Float64Array,
  n: number,
  origins: Int32Array,
  start: number,
  first: number,
  of: Float64Array | null,
  mask: Float64Array | null,
): void {
  for (let i = 0; i < n; i += 1) {
    if (mask && mask[i] !== 1) continue
    const at = (origins[start + i] ?? -1) - first
    if (at < 0 || at >= results.length) continue
    results[at] = (results[at] ?? NaN) + (of ? (of[i] ?? NaN) : 1)
  }
}
