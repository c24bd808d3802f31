/** Data that have been read -> a result, or everything that stands in its way. */
import {
  checkDataset,
  scoreDataset,
  type DataProblem,
  type Methodology,
  type ReadDataset,
  type Run,
  type ScoreResult,
} from '../../engine/index.js'
import type { ReadSurroundings } from './read-surroundings.js'

export type ScoredRead =
  | {
      readonly kind: 'scored'
      readonly result: ScoreResult
      /** For explanations. */
      readonly run: Run
      /** What people should know of data that were scored: warnings, and errors of bodies left out. */
      readonly remarks: readonly DataProblem[]
    }
  | { readonly kind: 'refused'; readonly problems: readonly DataProblem[] }

/** @param watch - is told how many bodies are scored, before they are */
export async function scoreRead(
  methodology: Methodology,
  read: ReadDataset,
  known: Omit<ReadSurroundings, 'records'>,
  options: { readonly year: number; readonly leaveOutBroken: boolean },
  watch: (bodies: number) => Promise<void> = () => Promise.resolve(),
): Promise<ScoredRead> {
  const { surroundings } = known
  const data = await checkDataset(read, methodology, {
    ...options,
    surroundings,
  })
  if (!data.dataset || !known.isWhole) {
    const problems = [
      ...data.problems,
      ...known.problems,
      ...data.warnings,
      ...known.warnings,
    ]
    return { kind: 'refused', problems }
  }
  await watch(data.dataset.bodies.length)
  const scored = await scoreDataset(methodology, data, surroundings, options)
  const { result, run } = scored
  if (!result || !run) return { kind: 'refused', problems: scored.problems }
  const remarks = [
    ...result.warnings,
    ...known.warnings,
    ...[...result.leftOut, ...known.leftOut].flatMap(({ errors }) => errors),
  ]
  return { kind: 'scored', result, run, remarks }
}
