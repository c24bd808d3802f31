/** What a comparison of two runs withholds: whatever is withheld of either. */
import type { ShownResult } from '../../engine/index.js'
import type { ShownRun } from './run-sight.js'

export interface ShownSide {
  readonly stored: ShownRun
  readonly result: ShownResult
}

/** By name; the same for all data of the two methodologies. */
export interface WithheldComparison {
  /** Of what the runs were computed from. */
  readonly inputs: readonly ('data' | 'register' | 'based on')[]
  readonly outputs: readonly string[]
  readonly rankings: readonly string[]
}

/** Null where nothing is withheld. */
export function withheldOf(
  a: ShownSide,
  b: ShownSide,
): WithheldComparison | null {
  const sides = [a, b]
  if (!sides.some(({ result }) => result.restricted)) return null
  const outputs = sides.flatMap(({ result }) =>
    result.results.flatMap(({ restricted = [] }) =>
      restricted.map(({ output }) => output),
    ),
  )
  const rankings = sides.flatMap(
    ({ result }) => result.restricted?.rankings ?? [],
  )
  return {
    inputs: ['data', 'register', 'based on'],
    outputs: [...new Set(outputs)],
    rankings: [...new Set(rankings)],
  }
}
