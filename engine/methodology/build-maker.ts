/** What makes the value of an inner node: its children, a formula, or variants. */
import { compare, ONE, sign, ZERO, type Numeric } from '../number/numeric.js'
import { decimalText } from '../number/text.js'
import type { Branch } from './build-tree.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type {
  AbsentChild,
  AggregateMaker,
  Aggregation,
  Maker,
  Variant,
} from './methodology.js'
import { findWrongSum, isWeighted } from './varying-weights.js'
import { readReading } from './reading.js'
import { show } from './structure.js'
import { ABSENT_CHILD, AGGREGATIONS } from './schema/tree.js'

/** Keys that only an aggregate looks at. */
const AGGREGATE_KEYS = [
  'aggregate',
  'weights',
  'weights_total',
  'missing_child',
  'all_missing',
  'excluded_child',
  'at_least',
]

/** @returns null where there is a mistake, which has been reported */
export function buildMaker(draft: Draft, branch: Branch): Maker | null {
  const { entry, node } = branch
  if (!node.parent && entry.says('weight')) {
    draft.report('WEIGHT_NOT_USED', entry.path('weight'), {
      name: node.name,
      why: 'it stands at the root of the tree',
    })
  }
  if (entry.has('formula') || entry.has('variants')) {
    return buildWrittenMaker(draft, branch)
  }
  const aggregation = AGGREGATIONS.find(
    (known) => known === entry.text('aggregate'),
  )
  if (!aggregation) {
    draft.report('MISSING_KEY', entry.at, {
      key: 'aggregate',
      why: 'A criterion says how its children make its value, or has a formula or variants.',
    })
    return null
  }
  return buildAggregate(draft, branch, aggregation)
}

function buildWrittenMaker(draft: Draft, branch: Branch): Maker | null {
  const { entry, node, children } = branch
  const stray = [
    ...AGGREGATE_KEYS,
    ...(entry.has('formula') ? ['variants'] : []),
  ].filter((key) => entry.says(key))
  for (const key of stray) {
    draft.report('SETTING_NOT_USED', entry.path(key), {
      key,
      why: 'the formula decides, and children are for display',
    })
  }
  for (const child of children) {
    if (!child.entry.says('weight')) continue
    draft.report('WEIGHT_NOT_USED', child.entry.path('weight'), {
      name: writtenName(child),
      why: `"${node.name}" is computed by a formula`,
    })
  }
  if (entry.has('variants')) {
    const variants = entry
      .entries('variants')
      .map(([name, variant]) => buildVariant(draft, node.name, name, variant))
    return variants.every((variant) => variant !== null)
      ? { kind: 'variants', variants, choosers: draft.choosers.get(node) ?? [] }
      : null
  }
  const checked = draft.formula(entry, 'formula', draft.bodies)
  if (!checked || !isNumber(draft, entry, checked.type.kind)) return null
  const formula = entry.text('formula') ?? ''
  return { kind: 'formula', expression: checked.expression, formula }
}

function buildVariant(
  draft: Draft,
  criterion: string,
  name: string,
  entry: Entry,
): Variant | null {
  const what = `The variant "${name}" of "${criterion}"`
  const reading = readReading(
    draft,
    entry,
    'citation-and-mark',
    what,
    draft.bodies,
  )
  const checked = draft.formula(entry, 'formula', draft.bodies)
  if (!checked || !isNumber(draft, entry, checked.type.kind)) return null
  return {
    name,
    title: entry.title('title'),
    expression: checked.expression,
    formula: entry.text('formula') ?? '',
    reading,
  }
}

function isNumber(draft: Draft, entry: Entry, kind: string): boolean {
  if (kind === 'number') return true
  draft.report('TYPE_MISMATCH', entry.path('formula'), {
    part: entry.text('formula') ?? '',
    words: 'a criterion is a number',
  })
  return false
}

function buildAggregate(
  draft: Draft,
  branch: Branch,
  aggregation: Aggregation,
): AggregateMaker | null {
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
  const excluded = entry.text('excluded_child')
  return {
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
  }
}

/** An indicator by its own name, and not as the score that it gives. */
function writtenName({ entry }: Branch): string {
  return String(entry.at.at(-1) ?? '')
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

/** One weight per child, or null where they do not add up. */
function readWeights(
  draft: Draft,
  branch: Branch,
  aggregation: Aggregation,
): readonly Numeric[] | null {
  const { entry, node, children } = branch
  const weighted = children.filter((child) => isWeighted(child.node))
  if (weighted.length === 0) {
    for (const key of ['weights', 'weights_total'].filter((each) =>
      entry.says(each),
    )) {
      draft.report('SETTING_NOT_USED', entry.path(key), {
        key,
        why: 'no child has a weight',
      })
    }
    return children.map(() => ONE)
  }
  if (['product', 'min', 'max', 'only'].includes(aggregation)) {
    for (const child of weighted) {
      draft.report('WEIGHT_NOT_USED', child.entry.path('weight'), {
        name: writtenName(child),
        why: `"${node.name}" is aggregated by "${aggregation}"`,
      })
    }
    return children.map(() => ONE)
  }
  const without = children.filter((child) => !isWeighted(child.node))
  if (without.length > 0) {
    // A weight that cannot be read has been reported where it stands.
    if (without.every((child) => !child.entry.has('weight'))) {
      const [one, second] = without
      const at = one && !second ? one.entry.at : entry.at
      draft.report('WEIGHTS_PARTLY', at, {
        name: node.name,
        without: without.map(writtenName),
      })
    }
    return null
  }
  const weights = children.map((child) => child.node.weight ?? ZERO)
  const negative = children.find((child) => sign(child.node.weight ?? ZERO) < 0)
  if (negative) {
    draft.report('WRONG_TYPE', negative.entry.path('weight'), {
      received: `"${negative.entry.text('weight') ?? ''}"`,
      expected: 'a weight of 0 or more',
    })
    return null
  }
  if (entry.text('weights') === 'relative') return weights
  return addUp(draft, branch) ? weights : null
}

function addUp(draft: Draft, { entry, node, children }: Branch): boolean {
  const total = entry.has('weights_total')
    ? (entry.fraction('weights_total') ?? ONE)
    : ONE
  const nodes = children.map((child) => child.node)
  const wrong = findWrongSum(nodes, total)
  if (!wrong) return true
  draft.report('WEIGHTS_SUM', entry.at, {
    name: node.name,
    where: wrong.where,
    sum: fractionText(wrong.sum),
    total: fractionText(total),
  })
  return false
}

/** 1/3 as it is written, and decimals as decimals. */
function fractionText(value: Numeric): string {
  const text = decimalText(value)
  return value.kind === 'ratio' && text.length > 30
    ? `${value.numerator}/${value.denominator}`
    : text
}
