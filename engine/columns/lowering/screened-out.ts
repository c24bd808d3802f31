/** Whether a value is missing because a step screened the body out, as column code. */
import type {
  AggregateMaker,
  CriterionNode,
  Node,
} from '../../methodology/methodology.js'
import { previousReads } from '../../methodology/reads.js'
import type { SteppedColumn } from '../../methodology/steps.js'
import type { Code } from '../code/code.js'
import { childParts } from './child-parts.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { exclusionBy } from './lower-membership.js'
import { NotLowered } from './lowering.js'

/**
 * 1 where the value of the node carries this reason, which no other absence has
 * covered; never absent.
 *
 * @throws NotLowered where columns do not say for what reason a value is missing
 */
export function screenedOut(node: CriterionNode, frame: LoweringFrame): Code {
  const { lowering } = frame
  const { code } = lowering
  if (!mayBeScreenedOut(node)) return code.number(0)
  const { maker } = node
  const made =
    maker.kind === 'indicator'
      ? screenedBySteps(maker.value, frame)
      : maker.kind === 'aggregate'
        ? screenedByChildren(maker, frame)
        : null
  const others: readonly Node[] =
    maker.kind === 'aggregate' ? maker.children : []
  if (!made || !isOnlyBy(node, others)) throw new NotLowered(node.name)
  const { counts } = exclusionBy(node.exclusions, lowering)
  const most = node.maximum ? [lowerExpression(node.maximum, frame)] : []
  const points = node.deductions.map((each) => lowering.read(each))
  return [...most, ...points].reduce<Code>(
    (so, { value }) => code.both(so, code.isPresent(value)),
    code.both(counts, made),
  )
}

/** 1 where a child is screened out and no weight is lacking, which goes before it. */
export function screenedByChildren(
  maker: AggregateMaker,
  frame: LoweringFrame,
): Code {
  const { code } = frame.lowering
  const isScreened = maker.children
    .map((child) => screenedOut(child, frame))
    .reduce<Code>((so, each) => code.either(so, each), code.number(0))
  const lacksWeight = childParts(maker, frame).reduce<Code>(
    (so, child) => code.either(so, child.lacksWeight),
    code.number(0),
  )
  return code.both(isScreened, code.opposite(lacksWeight))
}

/** What one step took out, no later one brings back. */
function screenedBySteps(
  column: SteppedColumn,
  { lowering }: LoweringFrame,
): Code {
  const { code } = lowering
  let isScreened = code.number(0)
  for (let at = column; at.kind === 'step'; at = at.of) {
    const { action } = at
    if (action.kind === 'screen') {
      const { value } = lowering.read(action.screening)
      const isOut = code.opposite(code.isPresent(value))
      isScreened = code.either(isScreened, isOut)
    } else if (!isOnlyBy(at, [])) throw new NotLowered(at.name)
  }
  return isScreened
}

/** True where nothing else that the node reads could bring the reason in. */
function isOnlyBy(node: Node, others: readonly Node[]): boolean {
  const own = new Set<Node>(others)
  if (node.kind === 'step') own.add(node.of)
  if (node.kind === 'criterion' && node.maker.kind === 'indicator') {
    own.add(node.maker.value)
  }
  return (
    previousReads(node).length === 0 &&
    node.reads.every((each) => own.has(each) || !mayBeScreenedOut(each))
  )
}

/** Statistics, rules and rankings have reasons of their own; results of others and of earlier years bring theirs. */
function mayBeScreenedOut(
  node: Node,
  seen: Set<Node> = new Set<Node>(),
): boolean {
  if (seen.has(node)) return false
  seen.add(node)
  if (node.level.parent === null) return false
  switch (node.kind) {
    case 'screening':
      return true
    case 'input':
      return node.from !== null
    case 'rule':
    case 'ranking':
    case 'standing':
    case 'distribution':
    case 'population':
      return false
    default:
      return (
        previousReads(node).some(({ column }) => column.kind !== 'input') ||
        node.reads.some((each) => mayBeScreenedOut(each, seen))
      )
  }
}
