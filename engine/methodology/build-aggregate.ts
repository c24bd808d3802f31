/** A value made of the values of the children, and what is done where some have none. */
import { compare, ONE, ZERO } from '../number/numeric.js'
import type { Made } from './build-maker.js'
import type { Branch } from './build-tree.js'
import { readWeights, writtenName } from './child-weights.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import { NUMBER, type Type } from '../expression/expression.js'
import { describeType, scaleOf } from '../expression/type-rules.js'
import type { AbsentChild, AggregateMaker, Aggregation } from './methodology.js'
import { OF_LEVELS } from './node-type.js'
import { isWeighted } from './varying-weights.js'
import { show } from './structure.js'
import { ABSENT_CHILD } from './schema/tree.js'

export function buildAggregate(
  draft: Draft,
  branch: Branch,
  aggregation: Aggregation,
): Made | null {
  const { entry, node, children } = branch
  if (
    children.length === 0 ||
    (aggregation === 'only' && children.length > 1)
  ) {
    draft.report('WRONG_TYPE', entry.at, {
      received: `${children.length} children under "${node.name}"`,
      expected:
        aggregation === 'only'
          ? 'one child for "only"'
          : 'at least one child to aggregate',
    })
    return null
  }
  const weights = readWeights(draft, branch, aggregation)
  const missingChild = absentChild(entry, 'missing_child') ?? 'node-missing'
  const whole = children.every((child) => !draft.isBroken(child.node))
  const atLeast = readAtLeast(draft, branch)
  if (!weights || !whole || atLeast === 'mistake') return null
  const type = childrenType(draft, branch, aggregation)
  if (!type || (scaleOf(type) && !hasNoZero(draft, entry))) return null
  const excluded = entry.text('excluded_child')
  const maker: AggregateMaker = {
    kind: 'aggregate',
    aggregation,
    children: children.map((child) => child.node),
    weights,
    weighted: children.some((child) => isWeighted(child.node)),
    missingChild,
    allMissing: allMissing(entry, missingChild),
    excludedChild:
      excluded === null || excluded === 'no-total'
        ? 'no-total'
        : (absentChild(entry, 'excluded_child') ?? 'no-total'),
    atLeast,
    scale: scaleOf(type) ?? null,
  }
  return { maker, type }
}

/** Numbers, or levels of one scale under an aggregation that needs only their order. */
function childrenType(
  draft: Draft,
  { entry, node, children }: Branch,
  aggregation: Aggregation,
): Type | null {
  const levels = children.filter((child) => child.node.type.kind !== 'number')
  const [first] = levels
  if (!first) return NUMBER
  if (!OF_LEVELS.includes(aggregation) && levels.length === children.length) {
    draft.report('WRONG_TYPE', entry.path('aggregate'), {
      received: `"${aggregation}" over levels ("${writtenName(first)}" is ${describeType(first.node.type)})`,
      expected: `${OF_LEVELS.join(', ')}, or points by normalise: { kind: scale, points: { ... } } on the children,`,
    })
    return null
  }
  if (!OF_LEVELS.includes(aggregation)) {
    for (const child of levels) {
      draft.report('WRONG_TYPE', child.entry.at, {
        received: `${describeType(child.node.type)} under "${node.name}", which is aggregated by "${aggregation}"`,
        expected: 'normalise: { kind: scale, points: { ... } }',
      })
    }
    return null
  }
  const { type } = first.node
  const other = children.find(
    (child) => scaleOf(child.node.type) !== scaleOf(type),
  )
  if (!other) return type
  draft.report('WRONG_TYPE', entry.at, {
    received: `${describeType(type)} ("${writtenName(first)}") and ${describeType(other.node.type)} ("${writtenName(other)}") under "${node.name}"`,
    expected: 'numbers, or levels of one scale,',
  })
  return null
}

/** Levels have no zero for a child that is not there. */
function hasNoZero(draft: Draft, entry: Entry): boolean {
  const zeros = ['missing_child', 'all_missing', 'excluded_child'].filter(
    (key) => /zero$/.test(entry.text(key) ?? ''),
  )
  for (const key of zeros) {
    draft.report('WRONG_TYPE', entry.path(key), {
      received: show(entry.text(key)),
      expected: 'share-weights or node-missing, because levels have no zero,',
    })
  }
  return zeros.length === 0
}

function absentChild(entry: Entry, key: string): AbsentChild | null {
  const text = entry.text(key)
  return ABSENT_CHILD.find((known) => known === text) ?? null
}

function allMissing(
  entry: Entry,
  missingChild: AbsentChild,
): AggregateMaker['allMissing'] {
  // Where so many children must have a value, none are too few as well.
  const unsaid = entry.has('at_least') ? 'node-missing' : missingChild
  const said = absentChild(entry, 'all_missing') ?? unsaid
  return said === 'share-weights' ? 'node-missing' : said
}

/** From when the node is formed; reported where nobody could ever reach it. */
function readAtLeast(
  draft: Draft,
  { entry, children }: Branch,
): AggregateMaker['atLeast'] | 'mistake' {
  if (!entry.has('at_least')) return null
  const atLeast = entry.entry('at_least')
  const count = atLeast.whole('children')
  const share = atLeast.fraction('share')
  if (count !== null && count <= children.length) {
    return { kind: 'children', children: count }
  }
  if (share && compare(share, ZERO) >= 0 && compare(share, ONE) <= 0) {
    return { kind: 'share', share }
  }
  draft.report('WRONG_TYPE', entry.path('at_least'), {
    received: show(atLeast.text('children') ?? atLeast.text('share')),
    expected: `a share from 0 to 1, or a number of the ${children.length} children`,
  })
  return 'mistake'
}
