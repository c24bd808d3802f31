/**
 * What in a methodology looks at more than one body: where nothing does, each
 * body can be scored by itself, however many there are.
 */
import type { Expression } from '../expression/expression.js'
import { looksAtBodies, partsOf } from '../expression/parts.js'
import { pathText } from '../source/path.js'
import type { Path } from '../source/path.js'
import type { Methodology, Node } from './methodology.js'
import { expressionsOf } from './reads.js'

export interface LookAcross {
  readonly kind:
    /** The figures of all bodies: worst, best, mean, deviation, ranks, percentiles, imputed means. */
    | 'distribution'
    /** A formula with an aggregate over the bodies, or over a table of all of them. */
    | 'aggregate'
    /** A formula that asks for the own rank among all bodies. */
    | 'rank'
    /** The place in a ranking, or how many stand below it, as a figure that conditions read. */
    | 'place'
    | 'population'
    | 'ranking'
  /** The node or check, as `best_of_all`, `ranking central`. */
  readonly name: string
  /** Where it stands, as `criteria.total.children[2]`. */
  readonly at: string
  /** 1-based line of the file. */
  readonly line: number
}

export interface LooksAcrossBodies {
  /** Figures, flags or checks of a body depend on other bodies. */
  readonly figures: readonly LookAcross[]
  /** Places and named populations, which say nothing about the figures of a body. */
  readonly rankings: readonly LookAcross[]
}

/**
 * Both lists are in the order of the file and hold each thing once. Where
 * `figures` is empty, the result of a body is the same whatever other bodies
 * stand beside it.
 */
export function looksAcrossBodies(methodology: Methodology): LooksAcrossBodies {
  const { nodes, checks, rankings, populations, root } = methodology
  const look = (
    kind: LookAcross['kind'],
    name: string,
    at: Path,
  ): LookAcross => ({ kind, name, at: pathText(at), line: root.line(at) })
  const lookOf = (kind: LookAcross['kind'], node: Node) =>
    look(kind, node.name, node.at)

  const figures: LookAcross[] = []
  for (const node of nodes) {
    if (node.kind === 'distribution') figures.push(lookOf('distribution', node))
    if (node.kind === 'standing') figures.push(lookOf('place', node))
    for (const kind of acrossIn(expressionsBeside(node))) {
      figures.push(lookOf(kind, node))
    }
  }
  for (const { name, expression } of checks) {
    for (const kind of acrossIn([expression])) {
      figures.push(look(kind, name, ['checks', name]))
    }
  }
  return {
    figures: inOrder(figures),
    rankings: inOrder([
      ...populations.map((node) => lookOf('population', node)),
      ...rankings.map((node) => lookOf('ranking', node)),
    ]),
  }
}

/**
 * The nodes whose values depend on other bodies: those that look at them, and
 * whatever reads one of these.
 */
export function nodesAcrossBodies({ nodes }: Methodology): ReadonlySet<Node> {
  const found = new Set<Node>()
  // Each node comes after those it reads.
  for (const node of nodes) {
    const looks =
      node.kind === 'distribution' ||
      node.kind === 'standing' ||
      acrossIn(expressionsBeside(node)).size > 0
    if (looks || node.reads.some((each) => found.has(each))) found.add(node)
  }
  return found
}

/** The formulas of a node, and the condition that makes its cell needed. */
function expressionsBeside(node: Node): readonly Expression[] {
  const own = expressionsOf(node)
  return node.kind === 'input' && node.requiredWhen
    ? [...own, node.requiredWhen]
    : own
}

function acrossIn(
  expressions: readonly Expression[],
): ReadonlySet<'aggregate' | 'rank'> {
  const found = new Set<'aggregate' | 'rank'>()
  const walk = (expression: Expression) => {
    if (expression.kind === 'aggregate' && looksAtBodies(expression)) {
      found.add('aggregate')
    }
    if (expression.kind === 'standing') found.add('rank')
    partsOf(expression).forEach(walk)
  }
  expressions.forEach(walk)
  return found
}

function inOrder(looks: readonly LookAcross[]): readonly LookAcross[] {
  const unique = new Map(
    looks.map((each) => [`${each.kind} ${each.name} ${each.at}`, each]),
  )
  return [...unique.values()].sort((a, b) => a.line - b.line)
}
