/** What makes the value of an inner node: its children, a formula, or variants. */
import { compare, ONE, sign, ZERO, type Numeric } from '../number/numeric.js'
import { decimalText } from '../number/text.js'
import type { Branch } from './build-tree.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import { NUMBER, type Type } from '../expression/expression.js'
import { describeType, joinTypes, scaleOf } from '../expression/type-rules.js'
import { isCriterionType, OF_LEVELS, typeInScale } from './node-type.js'
import type {
  AbsentChild,
  AggregateMaker,
  Aggregation,
  CriterionNode,
  InputNode,
  Maker,
  Variant,
} from './methodology.js'
import { findWrongSum, isWeighted, resolveWeights } from './varying-weights.js'
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

export interface Made {
  readonly maker: Maker
  /** What the value is before it is normalised. */
  readonly type: Type
}

/** @returns null where there is a mistake, which has been reported */
export function buildMaker(draft: Draft, branch: Branch): Made | null {
  const { entry, node } = branch
  if (!node.parent && entry.says('weight')) {
    draft.report('WEIGHT_NOT_USED', entry.path('weight'), {
      name: node.name,
      why: 'it stands at the root of the tree',
    })
  }
  if (branch.judged) return buildJudgedMaker(draft, branch, branch.judged)
  if (entry.has('formula') || entry.has('variants')) {
    return buildWrittenMaker(draft, branch)
  }
  reportStray(draft, entry, ['scale'], 'the children say what the value is')
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

function reportStray(
  draft: Draft,
  entry: Entry,
  keys: readonly string[],
  why: string,
): void {
  for (const key of keys.filter((each) => entry.says(each))) {
    draft.report('SETTING_NOT_USED', entry.path(key), { key, why })
  }
}

/** Weights of children that decide nothing. */
function reportWeights(
  draft: Draft,
  children: readonly Branch[],
  why: string,
): void {
  for (const child of children) {
    if (!child.entry.says('weight')) continue
    const name = writtenName(child)
    draft.report('WEIGHT_NOT_USED', child.entry.path('weight'), { name, why })
  }
}

/** The node is an input itself, and its children are the evidence for it. */
function buildJudgedMaker(
  draft: Draft,
  { entry, node, children }: Branch,
  input: InputNode,
): Made | null {
  const stray = [...AGGREGATE_KEYS, 'formula', 'variants', 'scale']
  reportStray(
    draft,
    entry,
    stray,
    'an assessor gives the value, and children are its evidence',
  )
  reportWeights(draft, children, `"${node.name}" is judged`)
  if (draft.isBroken(input)) return null
  const evidence = children.map((child) => child.node)
  return { maker: { kind: 'judged', input, evidence }, type: input.type }
}

function buildWrittenMaker(draft: Draft, branch: Branch): Made | null {
  const { entry, node, children } = branch
  const stray = [
    ...AGGREGATE_KEYS,
    ...(entry.has('formula') ? ['variants'] : []),
  ]
  const why = 'the formula decides, and children are for display'
  reportStray(draft, entry, stray, why)
  reportWeights(draft, children, `"${node.name}" is computed by a formula`)
  if (entry.has('variants')) return buildVariants(draft, branch)
  const checked = draft.formula(entry, 'formula', draft.bodies)
  const type = checked && typeInScale(draft, entry, entry, checked.type)
  if (!checked || !type) return null
  if (!isCriterionType(draft, entry, entry, type)) return null
  const formula = entry.text('formula') ?? ''
  const { expression } = checked
  return { maker: { kind: 'formula', expression, formula }, type }
}

function buildVariants(draft: Draft, { entry, node }: Branch): Made | null {
  const built = entry
    .entries('variants')
    .map(([name, variant]) =>
      buildVariant(draft, node.name, name, variant, entry),
    )
  const whole = built.filter((each) => each !== null)
  const [first] = whole
  if (!first || whole.length < built.length) return null
  const other = whole.find(({ type }) => joinTypes(type, first.type) === null)
  if (other) {
    draft.report('TYPE_MISMATCH', entry.path('variants'), {
      part: other.variant.name,
      words: `it is ${describeType(other.type)}, and "${first.variant.name}" is ${describeType(first.type)}; give the variants one type`,
    })
    return null
  }
  const variants = whole.map(({ variant }) => variant)
  const choosers = draft.choosers.get(node) ?? []
  return { maker: { kind: 'variants', variants, choosers }, type: first.type }
}

function buildVariant(
  draft: Draft,
  criterion: string,
  name: string,
  entry: Entry,
  holder: Entry,
): { readonly variant: Variant; readonly type: Type } | null {
  const what = `The variant "${name}" of "${criterion}"`
  const reading = readReading(
    draft,
    entry,
    'citation-and-mark',
    what,
    draft.bodies,
  )
  const checked = draft.formula(entry, 'formula', draft.bodies)
  const type = checked && typeInScale(draft, entry, holder, checked.type)
  if (!checked || !type) return null
  if (!isCriterionType(draft, entry, holder, type)) return null
  const variant: Variant = {
    name,
    title: entry.title('title'),
    expression: checked.expression,
    formula: entry.text('formula') ?? '',
    reading,
  }
  return { variant, type }
}

function buildAggregate(
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
  if (!resolveWeights(draft, branch)) return null
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
  if (['product', ...OF_LEVELS].includes(aggregation)) {
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
  const negative = children.find(({ node }) => leastWeight(node) !== null)
  if (negative) {
    const text = negative.entry.text('weight') ?? ''
    const least = leastWeight(negative.node) ?? ''
    draft.report('WRONG_TYPE', negative.entry.path('weight'), {
      received: negative.node.weightBy
        ? `"${text}" with the value ${least}`
        : `"${text}"`,
      expected: 'a weight of 0 or more',
    })
    return null
  }
  if (entry.text('weights') === 'relative') return weights
  return addUp(draft, branch) ? weights : null
}

/** The negative weight that the child has, for some or for all; null for none. */
function leastWeight({ weight, weightBy }: CriterionNode): string | null {
  const parameter = weightBy?.kind === 'parameter' ? weightBy.parameter : null
  const varied = parameter?.varies?.values ?? []
  const weights = [weight ?? ZERO, ...varied.map(({ value }) => value)]
  const negative = weights.find((each) => sign(each) < 0)
  return negative ? decimalText(negative) : null
}

function addUp(draft: Draft, { entry, node, children }: Branch): boolean {
  const total = entry.has('weights_total')
    ? (entry.fraction('weights_total') ?? ONE)
    : ONE
  const nodes = children.map((child) => child.node)
  const excluded = new Set(
    draft.root
      .entries('rules')
      .flatMap(([, rule]) => rule.entry('exclude').texts('criterion')),
  )
  const wrong = findWrongSum(nodes, total, ({ name }) =>
    excluded.has(/^score\((.*)\)$/.exec(name)?.[1] ?? name),
  )
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
