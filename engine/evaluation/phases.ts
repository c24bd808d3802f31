/**
 * The nodes of a methodology in the order of the graph, in phases: those that
 * look at one body alone are computed for some bodies at a time, whose rows are
 * then still at hand; before a node that looks at other bodies all must be done.
 */
import type { Expression } from '../expression/expression.js'
import { looksAtBodies, partsOf } from '../expression/parts.js'
import type { Level, Methodology, Node } from '../methodology/methodology.js'
import { expressionsOf } from '../methodology/reads.js'
import type { RuleNode } from '../methodology/rule-nodes.js'
import { isComputable, type Computable } from './node-value.js'

/** A node that has a value in every row of its level. */
export type RowNode = Computable | RuleNode

export type Phase =
  /** One after another for each body, or for its tables. */
  | { readonly kind: 'bodies'; readonly nodes: readonly RowNode[] }
  /** One node that looks at all bodies, or has no place in them. */
  | { readonly kind: 'whole'; readonly node: Node }

/** Inputs are of no phase: they look at no other cell. */
export function phasesOf({ nodes }: Methodology): readonly Phase[] {
  const phases: Phase[] = []
  let open: RowNode[] | null = null
  for (const node of nodes) {
    if (node.kind === 'input') continue
    if (!isOfOneBody(node)) {
      phases.push({ kind: 'whole', node })
      open = null
    } else if (open) open.push(node)
    else {
      open = [node]
      phases.push({ kind: 'bodies', nodes: open })
    }
  }
  return phases
}

/** The last phase that has anything to do with the tables of bodies; null where none has. */
export function lastOfTables(
  phases: readonly Phase[],
  bodies: Level,
): Phase | null {
  return phases.findLast((phase) => nodesOf(phase).some(looksAtTables)) ?? null

  function looksAtTables(node: Node): boolean {
    return isBelow(node.level, bodies) || expressionsOf(node).some(hasTable)
  }

  function hasTable(expression: Expression): boolean {
    return (
      (expression.kind === 'aggregate' && isBelow(expression.table, bodies)) ||
      partsOf(expression).some(hasTable)
    )
  }
}

function nodesOf(phase: Phase): readonly Node[] {
  return phase.kind === 'bodies' ? phase.nodes : [phase.node]
}

function isBelow(level: Level, bodies: Level): boolean {
  return level.parent !== null && level !== bodies
}

function isOfOneBody(node: Node): node is RowNode {
  return (
    (isComputable(node) || node.kind === 'rule') &&
    node.level.parent !== null &&
    !expressionsOf(node).some(hasAggregateOfBodies)
  )
}

function hasAggregateOfBodies(expression: Expression): boolean {
  return (
    (expression.kind === 'aggregate' && looksAtBodies(expression)) ||
    partsOf(expression).some(hasAggregateOfBodies)
  )
}
