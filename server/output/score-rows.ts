/**
 * A score result as rows of typed cells, one for each body: a CSV text or a
 * sheet is made of them.
 *
 * Zero is 0; a figure that is missing is an empty cell, and one that is not
 * applicable or restricted says so. Why stands in the last column.
 */
import type {
  BodyResult,
  ShownBody,
  ShownPlace,
  ShownResult,
} from '../../engine/index.js'
import { EMPTY, textCell, type Cell } from '../xlsx/sheet.js'
import { joinedTexts } from './joined-text.js'
import { missingTexts } from './missing-text.js'
import { restrictedTexts } from './restricted-text.js'

export interface ScoreRows {
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const NOT_APPLICABLE_CELL = 'not-applicable'
export const RESTRICTED_CELL = 'restricted'

export function scoreRows(result: ShownResult): ScoreRows {
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
    textCell(body.id),
    textCell(body.name),
    textCell(body.status),
    ...outputs.map((output) => figureCell(body, output)),
    ...rankings.map(({ cells }) => cells.get(body.id) ?? EMPTY),
    textCell(body.flags.map(flagText).join('; ')),
    textCell(reasonsOf(body, unplaced.get(body.id) ?? []).join('; ')),
  ])
  const leftOut = result.leftOut.map(({ id, errors }) => [
    textCell(id),
    EMPTY,
    textCell('left-out'),
    ...outputs.map(() => EMPTY),
    ...rankings.map(() => EMPTY),
    EMPTY,
    textCell(
      errors.map(({ code, message }) => `${code} ${message}`).join('; '),
    ),
  ])
  return { header, rows: [...rows, ...leftOut] }
}

/** The places of a ranking, and the groups in which they are counted. */
function placeColumns([name, placed]: readonly [
  string,
  readonly ShownPlace[],
]): readonly {
  readonly head: string
  readonly cells: ReadonlyMap<string, Cell>
}[] {
  const attributes = Object.keys(placed[0]?.group ?? {})
  return [
    {
      head: `place.${name}`,
      cells: new Map(
        placed.map(({ id, place }) => [id, decimalCell(String(place))]),
      ),
    },
    ...attributes.map((attribute) => ({
      head: `group.${name}.${attribute}`,
      cells: new Map(
        placed.map(({ id, group }) => [
          id,
          textCell(group?.[attribute] ?? null),
        ]),
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

/** A level is a word that the file chose. */
function figureCell(body: ShownBody, output: string): Cell {
  const text = body.exact[output] ?? null
  if (body.restricted?.some((each) => each.output === output)) {
    return textCell(RESTRICTED_CELL)
  }
  if (text === null) {
    return isNotApplicable(body, output) ? textCell(NOT_APPLICABLE_CELL) : EMPTY
  }
  return typeof body.outputs[output] === 'number'
    ? decimalCell(text)
    : textCell(text)
}

/** Taken away by a rule, and not missing besides. */
function isNotApplicable(body: ShownBody, output: string): boolean {
  const isMissing = body.missing.some((each) => each.output === output)
  return !isMissing && body.notApplicable.length > 0
}

function decimalCell(text: string): Cell {
  return { kind: 'decimal', text }
}
