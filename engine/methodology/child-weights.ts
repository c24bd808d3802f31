/** The weights of the children of a criterion: each read, and their sum checked. */
import { ONE, sign, ZERO, type Numeric } from '../number/numeric.js'
import { decimalText } from '../number/text.js'
import type { Branch } from './build-tree.js'
import type { Draft } from './draft.js'
import type { Aggregation, CriterionNode } from './methodology.js'
import { OF_LEVELS } from './node-type.js'
import { findWrongSum, isWeighted, resolveWeights } from './varying-weights.js'

/** One weight per child, or null where they do not add up. */
export function readWeights(
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

/** Weights of children that decide nothing. */
export function reportWeights(
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

/** An indicator by its own name, and not as the score that it gives. */
export function writtenName({ entry }: Branch): string {
  return String(entry.at.at(-1) ?? '')
}
