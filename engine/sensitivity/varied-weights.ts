/** Which weights of a methodology are drawn, and those beside which they keep their sum. */
import type { ColumnProgram } from '../columns/program/prepare.js'
import type {
  AggregateMaker,
  CriterionNode,
  Methodology,
  Node,
} from '../methodology/methodology.js'
import { isZero } from '../number/numeric.js'

/** The weights of the children of one criterion. */
export interface Siblings {
  readonly parent: CriterionNode
  readonly children: readonly CriterionNode[]
}

export interface VariedWeights {
  readonly siblings: readonly Siblings[]
  /** Criteria whose weight differs between bodies or years, or is computed: they stay as they are. */
  readonly unvaried: readonly CriterionNode[]
}

/**
 * Weights go into means, whether the file gives them or leaves them equal, and
 * into sums where the file gives them. A weight that stands alone, or is zero,
 * has nothing to be varied against.
 */
export function variedWeights({ nodes }: Methodology): VariedWeights {
  const siblings: Siblings[] = []
  const unvaried: CriterionNode[] = []
  for (const parent of nodes) {
    if (parent.kind !== 'criterion' || parent.maker.kind !== 'aggregate') {
      continue
    }
    const { maker } = parent
    if (!isWeighing(maker)) continue
    const children = maker.children.filter(
      (child, index) => !isComputed(child) && !isNothing(maker, index),
    )
    unvaried.push(...maker.children.filter(isComputed))
    if (children.length > 1) siblings.push({ parent, children })
  }
  return { siblings, unvaried }
}

const MEANS: readonly AggregateMaker['aggregation'][] = [
  'arithmetic',
  'geometric',
  'harmonic',
]

function isWeighing({ aggregation, weighted }: AggregateMaker): boolean {
  return MEANS.includes(aggregation) || (aggregation === 'sum' && weighted)
}

function isComputed({ weightBy }: CriterionNode): boolean {
  if (!weightBy) return false
  return weightBy.kind !== 'parameter' || weightBy.parameter.varies !== null
}

function isNothing({ weights }: AggregateMaker, index: number): boolean {
  const weight = weights[index]
  return weight !== undefined && isZero(weight)
}

/** The places of the weights among the settings of a program, siblings together. */
export function settingsOf(
  { lowering }: ColumnProgram,
  { siblings }: VariedWeights,
): readonly Int32Array[] {
  const places = new Map(
    lowering.weights.map(({ node }, index) => [node, index]),
  )
  return siblings.map(({ children }) =>
    Int32Array.from(children.flatMap((child) => places.get(child) ?? [])),
  )
}

/** Tells of each node whether a drawn weight reaches it. */
export function hangsOn({ siblings }: VariedWeights): (node: Node) => boolean {
  const known = new Map<Node, boolean>(
    siblings.map(({ parent }) => [parent, true]),
  )
  const reaches = (node: Node): boolean => {
    const found = known.get(node)
    if (found !== undefined) return found
    const made = node.reads.some(reaches)
    known.set(node, made)
    return made
  }
  return reaches
}
