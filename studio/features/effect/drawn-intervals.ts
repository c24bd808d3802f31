/** The places of bodies when all weights vary by a margin. */
import {
  blocksTarget,
  columnsOfDataset,
  DrawsRefused,
  weightDraws,
  type Methodology,
  type Pause,
} from '../../../engine/index.js'
import type { DrawRequest, Intervals } from './effect-answer.js'
import type { CheckedData } from './effect-data.js'

/** @throws what the pause throws */
export async function drawnIntervals(
  methodology: Methodology,
  { dataset, surroundings }: CheckedData,
  { ranking, margin, seed, draws }: DrawRequest,
  pause: Pause,
): Promise<Intervals> {
  const source = columnsOfDataset(methodology, dataset, surroundings)
  const made = async () => {
    await pause()
  }
  const options = { draws, margin, seed, rankings: [ranking], watch: { made } }
  try {
    const drawn = await weightDraws(methodology, source, blocksTarget, options)
    const [found] = drawn.rankings
    return {
      kind: 'drawn',
      ...{ ranking, margin, seed, draws: drawn.draws },
      isReached: found?.isReached ?? false,
      areWeightsEqual: drawn.weights.every(({ weight }) => weight === 1),
      bodies: (found?.bodies ?? []).map(({ id, place, least, most, keeps }) => {
        return { id, place, least, most, keeps }
      }),
    }
  } catch (error) {
    if (!(error instanceof DrawsRefused)) throw error
    return { kind: 'refused', why: error.message }
  }
}
