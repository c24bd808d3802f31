/** Draws of weights for bodies that stand in the test itself. */
import {
  columnsOfDataset,
  weightDraws,
  type DrawnPlaces,
  type DrawOptions,
  type WeightDraws,
} from '../../../engine/index.js'
import { generatedColumns } from '../../../server/columns/generated-columns.js'
import { score, type Body } from '../../helpers/score.js'

export async function drawsOf(
  rules: string,
  bodies: readonly Body[],
  options: Partial<DrawOptions> = {},
  target = generatedColumns,
): Promise<WeightDraws> {
  const { run } = await score(rules, bodies)
  const { methodology, dataset, surroundings } = run
  const source = columnsOfDataset(methodology, dataset, surroundings)
  const asked = { draws: 500, margin: 0.1, seed: 1, ...options }
  return weightDraws(methodology, source, target, asked)
}

/** What the draws of the first ranking say of a body. */
export function bodyOf({ rankings }: WeightDraws, id: string): DrawnPlaces {
  const found = rankings[0]?.bodies.find((each) => each.id === id)
  if (!found) throw new Error(`No draws of ${id}`)
  return found
}
