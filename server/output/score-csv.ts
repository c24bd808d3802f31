/** A score result as CSV: one row for each body, figures by their exact text. */
import { stringify } from 'csv-stringify/sync'

import type {
  BodyResult,
  ShownBody,
  ShownPlace,
  ShownResult,
} from '../../engine/index.js'
import { joinedTexts } from './joined-text.js'
import { missingTexts } from './missing-text.js'
import { restrictedTexts } from './restricted-text.js'

export function scoreCsv(result: ShownResult): string {
  const outputs = Object.keys(result.results[0]?.exact ?? {})
  const rankings = Object.entries(result.rankings).flatMap(placeColumns)
  const unplaced = unplacedReasons(result)
  const header = [
    'id',
    'name',
    'status',
    ...outputs,
    ...rankings.map(({ head }) => head),
    'flags',
    'reasons',
  ]
  const rows = result.results.map((body) => [
    asText(body.id),
    asText(body.name ?? ''),
    body.status,
    ...outputs.map((output) => figureText(body, output)),
    ...rankings.map(({ cells }) => asText(cells.get(body.id) ?? '')),
    asText(body.flags.map(flagText).join('; ')),
    asText(reasonsOf(body, unplaced.get(body.id) ?? []).join('; ')),
  ])
  const leftOut = result.leftOut.map(({ id, errors }) => [
    asText(id),
    '',
    'left-out',
    ...outputs.map(() => ''),
    ...rankings.map(() => ''),
    '',
    asText(errors.map(({ code, message }) => `${code} ${message}`).join('; ')),
  ])
  return stringify([header, ...rows, ...leftOut])
}

/** The places of a ranking, and the groups in which they are counted. */
function placeColumns([name, placed]: readonly [
  string,
  readonly ShownPlace[],
]): readonly {
  readonly head: string
  readonly cells: ReadonlyMap<string, string>
}[] {
  const attributes = Object.keys(placed[0]?.group ?? {})
  return [
    {
      head: `place.${name}`,
      cells: new Map(placed.map(({ id, place }) => [id, String(place)])),
    },
    ...attributes.map((attribute) => ({
      head: `group.${name}.${attribute}`,
      cells: new Map(
        placed.map(({ id, group }) => [id, group?.[attribute] ?? '']),
      ),
    })),
  ]
}

/** Body -> why it has no place, for each ranking that it was left out of. */
function unplacedReasons({
  leftOutOfRankings,
}: ShownResult): ReadonlyMap<string, readonly string[]> {
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

/** As `last-three (goals-central)`, `worsened (undecided)`. */
function flagText({ flag, about, undecided }: BodyResult['flags'][number]) {
  const more = [
    ...(about === null ? [] : [about]),
    ...(undecided ? ['undecided'] : []),
  ]
  return more.length === 0 ? flag : `${flag} (${more.join(', ')})`
}

/** Why figures or places are missing, or not applicable. */
function reasonsOf(
  body: ShownBody,
  unplaced: readonly string[],
): readonly string[] {
  const excluded = body.notApplicable.map(
    ({ criterion, rule, citation }) =>
      `${criterion ?? 'the body'} not applicable: ${rule}, ${citation}`,
  )
  return [
    ...restrictedTexts(body),
    ...missingTexts(body),
    ...excluded,
    ...joinedTexts(body),
    ...unplaced,
  ]
}

/** A level is a word that the file chose; a number is never taken for a formula. */
function figureText(body: ShownBody, output: string): string {
  const text = body.exact[output] ?? ''
  return typeof body.outputs[output] === 'string' ? asText(text) : text
}

/** A text that a spreadsheet would take for a formula is given a quote before it. */
export function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
