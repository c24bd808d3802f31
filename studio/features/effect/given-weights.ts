/** The weights that a file gives, and where in its text each can be exchanged. */
import type {
  CriterionNode,
  Loaded,
  Methodology,
} from '../../../engine/index.js'
import type { GivenWeight, SiblingWeights } from './effect-answer.js'

/** Of criteria with two or more children that have weights. */
export function givenWeights({
  nodes,
  source,
}: Methodology): readonly SiblingWeights[] {
  const offsets = lineOffsets(source.text)
  return nodes.flatMap((node) => {
    if (node.kind !== 'criterion' || node.maker.kind !== 'aggregate') return []
    const given = node.maker.children.map((child) =>
      givenWeight(child, source, offsets),
    )
    const children = given.filter((child) => child !== null)
    if (children.length < 2 || children.length < given.length) return []
    const { name, title } = node
    return [{ parent: name, title, total: totalOf(node, source), children }]
  })
}

function totalOf({ at }: CriterionNode, source: Loaded['source']) {
  if (source.scalarText([...at, 'weights']) === 'relative') return null
  return source.scalarText([...at, 'weights_total']) ?? '1'
}

/** null where the child has none of its own. */
function givenWeight(
  { name, title, at }: CriterionNode,
  source: Loaded['source'],
  offsets: readonly number[],
): GivenWeight | null {
  const path = [...at, 'weight']
  const weight = source.scalarText(path)
  if (weight === undefined) return null
  const { line, column } = source.valuePosition(path)
  const offset = (offsets[line - 1] ?? 0) + column - 1
  const isThere = source.text.startsWith(weight, offset)
  const isNumber = /^\d+(\.\d+)?$/.test(weight)
  return { name, title, weight, offset: isThere && isNumber ? offset : null }
}

function lineOffsets(text: string): readonly number[] {
  const offsets = [0]
  for (const { index } of text.matchAll(/\n/g)) offsets.push(index + 1)
  return offsets
}
