/** What makes the value of an inner node: its children, a formula, or variants. */
import { buildAggregate } from './build-aggregate.js'
import type { Branch } from './build-tree.js'
import { reportWeights } from './child-weights.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { Type } from '../expression/expression.js'
import { describeType, joinTypes } from '../expression/type-rules.js'
import { isCriterionType, typeInScale } from './node-type.js'
import type { InputNode, Maker, Variant } from './methodology.js'
import { readReading } from './reading.js'
import { AGGREGATIONS } from './schema/tree.js'

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
