/** A program that is run with other weights, without being prepared again. */
import type { Methodology, Node } from '../../methodology/methodology.js'
import { doubleOf } from '../../number/double.js'
import { isZero, type Numeric } from '../../number/numeric.js'
import type { ColumnProgram } from './prepare.js'

/**
 * @param program - prepared with `hasVaryingWeights`
 * @param methodology - differs from that of the program in given weights alone,
 *   which the caller knows
 * @returns null where a weight is there in one of the two alone, or becomes
 *   zero or is zero no more: then the program has to be prepared anew
 */
export function reweigh(
  program: ColumnProgram,
  methodology: Methodology,
): ColumnProgram | null {
  const weights = new Map(weightsOf(methodology))
  const settings = new Float64Array(program.settings.length)
  for (const [index, { node, weight }] of program.lowering.weights.entries()) {
    const other = weights.get(node.name)
    if (!other || isZero(other) !== isZero(weight)) return null
    settings[index] = doubleOf(other)
  }
  return { ...program, settings }
}

function weightsOf({
  nodes,
}: Methodology): readonly (readonly [string, Numeric])[] {
  return nodes.flatMap(weightsOfChildren)
}

function weightsOfChildren(
  node: Node,
): readonly (readonly [string, Numeric])[] {
  if (node.kind !== 'criterion' || node.maker.kind !== 'aggregate') return []
  const { children, weights } = node.maker
  return children.flatMap(({ name }, index) => {
    const weight = weights[index]
    return weight ? [[name, weight] as const] : []
  })
}
