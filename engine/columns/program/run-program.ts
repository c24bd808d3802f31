/** Runs a program over columns, and computes exactly what its bounds could not decide. */
import type { LazyRun } from '../../evaluation/lazy-run.js'
import { isShortDecimal, nonZeroDouble } from '../../number/double.js'
import type { Value } from '../../value.js'
import type { ColumnData } from '../data/column-data.js'
import { UNIT } from '../operations/operation.js'
import { bindData, type BoundFrame } from './bind-data.js'
import { buildGroups } from './build-groups.js'
import { countStandings } from './count-standings.js'
import { Places } from './places/places.js'
import type { ColumnProgram } from './prepare.js'
import type {
  ExactRankingStep,
  ExactValue,
  Step,
  ValueColumns,
} from './step.js'

export interface ProgramRun {
  readonly program: ColumnProgram
  readonly data: ColumnData
  readonly frame: BoundFrame
  readonly exact: () => LazyRun
  /** Name of a step -> how many of its values were computed a second time, exactly. */
  readonly secondComputations: ReadonlyMap<string, number>
}

/** @param exact - opened when the first value is to be computed exactly */
export function runProgram(
  program: ColumnProgram,
  data: ColumnData,
  exact: () => LazyRun,
): ProgramRun {
  const frame = bindData(program, data)
  const second = new Map<string, number>()
  const run: Running = {
    program,
    frame,
    exact,
    second,
    bodies: data.ids.length,
  }
  for (const step of program.steps) runStep(step, run)
  return { program, data, frame, exact, secondComputations: second }
}

export interface Running {
  readonly program: ColumnProgram
  readonly frame: BoundFrame
  readonly exact: () => LazyRun
  readonly second: Map<string, number>
  readonly bodies: number
}

export function runStep(step: Step, run: Running): void {
  const { frame, bodies, second } = run
  switch (step.kind) {
    case 'code': {
      const { count = 0 } = frame.rows.get(step.level) ?? {}
      for (const { column } of step.stored) {
        frame.columns[column.index] ??= new Float64Array(count)
      }
      const doubts = run.program.runners.get(step)?.(frame) ?? []
      settle(step, doubts, run)
      return
    }
    case 'exact': {
      const { count = 0 } = frame.rows.get(step.level) ?? {}
      makeColumns(step.target, count, frame)
      const all = Array.from({ length: count }, (_, row) => row)
      settle(step, all, run)
      return
    }
    case 'group':
      makeColumns(step.groupOf, bodies, frame)
      frame.rows.set(step.level, buildGroups(step, frame, bodies, run))
      return
    case 'standing':
      for (const column of [step.below, step.above, step.count, step.doubt]) {
        frame.columns[column.index] ??= new Float64Array(bodies)
      }
      countStandings(step, frame, bodies, run.program.isCertified)
      return
    case 'ranking': {
      for (const column of [step.place, step.below]) {
        frame.columns[column.index] ??= new Float64Array(bodies)
      }
      frame.places ??= new Places(bodies)
      const { isCertified } = run.program
      const exact = frame.places.fill(step, frame, isCertified, run.exact)
      if (exact > 0) second.set(step.node.name, exact)
      return
    }
    case 'exact-ranking':
      rankExactly(step, run)
      second.set(step.node.name, bodies)
      return
  }
}

function makeColumns(
  { value, notApplicable, error }: ValueColumns,
  count: number,
  { columns }: BoundFrame,
): void {
  for (const column of [value, notApplicable, error]) {
    if (column) columns[column.index] ??= new Float64Array(count)
  }
}

/** Puts exact values where a bound could not decide. */
function settle(
  {
    name,
    target,
    exact,
  }: {
    readonly name: string
    readonly target: ValueColumns
    readonly exact: ExactValue
  },
  rows: readonly number[],
  run: Running,
): void {
  if (rows.length === 0) return
  const { second, frame, program } = run
  second.set(name, (second.get(name) ?? 0) + rows.length)
  const lazy = run.exact()
  for (const row of rows) {
    write(exact(lazy, row), row, target, frame, program.lowering.words)
  }
}

function write(
  value: Value,
  row: number,
  target: ValueColumns,
  { columns }: BoundFrame,
  words: readonly string[],
): void {
  const values = columns[target.value.index]
  const excluded = target.notApplicable && columns[target.notApplicable.index]
  const errors = target.error && columns[target.error.index]
  if (!values) throw new TypeError(`"${target.value.name}" has no column`)
  const double = doubleOfValue(value, words)
  values[row] = double
  if (excluded) excluded[row] = value.kind === 'not-applicable' ? 1 : 0
  else if (value.kind === 'not-applicable') {
    throw new TypeError(`"${target.value.name}" was never to be not applicable`)
  }
  if (errors) errors[row] = isExact(value) ? 0 : UNIT * Math.abs(double)
}

function doubleOfValue(value: Value, words: readonly string[]): number {
  switch (value.kind) {
    case 'number':
      return nonZeroDouble(value.number)
    case 'boolean':
      return value.boolean ? 1 : 0
    case 'word':
      return words.indexOf(value.word)
    case 'missing':
    case 'not-applicable':
      return NaN
  }
}

/** True where the double is the number itself. */
function isExact(value: Value): boolean {
  return (
    value.kind === 'number' &&
    isShortDecimal(value.number) &&
    Number.isSafeInteger(nonZeroDouble(value.number))
  )
}

function rankExactly(
  { node, place, below, isOut }: ExactRankingStep,
  run: Running,
): void {
  const { bodies, frame } = run
  const lazy = run.exact()
  const ranking = lazy.ranking(node)
  const placed = new Map(ranking.placed.map((each) => [each.body, each]))
  const leftOut = new Map(ranking.leftOut.map((each) => [each.body, each]))
  const made = [place, below, isOut].map(() =>
    new Float64Array(bodies).fill(NaN),
  )
  const [places, belows, outs] = made
  for (let body = 0; body < bodies; body += 1) {
    const row = lazy.bodyRow(body)
    const entry = placed.get(row)
    if (places && entry) places[body] = entry.place
    if (belows && entry) belows[body] = entry.below
    const left = leftOut.get(row)
    if (outs) outs[body] = !entry && (!left || left.exclusion) ? 1 : 0
  }
  for (const [index, column] of [place, below, isOut].entries()) {
    frame.columns[column.index] = made[index] ?? new Float64Array(bodies)
  }
}
