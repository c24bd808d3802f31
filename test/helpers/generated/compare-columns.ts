/**
 * A run over columns held against the exact run: the same absences, rules and
 * places, figures that end with rounding bit for bit, the others to nine digits.
 */
import {
  columnsOfDataset,
  MISSING,
  NOT_APPLICABLE,
  prepareColumns,
  PRESENT,
  scoreColumns,
  type ColumnScores,
  type PrepareOptions,
  type Run,
  type ScoredColumn,
} from '../../../engine/index.js'
import { evaluateCriterion } from '../../../engine/evaluation/evaluate-criterion.js'
import type { Row } from '../../../engine/evaluation/row.js'
import type { Column } from '../../../engine/methodology/methodology.js'
import { nearestDouble } from '../../../engine/number/text.js'
import { figureOf } from '../../../engine/result/body-result.js'
import type { Value } from '../../../engine/value.js'

export function runColumns(
  { methodology, dataset, surroundings }: Run,
  target: PrepareOptions['target'],
  isCertified: boolean,
): ColumnScores {
  const source = columnsOfDataset(methodology, dataset, surroundings)
  const options = { isCertified, target }
  const program = prepareColumns(methodology, source.data, options)
  const { steps } = program.lowering.store
  const unwritten = steps.filter((step) => !program.steps.includes(step))
  if (unwritten.length > 0) {
    const [first] = unwritten.map((step) => ('name' in step ? step.name : ''))
    throw new Error(`${target.name} has no code for "${first}"`)
  }
  return scoreColumns(program, source)
}

/** What differs, in words; empty where nothing does. */
export function differences(run: Run, scores: ColumnScores): readonly string[] {
  return [
    ...differentFigures(run, scores),
    ...differentRules(run, scores),
    ...differentPlaces(run, scores),
  ]
}

function differentFigures(run: Run, scores: ColumnScores): readonly string[] {
  const { outputs, total } = run.methodology
  const columns = total ? [...new Set([...outputs, total])] : outputs
  return columns.flatMap((column) => {
    const found = scores.outputs.get(column.name)
    if (!found) return [`${column.name} is not there`]
    return run.bodies.flatMap((body) => {
      const id = body.given?.id ?? ''
      const value = figureOf(body, column)
      const at = scores.ids.indexOf(id)
      return isSame(value, found, at, isRounded(column, body))
        ? []
        : [
            `${column.name} of ${id}: exactly ${wordsOf(value)}, in columns ${inWords(found, at)}`,
          ]
    })
  })
}

/** A limit that holds after rounding is as it is itself. */
function isRounded(column: Column, body: Row): boolean {
  if (column.kind !== 'criterion' || !column.round) return false
  if (column.limits.length === 0) return true
  return evaluateCriterion(column, body).stages.at(-1)?.kind === 'rounded'
}

function isSame(
  value: Value,
  { values, words, absence }: ScoredColumn,
  at: number,
  isExact: boolean,
): boolean {
  const double = values[at] ?? NaN
  switch (value.kind) {
    case 'missing':
      return absence[at] === MISSING && Number.isNaN(double)
    case 'not-applicable':
      return absence[at] === NOT_APPLICABLE && Number.isNaN(double)
    case 'boolean':
      return absence[at] === PRESENT && double === Number(value.boolean)
    case 'word':
      return absence[at] === PRESENT && words?.[double] === value.word
    case 'number': {
      const wanted = nearestDouble(value.number)
      const distance = Math.abs(double - wanted)
      const isNear = isExact
        ? double === wanted
        : distance <= 1e-9 * Math.abs(wanted)
      return absence[at] === PRESENT && isNear
    }
  }
}

function differentRules(run: Run, scores: ColumnScores): readonly string[] {
  return run.methodology.rules.flatMap((rule) => {
    const found = scores.rules.get(rule.rule)
    return run.bodies.flatMap((body) => {
      const id = body.given?.id ?? ''
      const fired = body.cells[rule.slot]
      const wanted = fired?.kind === 'boolean' ? Number(fired.boolean) : NaN
      const is = found?.[scores.ids.indexOf(id)]
      return Object.is(is, wanted)
        ? []
        : [`rule ${rule.rule} of ${id}: exactly ${wanted}, in columns ${is}`]
    })
  })
}

function differentPlaces(run: Run, scores: ColumnScores): readonly string[] {
  return [...run.rankings].flatMap(([{ ranking }, { placed }]) => {
    const found = scores.rankings.get(ranking)
    const places = new Map(
      placed.map(({ body, place }) => [body.given?.id ?? '', place]),
    )
    return scores.ids.flatMap((id, at) => {
      const wanted = places.get(id) ?? NaN
      const is = found?.[at]
      return Object.is(is, wanted)
        ? []
        : [`place in ${ranking} of ${id}: exactly ${wanted}, in columns ${is}`]
    })
  })
}

function wordsOf(value: Value): string {
  if (value.kind === 'number') return String(nearestDouble(value.number))
  if (value.kind === 'word') return value.word
  if (value.kind === 'boolean') return String(value.boolean)
  return value.kind === 'missing' ? `missing (${value.reason})` : value.kind
}

function inWords({ values, words, absence }: ScoredColumn, at: number): string {
  const double = values[at] ?? NaN
  if (absence[at] === PRESENT)
    return words ? String(words[double]) : String(double)
  return `${absence[at] === MISSING ? 'missing' : 'not-applicable'}${Number.isNaN(double) ? '' : ` and ${double}`}`
}
