/** The figures by which bodies are placed, and what says more of them than doubles do. */
import type { Numeric } from '../../../number/numeric.js'
import type { StoredColumn } from '../../code/code.js'
import type { ValueColumns } from '../step.js'

export interface ComparedFigures {
  readonly better: 'more' | 'less'
  /** NaN where it is absent. */
  readonly values: Float64Array
  /** null where the doubles are those next to the numbers. */
  readonly errors: Float64Array | null
  /** True where equal doubles may still be different numbers. */
  readonly isOpenWhereEqual: boolean
  /** null where it is absent. */
  readonly exactly: (row: number) => Numeric | null
}

export function comparedFigures(
  columns: readonly Float64Array[],
  { value, error }: ValueColumns,
  isCertified: boolean,
  better: 'more' | 'less',
  exactly: ComparedFigures['exactly'],
): ComparedFigures {
  const errors = error ? (columns[error.index] ?? null) : null
  return {
    better,
    values: columns[value.index] ?? NOTHING,
    errors,
    isOpenWhereEqual: isCertified && !errors && !areToldApart(value),
    exactly,
  }
}

const NOTHING = new Float64Array(0)

/** True where equal doubles are equal numbers. */
function areToldApart({ facts }: StoredColumn): boolean {
  return facts.isDecimal || facts.isWhole
}
