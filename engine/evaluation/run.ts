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
  Node,
  RankingNode,
} from '../methodology/methodology.js'
import { missing } from '../value.js'
import { joinBodies, type JoinedBody } from '../register/join-bodies.js'
import { registerOfRun, type YearRegister } from '../register/year-register.js'
import { absentBodies } from './absent-bodies.js'
import { bodyParts, type BodyPart } from './body-part.js'
import { gatherDistribution } from './distribution.js'
import { evaluatePopulation, membershipCell } from './evaluate-population.js'
import {
  absentFrom,
  byId,
  evaluateRanking,
  type EvaluatedRanking,
} from './evaluate-ranking.js'
import { isComputable, valueOf, valuesOf } from './node-value.js'
import { lastOfTables, phasesOf, type RowNode } from './phases.js'
import type { Row } from './row.js'
import { populationOf } from './rows.js'
import { standingIn } from './standing-value.js'
import type { Surroundings } from './surroundings.js'

export interface Run {
  readonly methodology: Methodology
  readonly dataset: Dataset
  readonly surroundings: Surroundings
  readonly population: Row
  /** In the order of their ids. */
  readonly bodies: readonly Row[]
  /** False where the rows of their tables were given up; nothing can be explained then. */
  readonly hasTables: boolean
  /** Bodies of the register without figures of their own, in the order of their ids. */
  readonly absent: readonly Row[]
  /** Successor -> the bodies that are assessed within it. */
  readonly joined: ReadonlyMap<string, readonly JoinedBody[]>
  /** What the register says of the year; null without one. */
  readonly ofYear: YearRegister | null
  readonly rankings: ReadonlyMap<RankingNode, EvaluatedRanking>
}

export interface RunOptions {
  /**
   * The rows of the tables of bodies are given up as soon as nothing more looks at
   * them: less memory, more speed, and nothing of them can be explained.
   */
  readonly forgetsTables?: boolean
  /** Waited for between two figures, so that others get their turn; what it throws ends the run. */
  readonly pause?: Pause
}

export type Pause = () => Promise<void> | null

/** @param surroundings - what `previous(x)` and inputs from other runs look at */
export async function evaluateRun(
  methodology: Methodology,
  dataset: Dataset,
  surroundings: Surroundings,
  { forgetsTables = false, pause }: RunOptions = {},
): Promise<Run> {
  const ofYear = registerOfRun(methodology, dataset.year, surroundings)
  const joined = ofYear && joinBodies(methodology, ofYear, dataset.bodies)
  const bodies: Row[] = []
  const population = populationOf(methodology, dataset, surroundings, bodies)
  const given = joined?.bodies ?? dataset.bodies
  const parts = bodyParts(methodology, population, given, bodies)
  const rankings = new Map<RankingNode, EvaluatedRanking>()
  const phases = phasesOf(methodology)
  const last = forgetsTables ? lastOfTables(phases, methodology.bodies) : null
  for (const phase of phases) {
    for (const part of parts) {
      const { rows } = part
      if (phase.kind === 'whole') continue
      for (const node of phase.nodes) {
        await fillCells(node, rows.get(node.level) ?? [])
        if (pause) await pause()
      }
      if (phase === last) part.forgetTables()
    }
    if (phase.kind === 'whole') {
      await evaluateWhole(phase.node, { population, parts, rankings })
      if (pause) await pause()
    }
  }
  // Bodies are there too where nothing of them can be computed.
  if (phases.length === 0) parts.forEach((part) => part.open())
  const absent = ofYear
    ? absentBodies(methodology, dataset, ofYear, population)
    : []
  await evaluateAbsent(methodology, absent)
  return {
    methodology,
    dataset,
    surroundings,
    population,
    bodies,
    hasTables: !forgetsTables,
    absent,
    joined: joined?.joined ?? new Map<string, readonly JoinedBody[]>(),
    ofYear,
    rankings: await withAbsent(rankings, absent),
  }
}

/** A node that looks at all bodies. */
async function evaluateWhole(
  node: Node,
  {
    population,
    parts,
    rankings,
  }: {
    readonly population: Row
    readonly parts: readonly BodyPart[]
    readonly rankings: Map<RankingNode, EvaluatedRanking>
  },
): Promise<void> {
  const allRows = (level: Level) =>
    level.parent === null
      ? [population]
      : parts.flatMap(({ rows }) => rows.get(level) ?? [])
  switch (node.kind) {
    case 'distribution': {
      const { distributions } = population.setting
      distributions.set(node, gatherDistribution(population, node))
      return
    }
    case 'population':
      return evaluatePopulation(node, population)
    case 'ranking':
      rankings.set(node, await evaluateRanking(node, population))
      return
    case 'standing': {
      const standing = standingIn(
        node,
        rankings.get(node.ranking) ?? NOBODY_RANKED,
      )
      for (const row of allRows(node.level)) {
        row.cells[node.slot] = standing(row)
      }
      return
    }
    default: {
      const groups =
        node.kind !== 'rule' && isGrouped(node)
          ? population.setting.groups.get(node.among)
          : null
      return fillCells(
        node,
        groups ? [...groups.values()] : allRows(node.level),
      )
    }
  }
}

async function fillCells(node: RowNode, rows: readonly Row[]): Promise<void> {
  if (node.kind !== 'rule') {
    const valueIn = valuesOf(node)
    for (const row of rows) row.cells[node.slot] = valueIn(row)
    return
  }
  const decide = compileCondition(node.condition)
  for (const row of rows) {
    const decision = decide({ row, node: node.name })
    const { value } = isPromise(decision) ? await decision : decision
    row.cells[node.slot] = value
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
