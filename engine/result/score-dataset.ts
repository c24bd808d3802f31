/** Checked data and a methodology -> a result with hashes, or why there is none. */
import { canonicalData } from '../data/canonical-data.js'
import type { CheckedDataset } from '../data/check-dataset.js'
import type { DataProblem } from '../data/problem.js'
import { rowProblem } from '../data/row-problem.js'
import { chosenVariants } from '../evaluation/evaluate-criterion.js'
import { byId } from '../evaluation/evaluate-ranking.js'
import { groupWords } from '../evaluation/group.js'
import { evaluateRun, type Pause, type Run } from '../evaluation/run.js'
import type { Surroundings } from '../evaluation/surroundings.js'
import type { Methodology } from '../methodology/methodology.js'
import { nearestDouble } from '../number/text.js'
import type { YearRegister } from '../register/year-register.js'
import { bodyResult } from './body-result.js'
import { canonicalJson, sha256 } from './canonical.js'
import { leftOutResult, populationResults } from './population-results.js'
import { stepWarnings } from './step-warnings.js'
import { runReferences } from './references.js'
import { resultHead } from './result-head.js'
import { unusedCells } from './unused-cells.js'
import type { BodyResult, PlaceResult, ScoreResult } from './score-result.js'

export interface Scored {
  /** null where the data have errors and nothing was scored. */
  readonly result: ScoreResult | null
  readonly problems: readonly DataProblem[]
  /** For explanations. */
  readonly run: Run | null
}

export interface ScoreOptions {
  readonly year: number
  readonly leaveOutBroken: boolean
  /** Waited for between two figures and two bodies; what it throws ends the scoring. */
  readonly pause?: Pause
}

/** @param surroundings - data of earlier years and results, for `previous(x)` */
export async function scoreDataset(
  methodology: Methodology,
  checked: CheckedDataset,
  surroundings: Surroundings,
  options: ScoreOptions,
): Promise<Scored> {
  const { dataset } = checked
  if (!dataset) return { result: null, problems: checked.problems, run: null }
  const { year, pause } = options
  const run = await evaluateRun(
    methodology,
    dataset,
    surroundings,
    pause ? { pause } : {},
  )
  const ambiguous = ambiguousVariants(run)
  if (ambiguous.length > 0) {
    const problems = [...checked.problems, ...ambiguous]
    if (!options.leaveOutBroken) return { result: null, problems, run: null }
    const rest = await without(checked, ambiguous)
    return scoreDataset(methodology, rest, surroundings, options)
  }
  const result = await resultOf(run, checked, year, pause)
  return { result, problems: checked.problems, run }
}

async function resultOf(
  run: Run,
  checked: CheckedDataset,
  year: number,
  pause?: Pause,
): Promise<ScoreResult> {
  const { methodology, dataset, surroundings } = run
  const results: BodyResult[] = []
  for (const body of [...run.bodies, ...run.absent].sort(byId)) {
    results.push(bodyResult(run, body))
    if (pause) await pause()
  }
  const rankings = rankingResults(run)
  const head = await resultHead(methodology, year, surroundings)
  return {
    methodology: head.methodology,
    year,
    data: { sha256: dataset.sha256, ...head.data },
    ...(run.ofYear ? { register: registerResult(run.ofYear) } : {}),
    ...runReferences(surroundings),
    engine: head.engine,
    results,
    rankings,
    leftOutOfRankings: leftOutResults(run),
    populations: populationResults(run),
    leftOut: checked.leftOut,
    warnings: [...checked.warnings, ...unusedCells(run), ...stepWarnings(run)],
    sha256: await sha256(canonicalJson({ results, rankings })),
  }
}

function registerResult({
  register,
}: YearRegister): NonNullable<ScoreResult['register']> {
  return { id: register.id, sha256: register.sha256 }
}

function rankingResults(run: Run): ScoreResult['rankings'] {
  return Object.fromEntries(
    [...run.rankings].map(([node, ranking]) => [
      node.ranking,
      ranking.placed.map(({ body, place, figure, group }): PlaceResult => {
        const words = groupWords(group)
        return {
          place,
          ...(words ? { group: words } : {}),
          id: body.given?.id ?? '',
          value: nearestDouble(figure),
        }
      }),
    ]),
  )
}

function leftOutResults(run: Run): ScoreResult['leftOutOfRankings'] {
  return Object.fromEntries(
    [...run.rankings].map(([node, ranking]) => [
      node.ranking,
      ranking.leftOut.map(leftOutResult),
    ]),
  )
}

/** Two rules that choose different variants for one body contradict each other. */
export function ambiguousVariants(run: Run): readonly DataProblem[] {
  return run.methodology.nodes.flatMap((node) => {
    if (node.kind !== 'criterion' || node.maker.kind !== 'variants') return []
    const { maker } = node
    return run.bodies.flatMap((body) => {
      const names = chosenVariants(maker, body)
      if (names.length < 2) return []
      const words = `the rules choose ${names.join(' and ')} for "${node.name}"; let only one of them fire for a body.`
      return [rowProblem('VARIANT_AMBIGUOUS', body, node.name, words)]
    })
  })
}

async function without(
  checked: CheckedDataset,
  problems: readonly DataProblem[],
): Promise<CheckedDataset> {
  const broken = new Set(problems.map((problem) => problem.body))
  const { dataset } = checked
  if (!dataset) return checked
  const bodies = dataset.bodies.filter(({ id }) => !broken.has(id))
  const ids = [...dataset.broken, ...[...broken].map((id) => id ?? '')]
  const hash = await sha256(canonicalData(dataset.year, bodies))
  return {
    ...checked,
    dataset: { ...dataset, bodies, broken: new Set(ids), sha256: hash },
    problems: [...checked.problems, ...problems],
    leftOut: [
      ...checked.leftOut,
      ...[...broken].map((id) => ({
        id: id ?? '',
        errors: problems.filter((problem) => problem.body === id),
      })),
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
