/** The exact value behind a column, for the rows where a bound cannot decide. */
import type { LazyRun } from '../../evaluation/lazy-run.js'
import type { Value } from '../../value.js'

/** @param row - the number of the row in the level of the column */
export type ExactValue = (run: LazyRun, row: number) => Value
