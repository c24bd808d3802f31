/** Adding up and multiplying together, stopping at the first fault. */
import {
  add,
  isFault,
  multiply,
  ONE,
  ZERO,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { shortSum } from '../number/ratio.js'

/** x1 + x2 + ... + xn, exact where all are fractions; 0 of nothing. */
export function total(values: readonly Numeric[]): Numeric | Fault {
  const fractions = values.filter((value) => value.kind === 'ratio')
  const sum = fractions.length === values.length ? shortSum(fractions) : null
  return sum ?? fold(values, ZERO, add)
}

/** x1 * x2 * ... * xn, exact where all are fractions; 1 of nothing. */
export function totalProduct(values: readonly Numeric[]): Numeric | Fault {
  return fold(values, ONE, multiply)
}

/** Applies an operation to each value; the first fault instead, where there is one. */
export function mapNumbers(
  values: readonly Numeric[],
  operation: (value: Numeric, index: number) => Numeric | Fault,
): readonly Numeric[] | Fault {
  const results: Numeric[] = []
  for (const [index, value] of values.entries()) {
    const result = operation(value, index)
    if (isFault(result)) return result
    results.push(result)
  }
  return results
}

/** Feeds a result into the next operation; a fault goes through unchanged. */
export function unlessFault<Input extends object, Result>(
  input: Input | Fault,
  operation: (input: Input) => Result,
): Result | Fault {
  return typeof input === 'string' ? input : operation(input)
}

function fold(
  values: readonly Numeric[],
  start: Numeric,
  operation: (a: Numeric, b: Numeric) => Numeric | Fault,
): Numeric | Fault {
  let result = start
  for (const value of values) {
    const next = operation(result, value)
    if (isFault(next)) return next
    result = next
  }
  return result
}
