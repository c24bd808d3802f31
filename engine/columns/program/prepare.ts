/** A methodology made ready to be run over columns, as often as is wanted. */
import type { Methodology } from '../../methodology/methodology.js'
import { doubleOf } from '../../number/double.js'
import type { ColumnData } from '../data/column-data.js'
import { MethodologyLowering } from '../lowering/methodology-lowering.js'
import type { RunStep, Step, Target } from './step.js'
import { wordsOf } from './words.js'

export interface ColumnProgram {
  readonly methodology: Methodology
  readonly data: ColumnData
  readonly isCertified: boolean
  readonly lowering: MethodologyLowering
  readonly steps: readonly Step[]
  /** The steps of code, ready to run. */
  readonly runners: ReadonlyMap<Step, RunStep>
  /** The weights that may be changed, as the file has them. */
  readonly settings: Float64Array
}

export interface PrepareOptions {
  /** True for figures that are those of the exact evaluator wherever the file rounds or decides. */
  readonly isCertified: boolean
  readonly target: Target
  readonly hasVaryingWeights?: boolean
}

/**
 * @param data - the program runs over these, and over others whose figures lie
 *   within the facts of these
 */
export function prepareColumns(
  methodology: Methodology,
  data: ColumnData,
  { isCertified, target, hasVaryingWeights = false }: PrepareOptions,
): ColumnProgram {
  const words = wordsOf(methodology, data)
  const lowering = new MethodologyLowering(methodology, data, words, {
    isCertified,
    hasVaryingWeights,
  })
  const { steps } = lowering.store
  const runners = new Map<Step, RunStep>()
  for (const step of steps) {
    if (step.kind === 'code') runners.set(step, target.prepare(step))
  }
  const settings = Float64Array.from(lowering.weights, ({ weight }) =>
    doubleOf(weight),
  )
  return {
    methodology,
    data,
    isCertified,
    lowering,
    steps,
    runners,
    settings,
  }
}
