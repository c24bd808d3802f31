/** A program whose weights can be changed, run once whole and then only where weights reach. */
import type { ColumnSource } from '../columns/column-source.js'
import {
  prepareColumns,
  type ColumnProgram,
} from '../columns/program/prepare.js'
import {
  runProgram,
  runStep,
  type Running,
} from '../columns/program/run-program.js'
import type { Step, Target } from '../columns/program/step.js'
import { scoreColumns } from '../columns/score-columns.js'
import type { Methodology, RankingNode } from '../methodology/methodology.js'
import { chosenRankings, refuseExactNodes } from './chosen-rankings.js'
import { DrawsRefused } from './draws-refused.js'
import { drawSteps } from './draw-steps.js'
import {
  hangsOn,
  settingsOf,
  variedWeights,
  type VariedWeights,
} from './varied-weights.js'

export interface PreparedDraws {
  readonly program: ColumnProgram
  readonly varied: VariedWeights
  /** The weights of the file. */
  readonly given: Float64Array
  /** The weights of the next run; in the beginning those of the file. */
  readonly settings: Float64Array
  /** Places in `settings` of weights that keep their sum. */
  readonly siblings: readonly Int32Array[]
  readonly rankings: readonly DrawnRanking[]
  /** Computes all that hangs on weights again. */
  readonly run: () => void
}

export interface DrawnRanking {
  readonly node: RankingNode
  readonly isReached: boolean
  /** Under the weights of the file; NaN where a body has no place. */
  readonly certified: Float64Array
  /** The same by doubles alone. */
  readonly plain: Float64Array
  /** The places of the last run, until the next. */
  readonly column: () => Float64Array
}

/** @throws DrawsRefused where there is nothing to draw or nothing to place */
export function prepareDraws(
  methodology: Methodology,
  source: ColumnSource,
  target: Target,
  names: readonly string[] | undefined,
): PreparedDraws {
  const nodes = chosenRankings(methodology, names)
  const varied = variedWeights(methodology)
  if (varied.siblings.length === 0) throw noWeights(methodology, varied)
  const { data, exact } = source
  const certified = scoreColumns(
    prepareColumns(methodology, data, { isCertified: true, target }),
    source,
  )
  const program = prepareColumns(methodology, data, {
    isCertified: false,
    target,
    hasVaryingWeights: true,
  })
  const isReached = hangsOn(varied)
  refuseExactNodes(nodes, program.lowering.exactNodes, isReached)
  const { frame } = runProgram(program, data, exact)
  const settings = program.settings.slice()
  const running: Running = {
    program,
    frame: { ...frame, settings },
    exact,
    second: new Map(),
    bodies: data.ids.length,
  }
  const rankings = nodes.map((node): DrawnRanking => {
    const place = program.lowering.rankings.get(node)?.step.place.index ?? -1
    const column = () => frame.columns[place] ?? new Float64Array(0)
    return {
      node,
      isReached: isReached(node),
      certified: certified.rankings.get(node.ranking) ?? new Float64Array(0),
      plain: column().slice(),
      column,
    }
  })
  const run = runnerOf(nodes, running)
  const siblings = settingsOf(program, varied)
  const given = program.settings
  return { program, varied, given, settings, siblings, rankings, run }
}

function noWeights({ id, version }: Methodology, { unvaried }: VariedWeights) {
  const why =
    unvaried.length > 0
      ? `its weights differ between bodies or years, or are computed (${unvaried.map(({ name }) => name).join(', ')})`
      : 'no criterion has two or more children with weights, in a mean or in a weighted sum'
  return new DrawsRefused(
    `${id}@${version} has no weights that can be drawn: ${why}.`,
  )
}

function runnerOf(nodes: readonly RankingNode[], running: Running): () => void {
  const { program, frame } = running
  const asked = nodes.flatMap((node) => {
    const step = program.lowering.rankings.get(node)?.step
    return step?.kind === 'ranking' ? [step] : []
  })
  const steps = drawSteps(program.steps, asked)
  makeRoom(steps, running)
  const runs = steps.map((step) => {
    if (step.kind === 'code') {
      const runner = program.runners.get(step)
      return () => runner?.(frame)
    }
    return () => runStep(step, running)
  })
  return () => {
    for (const each of runs) each()
  }
}

/** Where weights decide about groups, there may be more of them: at most one for each body. */
function makeRoom(steps: readonly Step[], { frame, bodies }: Running): void {
  const levels = steps.flatMap((step) =>
    step.kind === 'group' ? [step.level] : [],
  )
  for (const step of steps) {
    if (step.kind !== 'code' || !levels.includes(step.level)) continue
    for (const { column } of step.stored) {
      frame.columns[column.index] = new Float64Array(bodies)
    }
  }
}
