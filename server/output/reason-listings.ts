/** Why a score result is as it is, as lists of lines: absences, rules, and who was left out. */
import type { BodyResult, ScoreResult } from '../../engine/index.js'
import { missingTexts } from './missing-text.js'
import { printable } from './printable.js'
import { dataProblemLine } from './problem-line.js'

/** Reasons listed for one body. */
const MOST_REASONS = 8

/** Each with a head; lists of nothing are empty. */
export function reasonListings(
  result: ScoreResult,
): readonly (readonly string[])[] {
  return [
    listing('Not scored', missingLines(result, 'not-scored')),
    listing('Scored, with figures missing', missingLines(result, 'scored')),
    listing('Imputed', result.results.flatMap(imputedLines)),
    listing('Not applicable', result.results.flatMap(notApplicableLines)),
    listing('Deductions', result.results.flatMap(deductionLines)),
    listing('Flags', result.results.flatMap(flagLines)),
    listing('Left out of rankings', leftOutOfRankingLines(result)),
    listing('Left out because of errors in the data', leftOutLines(result)),
  ]
}

function missingLines(
  { results }: ScoreResult,
  status: BodyResult['status'],
): readonly string[] {
  return results.flatMap((body) => {
    const reasons = missingTexts(body)
    if (body.status !== status || reasons.length === 0) return []
    const more = reasons.length - MOST_REASONS
    const shown = reasons.slice(0, MOST_REASONS)
    if (more > 0) shown.push(`and ${more} more, which --json lists`)
    return [label(body), ...shown.map((reason) => `  ${reason}`)]
  })
}

function imputedLines(body: BodyResult): readonly string[] {
  const { imputed } = body
  if (imputed.length === 0) return []
  const shown = imputed
    .slice(0, MOST_REASONS)
    .map(({ column, row, by }) =>
      row === null ? `  ${column}: ${by}` : `  ${row}.${column}: ${by}`,
    )
  const more = imputed.length - shown.length
  if (more > 0) shown.push(`  and ${more} more, which --json lists`)
  return [label(body), ...shown]
}

function notApplicableLines(body: BodyResult): readonly string[] {
  return body.notApplicable.map(({ criterion, rule, citation }) => {
    const what = criterion ?? 'the whole body'
    return `${label(body)}: ${what}, by rule ${rule} (${citation})`
  })
}

function deductionLines(body: BodyResult): readonly string[] {
  return body.deductions.map(({ rule, points, pointsBeforeCap, citation }) => {
    const capped =
      points === pointsBeforeCap ? '' : `, ${pointsBeforeCap} before the cap`
    return `${label(body)}: -${points} by rule ${rule}${capped} (${citation})`
  })
}

function flagLines(body: BodyResult): readonly string[] {
  return body.flags.map(({ flag, rule, about, citation, undecided }) => {
    const ranking = about === null ? '' : ` about ranking ${about}`
    const sign = undecided ? ', undecided' : ''
    const by = flag === rule ? '' : `, by rule ${rule}`
    return `${label(body)}: ${flag}${ranking}${sign}${by} (${citation})`
  })
}

function leftOutOfRankingLines({
  leftOutOfRankings,
}: ScoreResult): readonly string[] {
  return Object.entries(leftOutOfRankings).flatMap(([ranking, leftOut]) =>
    leftOut.map(({ id, reason, citation }) => {
      const cited = citation === null ? '' : ` (${citation})`
      return `${ranking}: ${id}: ${reason}${cited}`
    }),
  )
}

function leftOutLines({ leftOut }: ScoreResult): readonly string[] {
  return leftOut.flatMap(({ errors }) => errors.map(dataProblemLine))
}

function listing(head: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return [head, ...lines.map((line) => `  ${printable(line)}`)]
}

function label({ id, name }: BodyResult): string {
  return name === null ? id : `${id} ${name}`
}
