/**
 * Computes the values of a run when they are read, each once. A value that needs
 * others reads them, which computes them; where many wait for each other, what
 * is still lacking is filled in the order of the graph instead, so that a long
 * chain of formulas does not exhaust the stack of the program.
 */
import { decideNow } from '../conditions/decide-now.js'
import { isGrouped } from '../methodology/grouped.js'
import type {
  DistributionNode,
  Methodology,
  Node,
  PopulationNode,
  RankingNode,
  StandingNode,
} from '../methodology/methodology.js'
import { TRUE, type Value } from '../value.js'
import type { CellNode, OnDemand } from './cell.js'
import { gatherDistribution, type Gathered } from './distribution.js'
import { membershipValue } from './evaluate-population.js'
import { rankNow, type EvaluatedRanking } from './evaluate-ranking.js'
import { bodyOf, buildGroupRows } from './group.js'
import { neededBy } from './needed-nodes.js'
import { valueOf } from './node-value.js'
import { rowsBelow, type Row } from './row.js'
import { standingIn } from './standing-value.js'

/** So many values may wait for each other; formulas may be nested as deep each. */
const MOST_WAITING = 24

export class Demand implements OnDemand {
  private readonly rankings = new Map<RankingNode, EvaluatedRanking>()
  private readonly standings = new Map<StandingNode, (body: Row) => Value>()
  private readonly needed = new Map<Node, readonly Node[]>()
  /** How many values wait for the one that is computed now. */
  private waiting = 0

  /** @param population - asked for when the first value is computed */
  constructor(
    private readonly methodology: Methodology,
    private readonly population: () => Row,
  ) {}

  cell(node: CellNode, row: Row): Value {
    const known = row.cells[node.slot]
    if (known) return known
    if (this.waiting >= MOST_WAITING) this.fillNeeded(node, row)
    this.waiting += 1
    try {
      return this.fill(node, row)
    } finally {
      this.waiting -= 1
    }
  }

  gathered(node: DistributionNode): Gathered {
    const population = this.population()
    const known =
      population.setting.distributions.get(node) ??
      gatherDistribution(population, node)
    population.setting.distributions.set(node, known)
    return known
  }

  groups(node: PopulationNode): ReadonlyMap<string, Row> {
    const population = this.population()
    const known =
      population.setting.groups.get(node) ?? buildGroupRows(population, node)
    population.setting.groups.set(node, known)
    return known
  }

  ranking(node: RankingNode): EvaluatedRanking {
    const known = this.rankings.get(node) ?? rankNow(node, this.population())
    this.rankings.set(node, known)
    return known
  }

  private fill(node: CellNode, row: Row): Value {
    const value = this.compute(node, row)
    row.cells[node.slot] = value
    return value
  }

  private compute(node: CellNode, row: Row): Value {
    const frame = { row, node: node.name }
    switch (node.kind) {
      case 'rule':
        return decideNow(node.condition, frame)
      case 'population': {
        const holds = node.where ? decideNow(node.where, frame) : TRUE
        return membershipValue(node, row, holds)
      }
      case 'standing':
        return this.standing(node)(row)
      default:
        return valueOf(node, row)
    }
  }

  private standing(node: StandingNode): (body: Row) => Value {
    const known =
      this.standings.get(node) ?? standingIn(node, this.ranking(node.ranking))
    this.standings.set(node, known)
    return known
  }

  /** What the node may look at in the body of the row and in the population, each after what it reads. */
  private fillNeeded(node: CellNode, row: Row): void {
    const needed = this.needed.get(node) ?? neededBy(node, this.methodology)
    this.needed.set(node, needed)
    for (const each of needed) {
      if (each.kind === 'distribution') this.gathered(each)
      else if (each.kind === 'ranking') this.ranking(each)
      else {
        for (const at of this.rowsOf(each, row)) {
          if (!at.cells[each.slot]) this.fill(each, at)
        }
      }
    }
  }

  private rowsOf(node: CellNode, row: Row): Iterable<Row> {
    if (node.kind === 'computed' && isGrouped(node)) {
      return this.groups(node.among).values()
    }
    if (node.level.parent === null) return [this.population()]
    // Of the other bodies only what the population reads is computed, when it does.
    return row.level.parent === null ? [] : rowsBelow(bodyOf(row), node.level)
  }
}
