/** The rows of the table of a ranking: those who have a place, then those who are left out of it. */
import type { BodyResult, ScoreAnswer } from '../../api/answers.js'
import type { NamedBody, ShownName } from '../../bodies/shown-name.js'
import { decimalOfNumber, sumDecimals } from '../../decimal/exact-decimal.js'
import { figureState, type FigureState } from './figure-state.js'

export interface ResultRow {
  readonly id: string
  /** null where nobody has named the body. */
  readonly name: ShownName | null
  readonly status: BodyResult['status']
  /** null where the body has none, and in the table of all bodies. */
  readonly place: number | null
  /** In which places are counted, where the ranking has groups. */
  readonly group: Readonly<Record<string, string>>
  readonly figures: Readonly<Record<string, FigureState>>
  /** null without any. */
  readonly deductions: { readonly sum: string; readonly count: number } | null
  readonly flags: BodyResult['flags']
  readonly body: BodyResult
}

/** @param ranking - null for all bodies */
export function resultRows(
  result: ScoreAnswer,
  ranking: string | null,
  nameOf: (body: NamedBody) => ShownName | null,
): readonly ResultRow[] {
  const outputs = Object.keys(result.results[0]?.exact ?? {})
  const toRow = (
    body: BodyResult,
    place: number | null,
    group = {},
  ): ResultRow => ({
    ...{ id: body.id, name: nameOf(body), status: body.status, place, group },
    figures: Object.fromEntries(
      outputs.map((output) => [output, figureState(body, output)]),
    ),
    deductions: deductionsOf(body),
    flags: body.flags,
    body,
  })
  if (ranking === null) {
    return result.results.map((body) => toRow(body, null))
  }
  return standingsOf(result, ranking).map(({ body, place, group }) =>
    toRow(body, place, group),
  )
}

/** Who has a place in a ranking, then who is left out of it. */
function standingsOf(
  { results, rankings, leftOutOfRankings }: ScoreAnswer,
  ranking: string,
) {
  const bodies = new Map(results.map((body) => [body.id, body]))
  const placed = rankings[ranking] ?? []
  const leftOut = leftOutOfRankings[ranking] ?? []
  return [
    ...placed.map(({ id, place, group }) => ({ id, place, group })),
    ...leftOut.map(({ id }) => ({ id, place: null, group: undefined })),
  ].flatMap(({ id, place, group }) => {
    const body = bodies.get(id)
    return body ? [{ body, place, group }] : []
  })
}

/** The rankings of a result, and null for a table of all bodies where no ranking has them all. */
export function tablesOf(result: ScoreAnswer): readonly (string | null)[] {
  const rankings = Object.keys(result.rankings)
  const holdsAll = rankings.some(
    (ranking) => standingsOf(result, ranking).length === result.results.length,
  )
  return holdsAll ? rankings : [...rankings, null]
}

/** The first table that anybody stands in. */
export function firstTable(result: ScoreAnswer): string | null {
  const found = tablesOf(result).find((ranking) =>
    ranking !== null
      ? standingsOf(result, ranking).length > 0
      : result.results.length > 0,
  )
  return found ?? null
}

function deductionsOf({ deductions }: BodyResult): ResultRow['deductions'] {
  if (deductions.length === 0) return null
  const points = deductions.map((each) => decimalOfNumber(each.points))
  return { sum: sumDecimals(points), count: deductions.length }
}
