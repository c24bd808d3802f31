/**
 * The one door to the cells of a row. In a run that fills all cells in the order
 * of the graph a cell is there when it is read; in a lazy run it is computed
 * when it is read first, and remembered in the row.
 */
import type {
  Column,
  DistributionNode,
  PopulationNode,
} from '../methodology/methodology.js'
import type { RuleNode } from '../methodology/rule-nodes.js'
import type { Value } from '../value.js'
import type { Gathered } from './distribution.js'
import type { Row } from './row.js'

/** A node of which every row of its level has a value. */
export type CellNode = Column | RuleNode | PopulationNode

/** What a lazy run computes when somebody asks for it. */
export interface OnDemand {
  cell(node: CellNode, row: Row): Value
  gathered(node: DistributionNode): Gathered
  groups(node: PopulationNode): ReadonlyMap<string, Row>
}

/** @returns undefined where nothing was computed for the row */
export function cellOf(row: Row, node: CellNode): Value | undefined {
  return row.cells[node.slot] ?? row.setting.onDemand?.cell(node, row)
}

/** The figures of all bodies; undefined where they were not gathered. */
export function gatheredOf(
  row: Row,
  node: DistributionNode,
): Gathered | undefined {
  return (
    row.setting.distributions.get(node) ?? row.setting.onDemand?.gathered(node)
  )
}

/** Key of a group -> its row; undefined where nothing was grouped. */
export function groupsOf(
  row: Row,
  node: PopulationNode,
): ReadonlyMap<string, Row> | undefined {
  return row.setting.groups.get(node) ?? row.setting.onDemand?.groups(node)
}
