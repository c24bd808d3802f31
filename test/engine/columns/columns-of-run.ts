/**
 * One node of an exact run computed again in columns: what it reads stands in
 * columns that are filled with the exact values, so that a difference is one of
 * this node alone.
 */
import type { Run } from '../../../engine/index.js'
import { Builder } from '../../../engine/columns/code/builder.js'
import type {
  Code,
  ColumnLevel,
  StoredColumn,
} from '../../../engine/columns/code/code.js'
import { ANY, CERTAIN, within } from '../../../engine/columns/code/facts.js'
import type { LoweringFrame } from '../../../engine/columns/lowering/lower-expression.js'
import type { Lowered } from '../../../engine/columns/lowering/lowered.js'
import {
  NotLowered,
  type Lowering,
} from '../../../engine/columns/lowering/lowering.js'
import type { RowsOfLevel } from '../../../engine/columns/program/step.js'
import { blocksTarget } from '../../../engine/columns/targets/blocks/blocks-target.js'
import { rowsByLevel } from '../../../engine/evaluation/rows.js'
import type { Node } from '../../../engine/methodology/methodology.js'
import { nearestDouble } from '../../../engine/number/text.js'
import { levelNames } from '../../../engine/scales/scale.js'
import type { Value } from '../../../engine/value.js'

const POPULATION = level('population', 'population', null, 0)
const BODIES = level('bodies', 'bodies', POPULATION, 2)

export interface InColumns {
  readonly values: readonly number[]
  readonly notApplicable: readonly boolean[]
  /** The bodies that are to be computed exactly. */
  readonly doubts: readonly number[]
}

/** @param make - the column code of the node */
export function inColumns(
  run: Run,
  make: (frame: LoweringFrame) => Lowered,
): InColumns {
  const words = wordsOf(run)
  const columns: Float64Array[] = []
  const code = new Builder(POPULATION)
  const store = (node: Node, of: (value: Value) => number): StoredColumn => {
    const cells = cellsOf(run, node)
    const values = cells.map(of)
    const mayBeAbsent = values.some(Number.isNaN)
    const areWhole = cells.every(({ kind }) => kind !== 'number')
    const facts = areWhole
      ? within(0, words.length + 1, { mayBeAbsent, isWhole: true })
      : { ...ANY, mayBeAbsent }
    const isTop = node.level.parent === null
    columns.push(Float64Array.from(values))
    return {
      index: columns.length - 1,
      name: node.name,
      level: isTop ? POPULATION : BODIES,
      facts,
    }
  }
  const known = new Map<Node, Lowered>()
  const read = (node: Node): Lowered => {
    const before = known.get(node)
    if (before) return before
    const value = code.cell(store(node, (each) => doubleOf(each, words)))
    const isOut = cellsOf(run, node).some(isNotApplicable)
    const exclusion = isOut
      ? {
          ...store(node, (each) => Number(isNotApplicable(each))),
          facts: CERTAIN,
        }
      : null
    const lowered = {
      value,
      notApplicable: exclusion ? code.cell(exclusion) : code.number(0),
    }
    known.set(node, lowered)
    return lowered
  }
  const refuse = (): never => {
    throw new NotLowered('not in this test')
  }
  const number: Lowering['number'] = (value) => {
    const double = nearestDouble(value)
    return code.number(double, Number.isInteger(double))
  }
  const lowering = {
    code,
    year: run.dataset.year,
    bodyExclusions: run.methodology.bodies.exclusions,
    words,
    levelOf: (of) => (of.parent === null ? POPULATION : BODIES),
    groupLevelOf: refuse,
    read,
    readPrevious: refuse,
    word: (word) => code.number(words.indexOf(word)),
    number,
    weight: (_, weight) => number(weight),
    statistic: refuse,
    standingOf: refuse,
  } satisfies Lowering
  const made = make({ lowering, at: BODIES })
  return evaluate(made, code, columns, run.bodies.length)
}

function evaluate(
  { value, notApplicable }: Lowered,
  code: Builder,
  columns: Float64Array[],
  count: number,
): InColumns {
  const result = (of: Code) => {
    columns.push(new Float64Array(count))
    const index = columns.length - 1
    const column = { index, name: 'result', level: BODIES, facts: ANY }
    return { column, code: of }
  }
  const stored = [result(value), result(notApplicable)]
  const doubt = code.either(
    code.bounded(value).doubt,
    code.bounded(notApplicable).doubt,
  )
  const runStep = blocksTarget.prepare({
    level: BODIES,
    stored,
    doubt,
  })
  const none = new Int32Array(0)
  const lie = { offsets: none, parents: none, groupOf: none, members: none }
  const rows = new Map<ColumnLevel, RowsOfLevel>([
    [POPULATION, { ...lie, count: 1 }],
    [BODIES, { ...lie, count }],
  ])
  const doubts = runStep({ columns, settings: new Float64Array(0), rows })
  const [values, flags] = stored.map(({ column }) => [
    ...(columns[column.index] ?? []),
  ])
  return {
    values: values ?? [],
    notApplicable: (flags ?? []).map((flag) => flag === 1),
    doubts,
  }
}

export function cellsOf(run: Run, node: Node): readonly Value[] {
  const rows = rowsByLevel([run.population]).get(node.level) ?? []
  return rows.map(
    (row) =>
      row.cells[node.slot] ?? {
        kind: 'missing',
        reason: 'NOT_GIVEN',
        because: [],
      },
  )
}

/** NaN where it is absent; truth values 1 and 0, words by their place among the words. */
export function doubleOf(value: Value, words: readonly string[]): number {
  switch (value.kind) {
    case 'number':
      return nearestDouble(value.number)
    case 'boolean':
      return Number(value.boolean)
    case 'word':
      return words.indexOf(value.word)
    default:
      return NaN
  }
}

export function isNotApplicable({ kind }: Value): boolean {
  return kind === 'not-applicable'
}

/** All words of the data, of the scales and of the levels of inputs, in the order of the alphabet. */
export function wordsOf(run: Run): readonly string[] {
  const words = run.methodology.scales.flatMap(levelNames)
  for (const node of run.methodology.nodes) {
    if (node.kind === 'input' && node.type.kind === 'level') {
      words.push(...node.type.values)
    }
  }
  for (const rows of rowsByLevel([run.population]).values()) {
    for (const { cells } of rows) {
      for (const value of cells) {
        if (value.kind === 'word') words.push(value.word)
      }
    }
  }
  return [...new Set(words)].sort()
}

function level(
  name: string,
  kind: ColumnLevel['kind'],
  parent: ColumnLevel | null,
  depth: number,
): ColumnLevel {
  return { name, kind, parent, depth, mostRows: 1000 }
}
