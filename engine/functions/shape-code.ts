/**
 * Skewness and kurtosis over columns of doubles; `shape.ts` says what they are.
 * Of equal values there is none, and what rounding leaves of their distances
 * from the mean must not be taken for one.
 */
import type { Code } from '../columns/code/code.js'
import type { ColumnRows } from '../columns/lowering/column-rows.js'
import type { Moments } from './shape.js'

/** 1 where all values are the same, else 0. */
export function areEqual(rows: ColumnRows, x: Code): Code {
  return rows.code.operation('equal', rows.least(x), rows.most(x))
}

/** The sum of (x - mean)^degree over the rows. */
export function powerSum(rows: ColumnRows, x: Code, degree: 2 | 3 | 4): Code {
  const { code, count } = rows
  const mean = code.operation('divide', rows.sum(x), count)
  const distance = code.operation('subtract', x, mean)
  const square = code.operation('multiply', distance, distance)
  if (degree === 2) return rows.sum(square)
  const other = degree === 3 ? distance : square
  return rows.sum(code.operation('multiply', square, other))
}

/** m3 / m2^(3/2), of a sample times sqrt(n (n - 1)) / (n - 2). */
export function skewnessCode(
  rows: ColumnRows,
  x: Code,
  moments: Moments,
): Code {
  const { code, count } = rows
  const second = code.operation('divide', powerSum(rows, x, 2), count)
  const third = code.operation('divide', powerSum(rows, x, 3), count)
  const deviation = code.operation('square-root', second)
  const cube = code.operation('multiply', second, deviation)
  const ofAll = code.operation('divide', third, cube)
  if (moments === 'population') return unlessEqual(rows, x, ofAll)
  const pairs = code.operation('multiply', count, less(rows, 1))
  const factor = code.operation(
    'divide',
    code.operation('square-root', pairs),
    less(rows, 2),
  )
  return unlessEqual(rows, x, code.operation('multiply', ofAll, factor))
}

/** k = m4 / m2^2 - 3, of a sample ((n + 1) k + 6) (n - 1) / ((n - 2) (n - 3)). */
export function kurtosisCode(
  rows: ColumnRows,
  x: Code,
  moments: Moments,
): Code {
  const { code, count } = rows
  const second = code.operation('divide', powerSum(rows, x, 2), count)
  const fourth = code.operation('divide', powerSum(rows, x, 4), count)
  const square = code.operation('multiply', second, second)
  const share = code.operation('divide', fourth, square)
  const ofAll = code.operation('subtract', share, code.number(3))
  if (moments === 'population') return unlessEqual(rows, x, ofAll)
  const above = code.operation(
    'add',
    code.operation(
      'multiply',
      code.operation('add', count, code.number(1)),
      ofAll,
    ),
    code.number(6),
  )
  const below = code.operation('multiply', less(rows, 2), less(rows, 3))
  const factor = code.operation('divide', less(rows, 1), below)
  return unlessEqual(rows, x, code.operation('multiply', above, factor))
}

/** n less a number. */
function less({ code, count }: ColumnRows, by: number): Code {
  return code.operation('subtract', count, code.number(by))
}

function unlessEqual(rows: ColumnRows, x: Code, made: Code): Code {
  const { code } = rows
  return code.select(areEqual(rows, x), code.number(NaN), made)
}
