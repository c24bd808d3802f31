/** How the cost of a body grows with the number of bodies. */
import type { Methodology } from '../../../engine/index.js'
import { CONTENDERS } from '../contenders/all.js'
import type { Contender } from '../contenders/contender.js'
import { processorTime } from '../measure/clocks.js'
import type { Extent } from '../measure/effort.js'
import { timeInRounds } from '../measure/rounds.js'
import { spreadOf } from '../measure/statistics.js'
import { rounded } from '../report/figures.js'
import type { Goal, Part } from '../report/report.js'
import { goalsColumns } from '../workload/goals-columns.js'
import { jsonBodies } from '../workload/goals-json.js'

/** The time of a body among the most bodies, to that among the fewest. */
const MOST_GROWTH = 1.5

/** Whoever is only shown is not watched among more bodies than these. */
const MOST_SHOWN = 100_000

/** Runs over the largest sizes take seconds. */
const ROUNDS = 5

export async function growth(
  methodology: Methodology,
  extent: Extent,
): Promise<Part> {
  const watched = CONTENDERS.filter(({ origin }) => origin !== 'peer')
  const costs = new Map<Contender, Map<number, number>>()
  const sizes = [...new Set([...extent.growth, ...extent.growthOfRows])]
  sizes.sort((a, b) => a - b)
  for (const size of sizes) {
    const columns = goalsColumns(size)
    for (const contender of watched) {
      if (!sizesOf(contender, extent).includes(size)) continue
      const rows = contender.reads === 'json' ? size : 0
      const bodies = jsonBodies(columns, [...Array(rows).keys()])
      const { run } = await contender.prepare({ methodology, columns, bodies })
      const { name } = contender
      const effort = { ...extent, rounds: ROUNDS }
      const times = await timeInRounds([{ name, run }], effort, processorTime)
      const { median } = spreadOf(times.get(name) ?? [])
      const ofContender = costs.get(contender) ?? new Map<number, number>()
      ofContender.set(size, (median * 1000) / size)
      costs.set(contender, ofContender)
    }
  }
  return {
    tables: [
      {
        title: 'Growth',
        says: 'Microseconds for a body among so many.',
        head: ['', ...sizes.map(rounded)],
        rows: [...costs].map(([{ name }, ofSize]) => [
          name,
          ...sizes.map((size) => rounded(ofSize.get(size) ?? NaN)),
        ]),
      },
    ],
    goals: [...costs].flatMap(([contender, ofSize]) =>
      goalOf(contender, ofSize, sizesOf(contender, extent)),
    ),
  }
}

function sizesOf(
  { reads, isShownOnly }: Contender,
  { growth: ofColumns, growthOfRows }: Extent,
): readonly number[] {
  if (reads === 'json') return growthOfRows
  return isShownOnly
    ? ofColumns.filter((size) => size <= MOST_SHOWN)
    : ofColumns
}

function goalOf(
  { name, origin, isShownOnly }: Contender,
  costs: ReadonlyMap<number, number>,
  sizes: readonly number[],
): Goal[] {
  if (origin !== 'olshem' || isShownOnly) return []
  const [fewest = 0] = sizes
  const most = sizes.at(-1) ?? 0
  const times = (costs.get(most) ?? NaN) / (costs.get(fewest) ?? NaN)
  return [
    {
      words: `${name}: a body among ${rounded(most)} takes at most ${MOST_GROWTH} times what it takes among ${rounded(fewest)}`,
      figure: `${rounded(times)} times`,
      holds: times <= MOST_GROWTH,
    },
  ]
}
