/** Who stands where, read from an exact result or from columns of floating numbers. */
import type {
  BodyResult,
  ColumnScores,
  LeftOutResult,
  Methodology,
  RankingNode,
  ScoreResult,
} from '../../../engine/index.js'
import type { Standing } from './effect-answer.js'
import type { RankedBodies, Standings } from './ranking-effects.js'

export function exactStandings(
  { rankings }: Methodology,
  result: ScoreResult,
): Standings {
  const bodies = new Map(result.results.map((body) => [body.id, body]))
  return {
    names: new Map(result.results.map(({ id, name }) => [id, name])),
    rankings: rankings.map((node) => exactRanking(node, result, bodies)),
  }
}

function exactRanking(
  { ranking, title, output }: RankingNode,
  result: ScoreResult,
  bodies: ReadonlyMap<string, BodyResult>,
): RankedBodies {
  const placed = result.rankings[ranking] ?? []
  const leftOut = result.leftOutOfRankings[ranking] ?? []
  return {
    ...{ ranking, title, output: output.name },
    standings: new Map(
      placed.map(({ id, place, group }): [string, Standing] => {
        const total = bodies.get(id)?.exact[output.name] ?? null
        const words = group ? Object.values(group).join(', ') : null
        return [id, { place, group: words, total }]
      }),
    ),
    reasons: new Map(leftOut.map((each) => [each.id, reasonOf(each)])),
  }
}

function reasonOf({ reason, rule, citation }: LeftOutResult): string {
  const by = [rule, citation].filter((each) => each !== null)
  return by.length === 0 ? reason : `${reason} (${by.join(', ')})`
}

export function columnStandings(
  { rankings }: Methodology,
  scores: ColumnScores,
): Standings {
  return {
    names: new Map(),
    rankings: rankings.map((node) => columnRanking(node, scores)),
  }
}

function columnRanking(
  { ranking, title, output }: RankingNode,
  { ids, outputs, rankings }: ColumnScores,
): RankedBodies {
  const places = rankings.get(ranking) ?? new Float64Array(0)
  const column = outputs.get(output.name)
  const totals = column?.words === null ? column.values : null
  const standings = new Map<string, Standing>()
  for (const [body, id] of ids.entries()) {
    const place = places[body] ?? NaN
    if (Number.isNaN(place)) continue
    const value = totals?.[body] ?? NaN
    const total = Number.isNaN(value) ? null : plainDecimal(value)
    standings.set(id, { place, group: null, total })
  }
  const named = { ranking, title, output: output.name }
  return { ...named, standings, reasons: new Map() }
}

/** Digits beyond these are those of the floating number and not of the figure. */
const DIGITS = 12

function plainDecimal(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)))
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}
