/** Places, and how many stand below, as figures that conditions read. */
import { citationText } from '../methodology/citation.js'
import type { StandingNode } from '../methodology/methodology.js'
import { integer } from '../number/numeric.js'
import { missing, numberValue, type Value } from '../value.js'
import type { EvaluatedRanking } from './evaluate-ranking.js'
import type { Row } from './row.js'

/** What stands in the cell of each body, once its ranking is known. */
export function standingIn(
  node: StandingNode,
  { placed, leftOut }: EvaluatedRanking,
): (body: Row) => Value {
  const places = new Map(placed.map((entry) => [entry.body, entry]))
  const kept = new Map(leftOut.map((entry) => [entry.body, entry]))
  return (body) => {
    const entry = places.get(body)
    if (entry) {
      return numberValue(
        integer(node.what === 'place' ? entry.place : entry.below),
      )
    }
    const exclusion = kept.get(body)?.exclusion
    if (exclusion) return { kind: 'not-applicable', exclusion }
    const at = { column: node.name, row: null }
    return kept.has(body) ? missing('NO_PLACE', { at }) : notOfRanking(node)
  }
}

/** A body that `where` keeps out of a ranking stands nowhere in it. */
function notOfRanking(node: StandingNode): Value {
  const { ranking } = node
  return {
    kind: 'not-applicable',
    exclusion: {
      rule: ranking.name,
      criterion: null,
      citation: ranking.cite ? citationText(ranking.cite) : '',
      outside: `ranking "${ranking.ranking}"`,
    },
  }
}
