/**
 * A run in which every value is computed when it is asked for: one node in one
 * row, at once, with all that it needs and nothing else. The values, reasons and
 * exclusions are those of a run that computes everything.
 *
 * Bodies of a register without figures of their own have no row here; those that
 * are joined to others are joined before.
 */
import type { DatasetRow } from '../data/dataset.js'
import type {
  DistributionNode,
  Level,
  Methodology,
  PopulationNode,
  RankingNode,
} from '../methodology/methodology.js'
import type { Value } from '../value.js'
import type { CellNode } from './cell.js'
import { Demand } from './demand.js'
import { distributionOf, type Distribution } from './distribution.js'
import type { EvaluatedRanking } from './evaluate-ranking.js'
import { rowsBelow, type Row } from './row.js'
import { bodyRows, populationRow } from './rows.js'
import { runSetting, type Surroundings } from './surroundings.js'

/** Checked bodies, in the order of their ids; read one by one, each as often as it is asked for. */
export interface BodyList {
  readonly count: number
  /** @param index - 0 or more, below the count */
  at(index: number): DatasetRow
}

export interface LazyRun {
  readonly methodology: Methodology
  /** Its table `bodies` has the rows of all bodies, made when it is read first. */
  readonly population: Row
  /**
   * The row of one body, made without the others; the same one each time.
   * @throws RangeError where there is no such body
   */
  bodyRow(index: number): Row
  /** The rows of a table below a body, in the order of the data; of its own level the body itself. */
  rowsOf(body: Row, level: Level): readonly Row[]
  /**
   * @param row - of the level of the node; for a figure of each group the row of the group
   * @throws TypeError where the row is of another level
   */
  value(node: CellNode, row: Row): Value
  /** The figures that a row is held against: those of all bodies, or of the group of its body. */
  distribution(node: DistributionNode, row: Row): Distribution
  ranking(node: RankingNode): EvaluatedRanking
  /** Key of a group -> its row. */
  groups(node: PopulationNode): ReadonlyMap<string, Row>
}

/** @param bodies - with a register: with its attributes, and as they are after joining */
export function openLazyRun(
  methodology: Methodology,
  bodies: BodyList,
  year: number,
  surroundings: Surroundings,
): LazyRun {
  const demand = new Demand(methodology, () => population)
  const rows = new LazyRows(bodies, () => bodyRows(methodology, population))
  const population: Row = {
    ...populationRow(methodology, runSetting(year, surroundings, demand)),
    get tables() {
      return rows.tables()
    },
  }
  return {
    methodology,
    population,
    bodyRow: (index) => rows.at(index),
    rowsOf: rowsBelow,
    value: (node, row) => {
      if (row.level === node.level) return demand.cell(node, row)
      throw new TypeError(`"${node.name}" has no value in "${row.level.name}"`)
    },
    distribution: (node, row) => distributionOf(row, node),
    ranking: (node) => demand.ranking(node),
    groups: (node) => demand.groups(node),
  }
}

/** The rows of the bodies, each made when it is asked for first. */
class LazyRows {
  private readonly made: Row[] = []
  private make: ((given: DatasetRow) => Row) | null = null
  private all: Row['tables'] | null = null

  /** @param maker - called before the first row is made: it looks through the data of earlier years */
  constructor(
    private readonly bodies: BodyList,
    private readonly maker: () => (given: DatasetRow) => Row,
  ) {}

  at(index: number): Row {
    const known = this.made[index]
    if (known) return known
    const { count } = this.bodies
    if (!Number.isInteger(index) || index < 0 || index >= count) {
      throw new RangeError(`There is no body ${index} among ${count}`)
    }
    this.make ??= this.maker()
    const row = this.make(this.bodies.at(index))
    this.made[index] = row
    return row
  }

  tables(): Row['tables'] {
    if (this.all) return this.all
    const { count } = this.bodies
    const rows = Array.from({ length: count }, (_, index) => this.at(index))
    this.all = new Map([['bodies', rows]])
    return this.all
  }
}
