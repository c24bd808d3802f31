/** 1,000 draws of the weights over 200 bodies of 100 inputs, with intervals of places. */
import { placeIntervals } from '../hand-written/weight-draws.js'
import { processorTime } from '../measure/clocks.js'
import type { Extent } from '../measure/effort.js'
import { timeInRounds } from '../measure/rounds.js'
import { spreadOf } from '../measure/statistics.js'
import { spreadText } from '../report/figures.js'
import type { Part } from '../report/report.js'
import { drawnWeights } from '../workload/weight-draws.js'

export async function weightDraws(extent: Extent): Promise<Part> {
  const drawn = drawnWeights(200, 100, 1000)
  const name = 'hand-written columns'
  const run = () => placeIntervals(drawn)
  const times = await timeInRounds([{ name, run }], extent, processorTime)
  return {
    tables: [
      {
        title: 'Draws of the weights',
        says: '1,000 draws x 200 bodies x 100 inputs, with the interval of the places of each body, on one core.',
        head: ['', 'milliseconds'],
        rows: [...times].map(([task, each]) => [
          task,
          spreadText(spreadOf(each)),
        ]),
      },
    ],
    goals: [],
  }
}
