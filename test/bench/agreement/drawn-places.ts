/** Whether the engine's draws of weights give the places that they should. */
import type { DrawnPlaces, WeightDraws } from '../../../engine/index.js'
import { placeIntervals } from '../hand-written/weight-draws.js'
import { drawnByHand, STEP, type DrawnIndex } from '../workload/drawn-index.js'

/**
 * Under the weights of the file a body stands one place behind those with a
 * larger sum, in whole numbers; over the draws between the places that loops
 * written by hand give for the same weights.
 *
 * @throws Error that names the first body that differs
 */
export function checkDrawnPlaces(
  name: string,
  { draws, rankings }: WeightDraws,
  index: DrawnIndex,
): void {
  const bodies = rankings[0]?.bodies ?? []
  const { best, worst } = placeIntervals(drawnByHand(index, draws))
  const sums = wholeSums(index)
  sums.forEach((sum, body) => {
    const larger = sums.filter((other) => other > sum).length
    same(name, bodies[body], {
      place: larger + 1,
      percentile5: best[body],
      percentile95: worst[body],
    })
  })
}

/** The inputs of each body added up, without any rounding. */
function wholeSums({ values, bodies, inputs }: DrawnIndex): readonly number[] {
  return Array.from({ length: bodies }, (_, body) =>
    values
      .subarray(body * inputs, (body + 1) * inputs)
      .reduce((sum, value) => sum + Math.round(value * STEP), 0),
  )
}

function same(
  name: string,
  drawn: DrawnPlaces | undefined,
  wanted: Readonly<
    Record<'place' | 'percentile5' | 'percentile95', number | undefined>
  >,
): void {
  for (const what of ['place', 'percentile5', 'percentile95'] as const) {
    if (drawn && drawn[what] === wanted[what]) continue
    throw new Error(
      `${name} does not agree with the reference on body ${drawn?.id ?? ''}: ${what} is ${drawn?.[what] ?? 'not there'}, the reference has ${wanted[what] ?? ''}.`,
    )
  }
}
