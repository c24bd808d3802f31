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
  /** Figures and rules alone: no places but those that figures or rules read. */
  readonly leavesOutRankings?: boolean
}

/**
 * @param data - the program runs over these, and over others whose figures lie
 *   within the facts of these
 */
export function prepareColumns(
  methodology: Methodology,
  data: ColumnData,
  {
    isCertified,
    target,
    hasVaryingWeights = false,
    leavesOutRankings = false,
  }: PrepareOptions,
): ColumnProgram {
  const words = wordsOf(methodology, data)
  const lowering = new MethodologyLowering(methodology, data, words, {
    isCertified,
    hasVaryingWeights,
    leavesOutRankings,
  })
  const { steps } = lowering.store
  const runners = new Map<Step, RunStep>()
  const ready = steps.map((step) => prepareStep(step, target, runners))
  const settings = Float64Array.from(lowering.weights, ({ weight }) =>
    doubleOf(weight),
  )
  return {
    methodology,
    data,
    isCertified,
    lowering,
    steps: ready,
    runners,
    settings,
  }
}

/** Code that is nested too deep for a target is computed exactly, row by row. */
function prepareStep(
  step: Step,
  target: Target,
  runners: Map<Step, RunStep>,
): Step {
  if (step.kind !== 'code') return step
  try {
    runners.set(step, target.prepare(step))
    return step
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const { name, level, target: columns, exact } = step
    return { kind: 'exact', name, level, target: columns, exact }
  }
}
