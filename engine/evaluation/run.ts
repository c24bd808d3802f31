/**
 * Computes every node of a methodology for every row, in the order of the
 * graph: one methodology version applied to one set of data.
 */
import { compileCondition, isPromise } from '../conditions/decide.js'
import type { Dataset } from '../data/dataset.js'
import { isGrouped } from '../methodology/grouped.js'
import type {
  Level,
  Methodology,
  RankingNode,
} from '../methodology/methodology.js'
import { missing } from '../value.js'
import { joinBodies, type JoinedBody } from '../register/join-bodies.js'
import { registerOfRun, type YearRegister } from '../register/year-register.js'
import { absentBodies } from './absent-bodies.js'
import { gatherDistribution } from './distribution.js'
import { evaluatePopulation, membershipCell } from './evaluate-population.js'
import {
  absentFrom,
  byId,
  evaluateRanking,
  type EvaluatedRanking,
} from './evaluate-ranking.js'
import {
  isComputable,
  valueOf,
  valuesOf,
  type Computable,
} from './node-value.js'
import type { Row } from './row.js'
import { buildRows, rowsByLevel } from './rows.js'
import { standingIn } from './standing-value.js'
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
        const decision = decide({ row, node: node.name })
        const { value } = isPromise(decision) ? await decision : decision
        row.cells[node.slot] = value
      }
    } else if (node.kind === 'standing') {
      const standing = standingIn(
        node,
        rankings.get(node.ranking) ?? NOBODY_RANKED,
      )
      for (const row of rows.get(node.level) ?? []) {
        row.cells[node.slot] = standing(row)
      }
    } else {
      const valueIn = valuesOf(node)
      for (const row of rowsOf(node, population, rows)) {
        row.cells[node.slot] = valueIn(row)
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

const NOBODY_RANKED: EvaluatedRanking = { placed: [], leftOut: [] }

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
      } else if (isComputable(node)) {
        row.cells[node.slot] = valueOf(node, row)
      } else row.cells[node.slot] = row.absent ?? missing('NO_DATA')
    }
  }
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
