/** A score result as CSV: one row for each body, figures by their exact text. */
import { stringify } from 'csv-stringify/sync'

import type { BodyResult, ScoreResult } from '../../engine/index.js'
import { missingTexts } from './missing-text.js'

export function scoreCsv(result: ScoreResult): string {
  const outputs = Object.keys(result.results[0]?.exact ?? {})
  const rankings = Object.entries(result.rankings).map(
    ([name, placed]) =>
      [name, new Map(placed.map(({ id, place }) => [id, place]))] as const,
  )
  const unplaced = unplacedReasons(result)
  const header = [
    'id',
    'name',
    'status',
    ...outputs,
    ...rankings.map(([name]) => `place.${name}`),
    'reasons',
  ]
  const rows = result.results.map((body) => [
    asText(body.id),
    asText(body.name ?? ''),
    body.status,
    ...outputs.map((output) => body.exact[output] ?? ''),
    ...rankings.map(([, places]) => places.get(body.id) ?? ''),
    asText(reasonsOf(body, unplaced.get(body.id) ?? []).join('; ')),
  ])
  const leftOut = result.leftOut.map(({ id, errors }) => [
    asText(id),
    '',
    'left-out',
    ...outputs.map(() => ''),
    ...rankings.map(() => ''),
    asText(errors.map(({ code, message }) => `${code} ${message}`).join('; ')),
  ])
  return stringify([header, ...rows, ...leftOut])
}

/** Body -> why it has no place, for each ranking that it was left out of. */
function unplacedReasons({
  leftOutOfRankings,
}: ScoreResult): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>()
  for (const [ranking, leftOut] of Object.entries(leftOutOfRankings)) {
    for (const { id, reason } of leftOut) {
      const own = reasons.get(id) ?? []
      reasons.set(id, own)
      own.push(`no place in ${ranking}: ${reason}`)
    }
  }
  return reasons
}

/** Why figures or places are missing, or not applicable. */
function reasonsOf(
  body: BodyResult,
  unplaced: readonly string[],
): readonly string[] {
  const excluded = body.notApplicable.map(
    ({ criterion, rule, citation }) =>
      `${criterion ?? 'the body'} not applicable: ${rule}, ${citation}`,
  )
  return [...missingTexts(body), ...excluded, ...unplaced]
}

/** A text that a spreadsheet would take for a formula is given a quote before it. */
export function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
