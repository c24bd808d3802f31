/** The rows of an aggregate in column code: what a function computes over. */
import type { Builder } from '../code/builder.js'
import type { Code, ColumnLevel } from '../code/code.js'
import type { ReducerName } from '../code/reducers.js'

export interface ColumnRows {
  readonly code: Builder
  /** One per column of the function, in each row; present wherever the row is taken. */
  readonly columns: readonly Code[]
  /** How many rows are taken. */
  readonly count: Code
  /** Over the rows that are taken; of something that is made of the columns. */
  sum(of: Code): Code
  product(of: Code): Code
  least(of: Code): Code
  most(of: Code): Code
  /** 1 where it is 1 in any row. */
  any(of: Code): Code
  /** By linear interpolation; the share, 0..1, stands in the row of the result. */
  quantile(of: Code, share: Code): Code
}

/**
 * @param mask - 1 in the rows that are taken, never absent
 */
export function columnRows(
  code: Builder,
  to: ColumnLevel,
  over: ColumnLevel,
  columns: readonly Code[],
  mask: Code,
): ColumnRows {
  const reduce = (reducer: ReducerName, of: Code) =>
    code.reduction(reducer, to, over, of, mask)
  return {
    code,
    columns,
    count: code.reduction('count', to, over, null, mask),
    sum: (of) => reduce('sum', of),
    product: (of) => reduce('product', of),
    least: (of) => reduce('min', of),
    most: (of) => reduce('max', of),
    any: (of) => reduce('any', of),
    quantile: (of, share) =>
      code.reduction('quantile', to, over, of, mask, share),
  }
}
