/**
 * Limits on the value of a criterion: of those that were met the strictest
 * holds, and limits that contradict one another leave no value.
 */
import { cellOf } from './cell.js'
import { citationText } from '../methodology/citation.js'
import type { CriterionNode } from '../methodology/methodology.js'
import type { LimitEvent, RuleNode } from '../methodology/rule-nodes.js'
import { scaleOf } from '../expression/type-rules.js'
import { shortText } from '../number/text.js'
import { isPresent, missing, type PresentValue, type Value } from '../value.js'
import { evaluateExpression } from './evaluate-expression.js'
import { orderOf } from './order-of.js'
import type { Row } from './row.js'

/** One limit whose rule fired. */
export interface MetLimit {
  readonly rule: RuleNode
  /** The criterion or indicator, as the rule names it. */
  readonly of: string
  readonly kind: LimitEvent['bound']
  readonly rounding: LimitEvent['rounding']
  /** Where the value is held; not applicable holds nothing. */
  readonly limit: Value
  /** The value that it was held against; null where that was absent. */
  readonly before: Value | null
  /** True where the value is what it is because of this limit. */
  readonly bound: boolean
  readonly citation: string
}

export interface Limited {
  readonly value: Value
  readonly met: readonly MetLimit[]
}

/** All limits of the node whose rules fired, in the order of the file. */
interface Gathered {
  readonly met: readonly MetLimit[]
  /** Why the node has no value: an undecided rule, a missing limit, a contradiction. */
  readonly fault: Value | null
}

/**
 * Applies the limits of one stage.
 * @param before - a value that is absent stays as it is
 */
export function applyLimits(
  node: CriterionNode,
  row: Row,
  rounding: LimitEvent['rounding'],
  before: Value,
): Limited {
  const { met, fault } = gather(node, row)
  if (!isPresent(before)) {
    const here = met.filter((each) => each.rounding === rounding)
    return { value: before, met: here }
  }
  const stated = (limits: readonly MetLimit[]) =>
    limits.map((each) => ({ ...each, before }))
  if (fault) return { value: fault, met: stated(met) }
  const here = stated(met.filter((each) => each.rounding === rounding))
  const order = (a: Value, b: Value) => orderOf(a, b, scaleOf(node.type))
  const value = here.reduce<Value>((held, { kind, limit }) => {
    if (!isPresent(limit)) return held
    const isOutside =
      (kind !== 'at_least' && order(held, limit) > 0) ||
      (kind !== 'at_most' && order(held, limit) < 0)
    return isOutside ? limit : held
  }, before)
  const moved = order(before, value)
  const isBound = ({ kind, limit }: MetLimit) =>
    isPresent(limit) &&
    order(limit, value) === 0 &&
    ((moved > 0 && kind !== 'at_least') || (moved < 0 && kind !== 'at_most'))
  return {
    value,
    met: here.map((each) => ({ ...each, bound: isBound(each) })),
  }
}

function gather(node: CriterionNode, row: Row): Gathered {
  const met: MetLimit[] = []
  let fault: Value | null = null
  for (const rule of node.limits) {
    const { event } = rule
    if (event.kind !== 'limit') continue
    const fired = cellOf(row, rule)
    if (fired?.kind === 'missing') {
      const at = { column: node.name, row: null }
      const because = [fired]
      fault ??= missing('RULE_UNDECIDED', { at, detail: rule.rule, because })
    }
    if (fired?.kind !== 'boolean' || !fired.boolean) continue
    const limit = evaluateExpression(event.value, { row, node: rule.rule })
    if (limit.kind === 'missing') fault ??= limit
    met.push({
      rule,
      of: event.of,
      kind: event.bound,
      rounding: event.rounding,
      limit,
      before: null,
      bound: false,
      citation: citationText(rule.reading.cite),
    })
  }
  return { met, fault: fault ?? contradiction(node, met) }
}

/** The lowest upper limit stands below the highest lower one. */
function contradiction(
  node: CriterionNode,
  met: readonly MetLimit[],
): Value | null {
  const scale = scaleOf(node.type)
  const holding = met.filter(
    (each): each is MetLimit & { limit: PresentValue } => isPresent(each.limit),
  )
  const [upper] = holding
    .filter(({ kind }) => kind !== 'at_least')
    .sort((a, b) => orderOf(a.limit, b.limit, scale))
  const [lower] = holding
    .filter(({ kind }) => kind !== 'at_most')
    .sort((a, b) => orderOf(b.limit, a.limit, scale))
  if (!upper || !lower || orderOf(upper.limit, lower.limit, scale) >= 0) {
    return null
  }
  const detail = [upper, lower].map(limitWords).join(', ')
  const at = { column: node.name, row: null }
  return missing('LIMITS_CONTRADICT', { at, detail })
}

const WORDS: { readonly [B in LimitEvent['bound']]: string } = {
  at_most: 'at most',
  at_least: 'at least',
  exactly: 'exactly',
}

/** `at most "good"`. */
export function limitText({ kind, limit }: MetLimit): string {
  return `${WORDS[kind]} ${valueWords(limit)}`
}

function limitWords(met: MetLimit): string {
  return `${limitText(met)} by rule ${met.rule.rule}`
}

function valueWords(value: Value): string {
  switch (value.kind) {
    case 'number':
      return shortText(value.number, 15)
    case 'word':
      return `"${value.word}"`
    case 'boolean':
      return String(value.boolean)
    case 'missing':
      return 'missing'
    case 'not-applicable':
      return 'not applicable'
  }
}
