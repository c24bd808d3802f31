/** Loads and scores what was generated. */
import {
  checkDataset,
  datasetFromJson,
  loadMethodology,
  scoreDataset,
  surroundingsOf,
  type Dataset,
  type Methodology,
  type Run,
  type Scored,
  type ScoreResult,
  type Surroundings,
} from '../../../engine/index.js'
import { knownRun } from '../known-run.js'
import type { Body, Generated } from './data.js'

export interface ScoredGenerated {
  readonly methodology: Methodology
  readonly dataset: Dataset
  readonly surroundings: Surroundings
  readonly result: ScoreResult
  readonly run: Run
}

/** @throws where the text has mistakes: what is generated is always valid */
export function loadGenerated(text: string): Methodology {
  const { methodology, problems } = loadMethodology('generated.yaml', text)
  if (methodology) return methodology
  const words = problems.map(
    ({ line, code, message }) => `line ${line}: ${code} ${message}`,
  )
  throw new Error(`${text}\n${words.join('\n')}`)
}

/** @returns null where every body is broken, or the rules contradict one another for all */
export async function scoreGenerated(
  generated: Generated,
  methodology: Methodology = loadGenerated(generated.text),
): Promise<ScoredGenerated | null> {
  const { data } = generated
  const surroundings = await surroundingsFor(generated, methodology)
  return scoreBodies(methodology, data.bodies, data.year, surroundings)
}

export async function scoreBodies(
  methodology: Methodology,
  bodies: readonly Body[],
  year: number,
  surroundings: Surroundings,
): Promise<ScoredGenerated | null> {
  const options = { year, leaveOutBroken: true }
  const read = datasetFromJson({ bodies }, 'data.json')
  const checked = await checkDataset(read, methodology, {
    ...options,
    surroundings,
  })
  const scored: Scored = await scoreDataset(
    methodology,
    checked,
    surroundings,
    options,
  )
  const { result, run } = scored
  return result && run
    ? { methodology, dataset: run.dataset, surroundings, result, run }
    : null
}

/** Data and results of the years before. */
export async function surroundingsFor(
  { data }: Generated,
  methodology: Methodology,
): Promise<Surroundings> {
  const earlier = new Map<number, Dataset>()
  for (const [year, bodies] of data.earlier) {
    const read = datasetFromJson({ bodies }, `data-${year}.json`)
    const options = { year, leaveOutBroken: true, role: 'previous' } as const
    const { dataset } = await checkDataset(read, methodology, options)
    if (dataset) earlier.set(year, dataset)
  }
  const history = [...data.history].map(
    ([year, figures]) => [year, knownRun(year, figures, 'generated')] as const,
  )
  return surroundingsOf({ earlier, history: new Map(history) })
}
