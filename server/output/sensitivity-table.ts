/** Draws of weights as tables for people: a table for each ranking, with the places between which each body moves. */
import type {
  DrawnPlaces,
  Methodology,
  ShownPlace,
  RankingDraws,
  ShownResult,
  WeightDraws,
} from '../../engine/index.js'
import { printable } from './printable.js'
import { textTable, type TextColumn } from './text-table.js'
import { titleText } from './title-text.js'

const MOST_ID = 58
const MOST_NAME = 34

export function sensitivityTable(
  methodology: Methodology,
  result: ShownResult,
  drawn: WeightDraws,
): string {
  const sections = [
    [heading(methodology, result), ...whatWasDrawn(drawn)],
    ...drawn.rankings.flatMap((ranking) => tables(ranking, result, drawn)),
  ]
  const filled = sections.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function heading(methodology: Methodology, { year }: ShownResult): string {
  const { id, version, title } = methodology
  const parts = [titleText(title), `${id}@${version}`, `year ${year}`]
  return printable(parts.filter((part) => part !== '').join(', '))
}

function whatWasDrawn({
  weights,
  unvaried,
  margin,
  draws,
  seed,
}: WeightDraws): readonly string[] {
  const parents = new Set(weights.map(({ parent }) => parent)).size
  const [least, most] = [1 - margin, 1 + margin].map(shortNumber)
  const sums =
    parents === 1
      ? 'then brought back to their sum'
      : `then brought back to their sum under each of ${parents} criteria`
  return [
    `${weights.length} weights times ${least} to ${most} each, ${sums}; ${counted(draws, 'draw')}, seed ${seed}.`,
    'Places of the file are certified; those of the draws are computed in doubles.',
    ...(unvaried.length === 0
      ? []
      : [
          printable(
            `Not varied, because they differ between bodies or years or are computed: the weights of ${unvaried.join(', ')}.`,
          ),
        ]),
  ]
}

function tables(
  ranking: RankingDraws,
  result: ShownResult,
  drawn: WeightDraws,
): readonly (readonly string[])[] {
  const placed = new Map(
    (result.rankings[ranking.ranking] ?? []).map((each) => [each.id, each]),
  )
  const groups = new Map<string, DrawnPlaces[]>()
  const unplaced: DrawnPlaces[] = []
  for (const body of ranking.bodies) {
    if (body.place === null) {
      if (body.withoutPlace < drawn.draws) unplaced.push(body)
      continue
    }
    const head = headOf(ranking.ranking, placed.get(body.id))
    const known = groups.get(head)
    if (known) known.push(body)
    else groups.set(head, [body])
  }
  const names = new Map(
    result.results.map((body) => [body.id, body.name ?? '']),
  )
  const table = (head: string, bodies: readonly DrawnPlaces[]) => [
    printable(head),
    ...textTable(columnsOf(bodies, names, drawn)),
  ]
  return [
    ...(groups.size === 0
      ? [[printable(`Ranking ${ranking.ranking}: no body has a place`)]]
      : []),
    ...[...groups].map(([head, bodies]) =>
      table(
        head,
        bodies.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)),
      ),
    ),
    ...(unplaced.length === 0
      ? []
      : [
          table(
            `Ranking ${ranking.ranking}: without a place under the weights of the file, with one in some draws`,
            unplaced,
          ),
        ]),
    remarksOf(ranking, drawn),
  ]
}

function headOf(ranking: string, entry: ShownPlace | undefined): string {
  const words = Object.entries(entry?.group ?? {}).map(
    ([attribute, value]) => `, ${attribute}: ${value}`,
  )
  return `Ranking ${ranking}${words.join('')}`
}

function remarksOf(
  { ranking, isReached, differing, bodies }: RankingDraws,
  { draws }: WeightDraws,
): readonly string[] {
  const never = bodies.filter(
    ({ place, withoutPlace }) => place === null && withoutPlace === draws,
  ).length
  return [
    ...(isReached
      ? []
      : [
          `No drawn weight reaches the ranking ${ranking}: no place can change.`,
        ]),
    ...(differing.length === 0
      ? []
      : [
          `In doubles, under the weights of the file, ${counted(differing.length, 'body', 'bodies')} of the ranking ${ranking} would have another place than the certified one, because figures tie or nearly do: ${differing.join(', ')}.`,
        ]),
    ...(never === 0
      ? []
      : [
          `Without a place in every draw: ${counted(never, 'body', 'bodies')}.`,
        ]),
  ].map(printable)
}

function columnsOf(
  bodies: readonly DrawnPlaces[],
  names: ReadonlyMap<string, string>,
  { draws, first }: WeightDraws,
): readonly TextColumn[] {
  const column = (
    head: string,
    cell: (body: DrawnPlaces) => string,
    align: TextColumn['align'] = 'right',
  ): TextColumn => ({ head, align, cells: bodies.map(cell) })
  const nameOf = ({ id }: DrawnPlaces) => names.get(id) ?? ''
  const hasNames = bodies.some((body) => nameOf(body) !== '')
  const hasLost = bodies.some(({ withoutPlace }) => withoutPlace > 0)
  const share = (of: number | null) => (of === null ? '-' : percent(of))
  return [
    column('place', ({ place }) => String(place ?? '-')),
    { ...column('id', ({ id }) => id, 'left'), most: MOST_ID },
    ...(hasNames
      ? [{ ...column('name', nameOf, 'left'), most: MOST_NAME }]
      : []),
    column('5-95 %', (each) => span(each.percentile5, each.percentile95)),
    column('median', ({ median }) => String(median ?? '-')),
    column('all draws', ({ least, most }) => span(least, most)),
    column('keeps it', ({ keeps }) => share(keeps)),
    column(first === 1 ? 'is first' : `in first ${first}`, ({ amongFirst }) =>
      percent(amongFirst),
    ),
    ...(hasLost
      ? [
          column('no place', ({ withoutPlace }) =>
            percent(withoutPlace / draws),
          ),
        ]
      : []),
  ]
}

/** Places from the best to the worst; one where they are the same. */
function span(from: number | null, to: number | null): string {
  if (from === null || to === null) return '-'
  return from === to ? String(from) : `${from}-${to}`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** 1.1 where doubles make 1.1000000000000001 of it. */
function shortNumber(number: number): string {
  return String(Number(number.toFixed(6)))
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
