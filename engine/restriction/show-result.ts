/** A whole result without what is withheld. */
import type { Methodology } from '../methodology/methodology.js'
import type { ScoreResult } from '../result/score-result.js'
import { isRestricted, restrictionOf, type Sight } from './restriction.js'
import { showBody } from './show-body.js'
import { showHashes } from './show-hashes.js'
import { isWithheldProblem, showProblems } from './show-problems.js'
import { showLeftOut, showPlaces, showPopulation } from './show-ranking.js'
import type { ShownResult } from './shown-result.js'

/**
 * The result itself where nothing is withheld from the one who looks.
 *
 * @param methodology - the one that the result was computed with
 */
export function showResult(
  result: ScoreResult,
  methodology: Methodology,
  sight: Sight,
): ShownResult {
  if (sight === 'everything' || !isRestricted(methodology)) return result
  const { hides } = restrictionOf(methodology)
  const rankings = methodology.rankings.filter((node) => !hides(node))
  const populations = methodology.populations.filter((node) => !hides(node))
  return {
    ...result,
    ...showHashes(result, methodology),
    results: result.results.map((body) => showBody(body, methodology, sight)),
    rankings: Object.fromEntries(
      rankings.map((node) => [
        node.ranking,
        showPlaces(result.rankings[node.ranking] ?? [], node, methodology),
      ]),
    ),
    leftOutOfRankings: Object.fromEntries(
      rankings.map((node) => {
        const leftOut = result.leftOutOfRankings[node.ranking] ?? []
        return [node.ranking, showLeftOut(leftOut, node, methodology)]
      }),
    ),
    populations: Object.fromEntries(
      populations.flatMap((node) => {
        const found = result.populations[node.population]
        if (!found) return []
        return [[node.population, showPopulation(found, node, methodology)]]
      }),
    ),
    leftOut: result.leftOut.map(({ id, errors }) => ({
      id,
      errors: showProblems(errors, methodology, sight),
    })),
    // That there is one may tell of a restricted value too.
    warnings: result.warnings.filter(
      (warning) => !isWithheldProblem(warning, methodology),
    ),
  }
}
