/** Why a score result is as it is, as lists of lines: absences, rules, and who was left out. */
import type {
  LeftOutResult,
  ShownBody,
  ShownResult,
} from '../../engine/index.js'
import { joinedTexts } from './joined-text.js'
import { missingTexts } from './missing-text.js'
import { printable } from './printable.js'
import { dataProblemLine } from './problem-line.js'
import { withheldLines } from './restricted-text.js'

/** Reasons listed for one body. */
const MOST_REASONS = 8

/** Each with a head; lists of nothing are empty. */
export function reasonListings(
  result: ShownResult,
): readonly (readonly string[])[] {
  return [
    listing('Restricted, and not shown', withheldLines(result)),
    listing('Not scored', missingLines(result, 'not-scored')),
    listing('Scored, with figures missing', missingLines(result, 'scored')),
    listing('Imputed', result.results.flatMap(imputedLines)),
    listing('Not applicable', result.results.flatMap(notApplicableLines)),
    listing('Joined bodies', result.results.flatMap(joinedLines)),
    listing('Deductions', result.results.flatMap(deductionLines)),
    listing('Limits', result.results.flatMap(limitLines)),
    listing('Flags', flagLines(result)),
    listing('Left out of populations', leftOutOfPopulationLines(result)),
    listing('Left out of rankings', leftOutOfRankingLines(result)),
    listing('Left out because of errors in the data', leftOutLines(result)),
  ]
}

function missingLines(
  { results }: ShownResult,
  status: ShownBody['status'],
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

function imputedLines(body: ShownBody): readonly string[] {
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

/** What one rule took from a body stands together. */
function notApplicableLines(body: ShownBody): readonly string[] {
  const byRule = groupBy(body.notApplicable, ({ rule }) => rule)
  return byRule.flatMap((taken) => {
    const what = taken.map(({ criterion }) => criterion ?? 'the whole body')
    const [first] = taken
    if (!first) return []
    const { rule, citation } = first
    return [`${label(body)}: ${what.join(', ')}, by rule ${rule} (${citation})`]
  })
}

function joinedLines(body: ShownBody): readonly string[] {
  return joinedTexts(body).map((text) => `${label(body)}: ${text}`)
}

function deductionLines(body: ShownBody): readonly string[] {
  return body.deductions.map(({ rule, points, pointsBeforeCap, citation }) => {
    const capped =
      points === pointsBeforeCap ? '' : `, ${pointsBeforeCap} before the cap`
    return `${label(body)}: -${points} by rule ${rule}${capped} (${citation})`
  })
}

const BOUNDS = { at_most: 'at most', at_least: 'at least', exactly: 'exactly' }

function limitLines(body: ShownBody): readonly string[] {
  return body.limits.map(
    ({ rule, of, kind, limit, before, bound, citation }) => {
      const held = `${of} ${BOUNDS[kind]} ${limit ?? 'not applicable'}`
      const was = `${before ?? 'missing'} before`
      const sign = bound ? 'binds' : 'does not bind'
      return `${label(body)}: ${held} by rule ${rule}, ${was}, ${sign} (${citation})`
    },
  )
}

/** Each flag once, with the bodies that it is raised for. */
function flagLines({ results }: ShownResult): readonly string[] {
  const raised = results.flatMap((body) =>
    body.flags.map((flag) => ({ body, flag })),
  )
  const groups = groupBy(raised, ({ flag: { flag, rule, about, undecided } }) =>
    JSON.stringify([flag, rule, about, undecided]),
  )
  return groups.flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { flag, rule, about, citation, undecided } = first.flag
    const ranking = about === null ? '' : ` about ranking ${about}`
    const sign = undecided ? ', undecided' : ''
    const by = flag === rule ? '' : `, by rule ${rule}`
    return [
      `${flag}${ranking}${sign}${by} (${citation})`,
      ...group.map(({ body }) => `  ${label(body)}`),
    ]
  })
}

function leftOutOfRankingLines({
  leftOutOfRankings,
}: ShownResult): readonly string[] {
  return Object.entries(leftOutOfRankings).flatMap(leftOutOfLines)
}

function leftOutOfPopulationLines({
  populations,
}: ShownResult): readonly string[] {
  return Object.entries(populations).flatMap(([population, { leftOut }]) =>
    leftOutOfLines([population, leftOut]),
  )
}

function leftOutOfLines([name, leftOut]: readonly [
  string,
  readonly LeftOutResult[],
]): readonly string[] {
  return leftOut.map(({ id, reason, citation }) => {
    const cited = citation === null || citation === '' ? '' : ` (${citation})`
    return `${name}: ${id}: ${reason}${cited}`
  })
}

function leftOutLines({ leftOut }: ShownResult): readonly string[] {
  return leftOut.flatMap(({ errors }) => errors.map(dataProblemLine))
}

function listing(head: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return [head, ...lines.map((line) => `  ${printable(line)}`)]
}

function label({ id, name }: ShownBody): string {
  return name === null ? id : `${id} ${name}`
}

/** In the order in which the keys first come. */
function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
