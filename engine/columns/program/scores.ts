/** What a run over columns gives: figures, absences, rules and places, column by column. */
import type { Column } from '../../methodology/methodology.js'
import { nearestDouble } from '../../number/text.js'
import { LeavingColumns } from './leaving-columns.js'
import type { ProgramRun } from './run-program.js'

/** Why a row has no value, or that it has one. */
export const PRESENT = 0
export const MISSING = 1
export const NOT_APPLICABLE = 2

export interface ColumnScores {
  /** Ids of the bodies, in the order of all columns. */
  readonly ids: readonly string[]
  /** Output -> its figures. */
  readonly outputs: ReadonlyMap<string, ScoredColumn>
  /** Rule -> 1 where it fired, 0 where not, NaN where it is undecided. */
  readonly rules: ReadonlyMap<string, Float64Array>
  /** Ranking -> the places, from 1; NaN where a body has none. */
  readonly rankings: ReadonlyMap<string, Float64Array>
  /** True where every rounded figure, absence, rule and place is that of the exact evaluator. */
  readonly isCertified: boolean
  /** How many values were computed a second time, exactly, because a bound could not decide. */
  readonly secondComputations: number
  readonly secondComputationsBy: ReadonlyMap<string, number>
}

export interface ScoredColumn {
  /** NaN where there is none; truth values 1 and 0; words their place in `words`. */
  readonly values: Float64Array
  readonly words: readonly string[] | null
  /** PRESENT, MISSING or NOT_APPLICABLE. */
  readonly absence: Uint8Array
}

export function scoresOf(run: ProgramRun): ColumnScores {
  const { program, data, frame, secondComputations } = run
  const { methodology, lowering, isCertified } = program
  const { rules, total } = methodology
  const scored = [
    ...new Set([...methodology.outputs, ...(total ? [total] : [])]),
  ]
  const leaving = new LeavingColumns(data.ids.length, {
    doubles: scored.length + rules.length + lowering.rankings.size,
    bytes: scored.length,
  })
  const membership = membershipOfBodies(run)
  return {
    ids: data.ids,
    outputs: new Map(
      scored.map((column) => [
        column.name,
        outputOf(column, run, membership, leaving),
      ]),
    ),
    rules: new Map(
      rules.map((rule) => {
        const columns = lowering.store.columnsOf(lowering.read(rule))
        const values = columns && frame.columns[columns.value.index]
        if (!values) throw new TypeError(`The rule ${rule.rule} has no column`)
        return [rule.rule, leaving.copyOf(values)]
      }),
    ),
    rankings: new Map(
      [...lowering.rankings].map(([node, { step }]) => {
        const places = frame.columns[step.place.index]
        if (!places) throw new TypeError(`${node.ranking} has no column`)
        return [node.ranking, leaving.copyOf(places)]
      }),
    ),
    isCertified,
    secondComputations: [...secondComputations.values()].reduce(
      (sum, count) => sum + count,
      0,
    ),
    secondComputationsBy: secondComputations,
  }
}

/** Per body: whether it counts at all, as an absence of all its figures. */
function membershipOfBodies(run: ProgramRun): Uint8Array | null {
  const { program, data, frame } = run
  const { bodyExclusions, store } = program.lowering
  if (bodyExclusions.length === 0) return null
  const absence = new Uint8Array(data.ids.length)
  const fired = bodyExclusions.map((rule) => {
    const columns = store.columnsOf(program.lowering.read(rule))
    return columns && frame.columns[columns.value.index]
  })
  for (let body = 0; body < absence.length; body += 1) {
    for (const values of fired) {
      const value = values?.[body] ?? NaN
      if (value === 1) {
        absence[body] = NOT_APPLICABLE
        break
      }
      if (value !== value) absence[body] = MISSING
    }
  }
  return absence
}

function outputOf(
  column: Column,
  run: ProgramRun,
  membership: Uint8Array | null,
  leaving: LeavingColumns,
): ScoredColumn {
  const { program, frame } = run
  const { lowering } = program
  const columns = lowering.columnsOf(column)
  const stored = frame.columns[columns.value.index]
  if (!stored) throw new TypeError(`"${column.name}" has no column`)
  const excluded =
    columns.notApplicable && frame.columns[columns.notApplicable.index]
  const values = leaving.copyOf(stored)
  const absence = leaving.bytes()
  for (const body of writeAbsence(values, excluded ?? null, absence)) {
    const exact = run.exact().value(column, run.exact().bodyRow(body))
    values[body] = exact.kind === 'number' ? nearestDouble(exact.number) : NaN
  }
  if (membership) leaveOut(membership, values, absence)
  const isOfWords = !['number', 'boolean'].includes(column.type.kind)
  return { values, absence, words: isOfWords ? lowering.words : null }
}

/** @returns the rows whose double stands for numbers that none holds */
function writeAbsence(
  values: Float64Array,
  excluded: Float64Array | null,
  absence: Uint8Array,
): readonly number[] {
  const unheld: number[] = []
  // Sums are faster than branches that a processor cannot foresee.
  for (let body = 0; body < values.length; body += 1) {
    const value = values[body] ?? NaN
    absence[body] = MISSING * Number(value !== value)
    if (Math.abs(value) === Number.MIN_VALUE) unheld.push(body)
  }
  if (!excluded) return unheld
  const further = NOT_APPLICABLE - MISSING
  for (let body = 0; body < values.length; body += 1) {
    const isAbsent = Number(absence[body] === MISSING)
    const isExcluded = Number(excluded[body] === 1)
    absence[body] = isAbsent * (MISSING + further * isExcluded)
  }
  return unheld
}

/** A body that does not count has no figures. */
function leaveOut(
  membership: Uint8Array,
  values: Float64Array,
  absence: Uint8Array,
): void {
  for (let body = 0; body < values.length; body += 1) {
    const whole = membership[body] ?? PRESENT
    if (whole === PRESENT) continue
    values[body] = NaN
    absence[body] = whole
  }
}
