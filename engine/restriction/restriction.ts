/**
 * What of a methodology is withheld from whoever may not see restricted values:
 * restricted inputs, and every node that reads something withheld, unless the
 * file releases it.
 *
 * So everything that is shown is computed from unrestricted cells and released
 * figures alone: two data sets that agree in these show the same, whatever the
 * restricted cells are. Nothing has to be guessed about who could solve for
 * what; that question is left for released figures (`releaseRisks`). In the words
 * of the field, suppression is primary for inputs and complementary for all that
 * is computed from them, and a release is a declassification.
 *
 * @source Goguen, J. and Meseguer, J. (1982), Security policies and security
 *   models, IEEE Symposium on Security and Privacy, 11-20 (what is seen does not
 *   depend on what is withheld); Hundepool, A. et al. (2012), Statistical
 *   Disclosure Control, Wiley (primary and secondary suppression). Closed by
 *   default instead of rules for each cell is our choice.
 */
import type {
  Column,
  InputNode,
  Methodology,
  Node,
} from '../methodology/methodology.js'
import { previousReads } from '../methodology/reads.js'

/** `public`: without what is withheld. */
export type Sight = 'everything' | 'public'

export interface Restriction {
  readonly inputs: readonly InputNode[]
  /** No value, and not whether it has one. */
  readonly hides: (node: Node) => boolean
  /** A figure as results show it: a body that is excluded as a whole has none. */
  readonly hidesFigure: (column: Column) => boolean
  /** Whether rules exclude a body as a whole is withheld. */
  readonly hidesMembership: boolean
  /** Why a body is excluded, or that it is undecided, is not told. */
  readonly touchesMembership: boolean
  /** A restricted input stands behind it: why it is absent is not told. */
  readonly touches: (node: Node) => boolean
  /** All that it reads is shown, and so may be how it came about. */
  readonly opens: (node: Node) => boolean
}

/** Made once for a methodology, which is frozen. */
export function restrictionOf(methodology: Methodology): Restriction {
  const known = made.get(methodology)
  if (known) return known
  const restriction = make(methodology)
  made.set(methodology, restriction)
  return restriction
}

const made = new WeakMap<Methodology, Restriction>()

export function isRestricted(methodology: Methodology): boolean {
  return restrictionOf(methodology).inputs.length > 0
}

function make({ nodes, bodies, released }: Methodology): Restriction {
  const inputs = nodes.filter(
    (node): node is InputNode => node.kind === 'input' && node.isRestricted,
  )
  const readers = readersOf(inputs.length === 0 ? [] : nodes)
  const shown = new Set(released)
  const hidden = reachedFrom(inputs, readers, (node) => !shown.has(node))
  const touched = reachedFrom(inputs, readers, () => true)
  const hides = (node: Node) => hidden.has(node)
  const hidesMembership = bodies.exclusions.some(hides)
  return {
    inputs,
    hides,
    hidesFigure: (column) =>
      hides(column) || (hidesMembership && !shown.has(column)),
    hidesMembership,
    touchesMembership: bodies.exclusions.some((rule) => touched.has(rule)),
    touches: (node) => touched.has(node),
    opens: (node) => !hides(node) && !sourcesOf(node).some(hides),
  }
}

/** The restricted inputs behind a node, in the order of the file. */
export function restrictedBehind(
  methodology: Methodology,
  node: Node,
): readonly InputNode[] {
  const found = new Set<Node>()
  const open = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...sourcesOf(next))
  }
  return restrictionOf(methodology).inputs.filter((each) => found.has(each))
}

/** What its value is made from: of this year, and of earlier ones. */
export function sourcesOf(node: Node): readonly Node[] {
  return [...node.reads, ...previousReads(node).map(({ column }) => column)]
}

function readersOf(nodes: readonly Node[]): ReadonlyMap<Node, readonly Node[]> {
  const readers = new Map<Node, Node[]>()
  for (const node of nodes) {
    for (const source of sourcesOf(node)) {
      const known = readers.get(source)
      if (known) known.push(node)
      else readers.set(source, [node])
    }
  }
  return readers
}

function reachedFrom(
  inputs: readonly Node[],
  readers: ReadonlyMap<Node, readonly Node[]>,
  goesOn: (node: Node) => boolean,
): ReadonlySet<Node> {
  const found = new Set<Node>()
  const open = [...inputs]
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next) || !goesOn(next)) continue
    found.add(next)
    open.push(...(readers.get(next) ?? []))
  }
  return found
}
