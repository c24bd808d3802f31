/** Holds scores of columns against those of an exact run of the same data. */
import {
  blocksTarget,
  columnsOfDataset,
  MISSING,
  NOT_APPLICABLE,
  prepareColumns,
  PRESENT,
  scoreColumns,
  type ColumnScores,
  type Run,
} from '../../engine/index.js'
import { figureOf } from '../../engine/result/body-result.js'
import { doubleOf } from '../../engine/number/double.js'
import { generatedColumns } from '../../server/columns/generated-columns.js'
import type { Value } from '../../engine/value.js'

export const COLUMN_TARGETS = [blocksTarget, generatedColumns]

export interface Scoring {
  readonly isCertified: boolean
  readonly target: (typeof COLUMN_TARGETS)[number]
}

export function columnScores(
  { methodology, dataset, surroundings }: Run,
  { isCertified, target }: Scoring,
): ColumnScores {
  const source = columnsOfDataset(methodology, dataset, surroundings)
  const program = prepareColumns(methodology, source.data, {
    isCertified,
    target,
  })
  return scoreColumns(program, source)
}

/**
 * What differs, as lines: absences, rules and places at all, figures that the file
 * rounds by anything, others by more than 1e-9 of the figure.
 */
export function differences(run: Run, scores: ColumnScores): readonly string[] {
  const { methodology, bodies, rankings } = run
  const lines: string[] = []
  const say = (id: string, what: string, exact: unknown, found: unknown) =>
    lines.push(
      `${id} ${what}: exactly ${String(exact)}, in columns ${String(found)}`,
    )
  for (const [index, body] of bodies.entries()) {
    const id = body.given?.id ?? ''
    for (const column of methodology.outputs) {
      const exact = figureOf(body, column)
      const scored = scores.outputs.get(column.name)
      const found = foundText(scored, index)
      const isRounded = column.kind === 'criterion' && column.round !== null
      if (!isSame(exact, scored, index, isRounded)) {
        say(id, column.name, exactText(exact), found)
      }
    }
    for (const rule of methodology.rules) {
      const cell = body.cells[rule.slot]
      const exact = cell?.kind === 'boolean' ? Number(cell.boolean) : Number.NaN
      const found = scores.rules.get(rule.rule)?.[index]
      if (!Object.is(exact, found)) say(id, `rule ${rule.rule}`, exact, found)
    }
  }
  for (const [node, { placed }] of rankings) {
    const places = new Map(placed.map(({ body, place }) => [body, place]))
    for (const [index, body] of bodies.entries()) {
      const exact = places.get(body) ?? Number.NaN
      const found = scores.rankings.get(node.ranking)?.[index]
      if (!Object.is(exact, found)) {
        say(body.given?.id ?? '', `place in ${node.ranking}`, exact, found)
      }
    }
  }
  return lines
}

type Scored = ReturnType<ColumnScores['outputs']['get']>

function isSame(
  exact: Value,
  scored: Scored,
  index: number,
  isRounded: boolean,
): boolean {
  const found = scored?.values[index] ?? Number.NaN
  const absence = scored?.absence[index]
  switch (exact.kind) {
    case 'missing':
      return absence === MISSING
    case 'not-applicable':
      return absence === NOT_APPLICABLE
    case 'boolean':
      return absence === PRESENT && found === Number(exact.boolean)
    case 'word':
      return absence === PRESENT && scored?.words?.[found] === exact.word
    case 'number': {
      const double = doubleOf(exact.number)
      const most = isRounded ? 0 : 1e-9 * Math.abs(double)
      return absence === PRESENT && Math.abs(double - found) <= most
    }
  }
}

function exactText(value: Value): string {
  if (value.kind === 'number') return String(doubleOf(value.number))
  return value.kind === 'word' ? value.word : value.kind
}

function foundText(scored: Scored, index: number): string {
  const value = scored?.values[index] ?? Number.NaN
  if (scored?.absence[index] === MISSING) return 'missing'
  if (scored?.absence[index] === NOT_APPLICABLE) return 'not-applicable'
  return scored?.words?.[value] ?? String(value)
}
