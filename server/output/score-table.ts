/** A score result as tables for people: rankings first, then every reason, then hashes. */
import {
  yearsText,
  type Methodology,
  type ShownBody,
  type ShownPlace,
  type ShownResult,
} from '../../engine/index.js'
import { printable } from './printable.js'
import { reasonListings } from './reason-listings.js'
import { textTable, type TextColumn } from './text-table.js'
import { titleText } from './title-text.js'

/** Places that a figure takes; the digits that do not fit are in the JSON and the CSV. */
const MOST_DIGITS = 14
/** An id is asked for by `explain`: names give way to it. */
const MOST_ID = 58
const MOST_NAME = 34
const NAME_BESIDE_LONG_IDS = 24

export function scoreTable(
  methodology: Methodology,
  result: ShownResult,
): string {
  const digits = roundedDigits(methodology)
  const sections = [
    heading(methodology, result),
    ...rankingTables(result, digits),
    unrankedTable(result, digits),
    ...reasonListings(result),
    hashes(result),
  ]
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Says that a year was scored under the rules of others. */
export function otherYearsText(
  methodology: Methodology,
  { year }: ShownResult,
): string {
  const { id, version, years } = methodology
  return `${year} was scored under the rules of ${yearsText(years)}: ${id}@${version} is not in force for ${year}.`
}

function heading(
  methodology: Methodology,
  result: ShownResult,
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
  result: ShownResult,
  digits: Digits,
): readonly (readonly string[])[] {
  const byId = new Map(result.results.map((body) => [body.id, body]))
  return byGroup(result).map(([head, placed]) => {
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
    const isCompared = placed.some(({ value }) => value !== null)
    if (!isShown && isCompared) {
      const cells = placed.map(({ value }) => String(value))
      columns.push({ head: 'compared', align: 'right', cells })
    }
    if (placed.length === 0) return [`${head}: no body has a place`]
    return [head, ...textTable(columns)]
  })
}

/** The rankings, those with groups as one for each: `Ranking total, kind: central`. */
function byGroup({
  rankings,
}: ShownResult): readonly (readonly [string, readonly ShownPlace[]])[] {
  return Object.entries(rankings).flatMap(([ranking, placed]) => {
    const groups = new Map<string, ShownPlace[]>()
    if (placed.length === 0) groups.set(`Ranking ${printable(ranking)}`, [])
    for (const entry of placed) {
      const words = Object.entries(entry.group ?? {}).map(
        ([attribute, value]) => `, ${attribute}: ${value}`,
      )
      const head = printable(`Ranking ${ranking}${words.join('')}`)
      const known = groups.get(head)
      if (known) known.push(entry)
      else groups.set(head, [entry])
    }
    return [...groups]
  })
}

function unrankedTable(result: ShownResult, digits: Digits): readonly string[] {
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
  bodies: readonly ShownBody[],
  digits: Digits,
): readonly TextColumn[] {
  const outputs = Object.keys(bodies[0]?.exact ?? {})
  const names = bodies.map(({ name }) => name ?? '')
  const areIdsLong = bodies.some(({ id }) => id.length > NAME_BESIDE_LONG_IDS)
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
    most: areIdsLong ? NAME_BESIDE_LONG_IDS : MOST_NAME,
  }
  const figures = outputs.map((output): TextColumn => {
    const isWord = bodies.some((body) =>
      ['string', 'boolean'].includes(typeof body.outputs[output]),
    )
    return {
      head: output,
      align: isWord ? 'left' : 'right',
      cells: bodies.map((body) =>
        withDigits(figureText(body, output), digits.get(output) ?? 0),
      ),
      most: isWord ? MOST_NAME : MOST_DIGITS,
    }
  })
  const hasNames = names.some((name) => name !== '')
  return [idColumn, ...(hasNames ? [nameColumn] : []), ...figures]
}

function figureText({ exact, restricted = [] }: ShownBody, output: string) {
  const isHidden = restricted.some((each) => each.output === output)
  return isHidden ? 'restricted' : (exact[output] ?? '-')
}

/** Zeros at the end, so that points stand below each other. */
function withDigits(text: string, digits: number): string {
  if (digits <= 0 || !/^-?\d+(\.\d+)?$/.test(text)) return text
  const [whole = '', fraction = ''] = text.split('.')
  return `${whole}.${fraction.padEnd(digits, '0')}`
}

function hashes(result: ShownResult): readonly string[] {
  const { methodology, data, register, sha256, engine } = result
  const said = (hash: string | null) => hash ?? 'withheld'
  return [
    `methodology sha256 ${methodology.sha256}`,
    `data        sha256 ${said(data.sha256)}`,
    ...(register
      ? [`register    sha256 ${said(register.sha256)} (${register.id})`]
      : []),
    `results     sha256 ${said(sha256)} (engine ${engine.version})`,
  ]
}
