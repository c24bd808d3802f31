/**
 * Computes every node of a methodology for every row, in the order of the
 * graph: one methodology version applied to one set of data.
 */
import { compileCondition } from '../conditions/decide.js'
import type { Dataset } from '../data/dataset.js'
import type {
  Level,
  Methodology,
  Node,
  RankingNode,
  StandingNode,
} from '../methodology/methodology.js'
import { integer } from '../number/numeric.js'
import { missing, numberValue, type Value } from '../value.js'
import { joinBodies, type JoinedBody } from '../register/join-bodies.js'
import { registerOfRun, type YearRegister } from '../register/year-register.js'
import { absentBodies } from './absent-bodies.js'
import { citationText } from '../methodology/citation.js'
import { isGrouped } from '../methodology/grouped.js'
import { gatherDistribution } from './distribution.js'
import { evaluateCriterion } from './evaluate-criterion.js'
import { evaluateDeduction } from './evaluate-deduction.js'
import { evaluatePopulation, membershipCell } from './evaluate-population.js'
import { evaluateExpression } from './evaluate-expression.js'
import {
  absentFrom,
  byId,
  evaluateRanking,
  type EvaluatedRanking,
} from './evaluate-ranking.js'
import { evaluateScreening } from './evaluate-screening.js'
import { evaluateStep } from './evaluate-step.js'
import { exclusionBy } from './membership.js'
import type { Row } from './row.js'
import { buildRows, inputValue, rowsByLevel } from './rows.js'
import type { Surroundings } from './surroundings.js'

export interface Run {
  readonly methodology: Methodology
  readonly dataset: Dataset
  readonly surroundings: Surroundings
  readonly population: Row
  /** In the order of their ids. */
  readonly bodies: readonly Row[]
  /** Bodies of the register without figures of their own, in the order of their ids. */
  readonly absent: readonly Row[]
  /** Successor -> the bodies that are assessed within it. */
  readonly joined: ReadonlyMap<string, readonly JoinedBody[]>
  /** What the register says of the year; null without one. */
  readonly ofYear: YearRegister | null
  readonly rankings: ReadonlyMap<RankingNode, EvaluatedRanking>
}

/** @param surroundings - what `previous(x)` and inputs from other runs look at */
export async function evaluateRun(
  methodology: Methodology,
  dataset: Dataset,
  surroundings: Surroundings,
): Promise<Run> {
  const ofYear = registerOfRun(methodology, dataset.year, surroundings)
  const joined = ofYear && joinBodies(methodology, ofYear, dataset.bodies)
  const population = buildRows(
    methodology,
    joined ? { ...dataset, bodies: joined.bodies } : dataset,
    surroundings,
  )
  const rows = rowsByLevel(population)
  const rankings = new Map<RankingNode, EvaluatedRanking>()
  for (const node of methodology.nodes) {
    if (node.kind === 'distribution') {
      population.distributions.set(node, gatherDistribution(population, node))
    } else if (node.kind === 'population') {
      await evaluatePopulation(node, population)
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
      for (const row of rowsOf(node, population, rows)) {
        row.cells[node.slot] = valueOf(node, row)
      }
    }
  }
  const absent = ofYear
    ? absentBodies(methodology, dataset, ofYear, population)
    : []
  await evaluateAbsent(methodology, absent)
  return {
    methodology,
    dataset,
    surroundings,
    population,
    bodies: population.tables.get('bodies') ?? [],
    absent,
    joined: joined?.joined ?? new Map<string, readonly JoinedBody[]>(),
    ofYear,
    rankings: await withAbsent(rankings, absent),
  }
}

/** What rules and formulas say of a body by its attributes alone. */
async function evaluateAbsent(
  { nodes, bodies }: Methodology,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  for (const node of nodes) {
    if (node.level !== bodies) continue
    const decide =
      node.kind === 'rule' ? compileCondition(node.condition) : null
    for (const row of rows) {
      if (decide) {
        row.cells[node.slot] = (await decide({ row, node: node.name })).value
      } else if (node.kind === 'population') {
        row.cells[node.slot] = await membershipCell(node, row)
      } else if (isComputedByRow(node)) {
        row.cells[node.slot] = valueOf(node, row)
      } else row.cells[node.slot] = row.absent ?? missing('NO_DATA')
    }
  }
}

function isComputedByRow(node: Node): node is Parameters<typeof valueOf>[0] {
  return ![
    'distribution',
    'population',
    'ranking',
    'rule',
    'standing',
  ].includes(node.kind)
}

async function withAbsent(
  rankings: ReadonlyMap<RankingNode, EvaluatedRanking>,
  rows: readonly Row[],
): Promise<Run['rankings']> {
  if (rows.length === 0) return rankings
  const all = new Map<RankingNode, EvaluatedRanking>()
  for (const [node, ranking] of rankings) {
    const leftOut = [...ranking.leftOut]
    for (const row of rows) leftOut.push(...(await absentFrom(node, row)))
    leftOut.sort((a, b) => byId(a.body, b.body))
    all.set(node, { ...ranking, leftOut })
  }
  return all
}

type Computable = Exclude<
  Node,
  { kind: 'distribution' | 'population' | 'ranking' | 'rule' | 'standing' }
>

/** All rows of the node's level, or the groups of which each has a value of its own. */
function rowsOf(
  node: Computable,
  population: Row,
  rows: ReadonlyMap<Level, readonly Row[]>,
): Iterable<Row> {
  return isGrouped(node)
    ? (population.groups.get(node.among)?.values() ?? [])
    : (rows.get(node.level) ?? [])
}

function valueOf(node: Computable, row: Row): Value {
  switch (node.kind) {
    case 'input':
      return inputValue(node, row)
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
    case 'step':
      return evaluateStep(node, row)
    case 'screening':
      return evaluateScreening(node, row).value
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
    exclusion: {
      rule: ranking.name,
      criterion: null,
      citation: ranking.cite ? citationText(ranking.cite) : '',
      outside: `ranking "${ranking.ranking}"`,
    },
  }
}
