/** A score result as tables for people: rankings first, then every reason. */
import {
  yearsText,
  type BodyResult,
  type Methodology,
  type ScoreResult,
} from '../../engine/index.js'
import { missingTexts } from './missing-text.js'
import { printable } from './printable.js'
import { dataProblemLine } from './problem-line.js'
import { textTable, type TextColumn } from './text-table.js'
import { titleText } from './title-text.js'

/** Places that a figure takes; the digits that do not fit are in the JSON and the CSV. */
const MOST_DIGITS = 14
const MOST_NAME = 34
const MOST_ID = 24
/** Reasons listed for one body. */
const MOST_REASONS = 8

export function scoreTable(
  methodology: Methodology,
  result: ScoreResult,
): string {
  const digits = roundedDigits(methodology)
  const sections = [
    heading(methodology, result),
    ...rankingTables(result, digits),
    unrankedTable(result, digits),
    listing('Not scored', missingLines(result, 'not-scored')),
    listing('Scored, with figures missing', missingLines(result, 'scored')),
    listing('Not applicable', result.results.flatMap(notApplicableLines)),
    listing('Deductions', result.results.flatMap(deductionLines)),
    listing('Flags', result.results.flatMap(flagLines)),
    listing('Left out of rankings', leftOutOfRankingLines(result)),
    listing('Left out because of errors in the data', leftOutLines(result)),
    hashes(result),
  ]
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Says that a year was scored under the rules of others. */
export function otherYearsText(
  methodology: Methodology,
  { year }: ScoreResult,
): string {
  const { id, version, years } = methodology
  return `${year} was scored under the rules of ${yearsText(years)}: ${id}@${version} is not in force for ${year}.`
}

function heading(
  methodology: Methodology,
  result: ScoreResult,
): readonly string[] {
  const { id, version } = result.methodology
  const title = titleText(methodology.title)
  const bodies = result.results.length
  const count = bodies === 1 ? '1 body' : `${bodies} bodies`
  const first = [title, `${id}@${version}`, `year ${result.year}`, count]
  const line = printable(first.filter((part) => part !== '').join(', '))
  if (result.methodology.inForce) return [line]
  return [line, otherYearsText(methodology, result)]
}

/** Output -> the digits that the file rounds it to: 0.94 is shown as 0.940. */
type Digits = ReadonlyMap<string, number>

function roundedDigits({ outputs }: Methodology): Digits {
  const digits = outputs.flatMap((output) =>
    output.kind === 'criterion' && output.round
      ? [[output.name, output.round.digits] as const]
      : [],
  )
  return new Map(digits)
}

function rankingTables(
  result: ScoreResult,
  digits: Digits,
): readonly (readonly string[])[] {
  const byId = new Map(result.results.map((body) => [body.id, body]))
  return Object.entries(result.rankings).map(([ranking, placed]) => {
    const bodies = placed.flatMap(({ id }) => byId.get(id) ?? [])
    const columns: TextColumn[] = [
      {
        head: 'place',
        align: 'right',
        cells: placed.map(({ place }) => String(place)),
      },
      ...bodyColumns(bodies, digits),
    ]
    const isShown = Object.keys(bodies[0]?.outputs ?? {}).some((output) =>
      placed.every(({ value }, row) => bodies[row]?.outputs[output] === value),
    )
    if (!isShown) {
      const cells = placed.map(({ value }) => String(value))
      columns.push({ head: 'compared', align: 'right', cells })
    }
    const head = `Ranking ${printable(ranking)}`
    if (placed.length === 0) return [`${head}: no body has a place`]
    return [head, ...textTable(columns)]
  })
}

function unrankedTable(result: ScoreResult, digits: Digits): readonly string[] {
  const rankings = Object.values(result.rankings)
  const ranked = new Set(rankings.flat().map(({ id }) => id))
  const bodies = result.results.filter(({ id }) => !ranked.has(id))
  if (bodies.length === 0) return []
  const head = rankings.length === 0 ? 'Results' : 'Without a place'
  const cells = bodies.map(({ status }) => status)
  const columns: TextColumn[] = [
    { head: 'status', align: 'left', cells },
    ...bodyColumns(bodies, digits),
  ]
  return [head, ...textTable(columns)]
}

function bodyColumns(
  bodies: readonly BodyResult[],
  digits: Digits,
): readonly TextColumn[] {
  const outputs = Object.keys(bodies[0]?.exact ?? {})
  const names = bodies.map(({ name }) => name ?? '')
  const idColumn: TextColumn = {
    head: 'id',
    align: 'left',
    cells: bodies.map(({ id }) => id),
    most: MOST_ID,
  }
  const nameColumn: TextColumn = {
    head: 'name',
    align: 'left',
    cells: names,
    most: MOST_NAME,
  }
  const figures = outputs.map((output): TextColumn => ({
    head: output,
    align: 'right',
    cells: bodies.map((body) =>
      withDigits(body.exact[output] ?? '-', digits.get(output) ?? 0),
    ),
    most: MOST_DIGITS,
  }))
  const hasNames = names.some((name) => name !== '')
  return [idColumn, ...(hasNames ? [nameColumn] : []), ...figures]
}

/** Zeros at the end, so that points stand below each other. */
function withDigits(text: string, digits: number): string {
  if (digits <= 0 || !/^-?\d+(\.\d+)?$/.test(text)) return text
  const [whole = '', fraction = ''] = text.split('.')
  return `${whole}.${fraction.padEnd(digits, '0')}`
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
  return body.flags.map(({ rule, about, citation, undecided }) => {
    const ranking = about === null ? '' : ` about ranking ${about}`
    const sign = undecided ? ', undecided' : ''
    return `${label(body)}: ${rule}${ranking}${sign} (${citation})`
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

function hashes(result: ScoreResult): readonly string[] {
  return [
    `methodology sha256 ${result.methodology.sha256}`,
    `data        sha256 ${result.data.sha256}`,
    `results     sha256 ${result.sha256} (engine ${result.engine.version})`,
  ]
}

function listing(head: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return [head, ...lines.map((line) => `  ${printable(line)}`)]
}

function label({ id, name }: BodyResult): string {
  return name === null ? id : `${id} ${name}`
}
