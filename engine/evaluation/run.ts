/**
 * Computes every node of a methodology for every row, in the order of the
 * graph: one methodology version applied to one set of data.
 */
import { compileCondition } from '../conditions/decide.js'
import type { Dataset, DatasetRow } from '../data/dataset.js'
import type {
  Level,
  Methodology,
  Node,
  RankingNode,
  StandingNode,
} from '../methodology/methodology.js'
import { integer } from '../number/numeric.js'
import { missing, numberValue, type Value } from '../value.js'
import { gatherDistribution } from './distribution.js'
import { evaluateCriterion } from './evaluate-criterion.js'
import { evaluateDeduction } from './evaluate-deduction.js'
import { evaluateExpression } from './evaluate-expression.js'
import { evaluateRanking, type EvaluatedRanking } from './evaluate-ranking.js'
import { exclusionBy } from './membership.js'
import { placeIn, type Row } from './row.js'

export interface Run {
  readonly methodology: Methodology
  readonly dataset: Dataset
  readonly population: Row
  /** In the order of their ids. */
  readonly bodies: readonly Row[]
  readonly rankings: ReadonlyMap<RankingNode, EvaluatedRanking>
}

/** @param previous - the data of the year before, for `previous(x)` */
export async function evaluateRun(
  methodology: Methodology,
  dataset: Dataset,
  previous: Dataset | null,
): Promise<Run> {
  const population = populationOf(methodology, dataset, previous)
  const rows = rowsByLevel(population)
  const rankings = new Map<RankingNode, EvaluatedRanking>()
  for (const node of methodology.nodes) {
    if (node.kind === 'distribution') {
      population.distributions.set(node, gatherDistribution(population, node))
    } else if (node.kind === 'ranking') {
      rankings.set(node, await evaluateRanking(node, population))
    } else if (node.kind === 'rule') {
      const decide = compileCondition(node.condition)
      for (const row of rows.get(node.level) ?? []) {
        const decision = await decide({ row, node: node.name })
        row.cells[node.slot] = decision.value
      }
    } else if (node.kind === 'standing') {
      standings(node, rankings.get(node.ranking), rows.get(node.level) ?? [])
    } else {
      for (const row of rows.get(node.level) ?? []) {
        row.cells[node.slot] = valueOf(node, row)
      }
    }
  }
  const bodies = population.tables.get('bodies') ?? []
  return { methodology, dataset, population, bodies, rankings }
}

function valueOf(
  node: Exclude<
    Node,
    { kind: 'distribution' | 'ranking' | 'rule' | 'standing' }
  >,
  row: Row,
): Value {
  switch (node.kind) {
    case 'input': {
      const given = row.given?.cells.get(node.column)
      const at = placeIn(row, node.column)
      return given ?? node.ifEmpty ?? missing('NOT_GIVEN', { at })
    }
    case 'indicator': {
      const exclusion = exclusionBy(row, node.exclusions, node.name)
      if (exclusion.kind === 'excluded') {
        return { kind: 'not-applicable', exclusion: exclusion.exclusion }
      }
      return exclusion.kind === 'undecided'
        ? exclusion.because
        : (row.cells[node.input.slot] ?? missing('NOT_GIVEN'))
    }
    case 'computed':
      return evaluateExpression(node.expression, { row, node: node.name })
    case 'criterion':
      return evaluateCriterion(node, row).value
    case 'deduction':
      return evaluateDeduction(node, row).value
  }
}

/** Places, and how many stand below, as figures that conditions read. */
function standings(
  node: StandingNode,
  ranking: EvaluatedRanking | undefined,
  bodies: readonly Row[],
): void {
  const placed = new Map(ranking?.placed.map((entry) => [entry.body, entry]))
  const leftOut = new Map(ranking?.leftOut.map((entry) => [entry.body, entry]))
  for (const body of bodies) {
    const entry = placed.get(body)
    const exclusion = leftOut.get(body)?.exclusion
    const at = { column: node.name, row: null }
    const outside: Value = exclusion
      ? { kind: 'not-applicable', exclusion }
      : leftOut.has(body)
        ? missing('NO_PLACE', { at })
        : notOfRanking(node)
    body.cells[node.slot] = entry
      ? numberValue(integer(node.what === 'place' ? entry.place : entry.below))
      : outside
  }
}

/** A body that `where` keeps out of a ranking stands nowhere in it. */
function notOfRanking(node: StandingNode): Value {
  const { ranking } = node
  return {
    kind: 'not-applicable',
    exclusion: { rule: ranking.name, criterion: null, citation: '' },
  }
}

function populationOf(
  methodology: Methodology,
  dataset: Dataset,
  previous: Dataset | null,
): Row {
  const bodies: Row[] = []
  const population: Row = {
    level: methodology.population,
    parent: null,
    given: null,
    cells: [],
    tables: new Map([['bodies', bodies]]),
    distributions: new Map(),
    previous: 'no-data',
  }
  const before = new Map(previous?.bodies.map((body) => [body.id, body]))
  for (const given of dataset.bodies) {
    const match = previous ? (before.get(given.id) ?? 'no-body') : 'no-data'
    bodies.push(rowOf(given, methodology.bodies, population, match))
  }
  return population
}

function rowOf(
  given: DatasetRow,
  level: Level,
  parent: Row,
  previous: Row['previous'],
): Row {
  const tables = new Map<string, readonly Row[]>()
  const row: Row = {
    level,
    parent,
    given,
    cells: [],
    tables,
    distributions: parent.distributions,
    previous,
  }
  for (const [name, below] of level.tables) {
    const before = byId(previous, name)
    tables.set(
      name,
      (given.tables.get(name) ?? []).map((child) =>
        rowOf(child, below, row, partner(child, before)),
      ),
    )
  }
  return row
}

type Partners = ReadonlyMap<string | null, DatasetRow> | string

function byId(previous: Row['previous'], table: string): Partners {
  if (typeof previous === 'string') return previous
  return new Map((previous.tables.get(table) ?? []).map((row) => [row.id, row]))
}

function partner(row: DatasetRow, before: Partners): Row['previous'] {
  if (typeof before === 'string') return before as Row['previous']
  if (row.id === null) return 'no-id'
  return before.get(row.id) ?? 'no-row'
}

function rowsByLevel(population: Row): ReadonlyMap<Level, readonly Row[]> {
  const rows = new Map<Level, Row[]>()
  const add = (row: Row): void => {
    const list = rows.get(row.level)
    if (list) list.push(row)
    else rows.set(row.level, [row])
    for (const table of row.tables.values()) table.forEach(add)
  }
  add(population)
  return rows
}
