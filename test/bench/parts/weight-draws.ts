/** 1,000 draws of the weights over 200 bodies of 100 inputs, with intervals of places. */
import {
  blocksTarget,
  weightDraws,
  type PrepareOptions,
} from '../../../engine/index.js'
import { generatedColumns } from '../../../server/columns/generated-columns.js'
import { checkDrawnPlaces } from '../agreement/drawn-places.js'
import { placeIntervals } from '../hand-written/weight-draws.js'
import { processorTime } from '../measure/clocks.js'
import type { Extent } from '../measure/effort.js'
import { timeInRounds } from '../measure/rounds.js'
import { ratios, spreadOf } from '../measure/statistics.js'
import { rounded, spreadText } from '../report/figures.js'
import type { Part } from '../report/report.js'
import {
  drawnByHand,
  drawnIndex,
  DRAWS,
  type DrawnIndex,
} from '../workload/drawn-index.js'

/** Milliseconds. */
const MOST = 1000

const BODIES = 200
const INPUTS = 100
const NUMBER_OF_DRAWS = 1000

/** So many draws are held against the reference. */
const COMPARED = 50

const BY_HAND = 'hand-written columns'
const BY_LOOPS = 'Olshem, columns'

const TARGETS = [
  { name: BY_LOOPS, target: generatedColumns },
  { name: 'Olshem, columns by closures', target: blocksTarget },
] as const

export async function weightDrawsPart(extent: Extent): Promise<Part> {
  const index = drawnIndex(BODIES, INPUTS)
  for (const { name, target } of TARGETS) {
    checkDrawnPlaces(name, await drawnFrom(index, target, COMPARED), index)
  }
  const byHand = {
    name: BY_HAND,
    run: () => placeIntervals(drawnByHand(index, NUMBER_OF_DRAWS)),
  }
  const tasks = TARGETS.map(({ name, target }) => ({
    name,
    run: () => drawnFrom(index, target, NUMBER_OF_DRAWS),
  }))
  const times = await timeInRounds([byHand, ...tasks], extent, processorTime)
  const byLoops = spreadOf(times.get(BY_LOOPS) ?? [])
  return {
    tables: [
      {
        title: 'Draws of the weights',
        says: '1,000 draws x 200 bodies x 100 inputs with the interval of the places of each body, on one core, drawing and preparing included; Olshem computes the certified places under the weights of the file as well.',
        head: ['', 'milliseconds', 'times slower'],
        rows: [...times].map(([name, each]) => [
          name,
          spreadText(spreadOf(each)),
          spreadText(spreadOf(ratios(each, times.get(BY_HAND) ?? []))),
        ]),
      },
    ],
    goals: [
      {
        words: `${BY_LOOPS}: 1,000 draws of the weights of 100 inputs over 200 bodies, with intervals of places, below ${MOST} milliseconds on one core`,
        figure: rounded(byLoops.median),
        holds: byLoops.median < MOST,
      },
    ],
  }
}

function drawnFrom(
  { methodology, source }: DrawnIndex,
  target: PrepareOptions['target'],
  draws: number,
) {
  return weightDraws(methodology, source, target, { ...DRAWS, draws })
}
