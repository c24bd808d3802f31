/** Draws of weights as JSON: what was varied, and the places of every body. */
import type { ShownResult, WeightDraws } from '../../engine/index.js'

export function sensitivityJson(
  result: ShownResult,
  { rankings, ...drawn }: WeightDraws,
): unknown {
  const { id, version, sha256 } = result.methodology
  const names = new Map(result.results.map((body) => [body.id, body.name]))
  return {
    methodology: { id, version, sha256 },
    year: result.year,
    data: { sha256: result.data.sha256 },
    results: { sha256: result.sha256 },
    engine: result.engine,
    certified: false,
    percentiles: 'nearest-rank',
    margin: drawn.margin,
    draws: drawn.draws,
    seed: drawn.seed,
    first: drawn.first,
    weights: drawn.weights,
    unvaried: drawn.unvaried,
    rankings: Object.fromEntries(
      rankings.map(({ ranking, isReached, differing, bodies }) => [
        ranking,
        {
          reachedByWeights: isReached,
          differing,
          bodies: bodies.map(({ id: body, ...places }) => {
            const name = names.get(body) ?? null
            return { id: body, ...(name === null ? {} : { name }), ...places }
          }),
        },
      ]),
    ),
  }
}
