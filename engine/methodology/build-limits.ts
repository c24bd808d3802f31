/** Rules that hold the value of a criterion within limits. */
import { levelOf, NUMBER } from '../expression/expression.js'
import { describeType, joinTypes, scaleOf } from '../expression/type-rules.js'
import { TRUE } from '../value.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { Column, CriterionNode } from './methodology.js'
import type { LimitEvent, RuleNode } from './rule-nodes.js'
import { reportUnknown } from './unknown.js'

export const BOUNDS = ['at_most', 'at_least', 'exactly'] as const

/** Ties the rule to the node that it limits; the value is read when the type of the node is known. */
export function hangLimit(
  draft: Draft,
  entry: Entry,
  node: Mutable<RuleNode>,
): boolean {
  const of = entry.text('of')
  if (of === null) return false
  const target = draft.tree.get(of) as Mutable<CriterionNode> | undefined
  if (!target) {
    const what = 'an indicator or criterion of the tree'
    reportUnknown(draft, entry.path('of'), of, what, draft.tree.keys())
    return false
  }
  const bound = oneBound(draft, entry)
  const rounding = whenLimited(draft, entry)
  if (!bound || !rounding) return false
  const value = { kind: 'constant' as const, value: TRUE, text: '' }
  node.event = { kind: 'limit', of, bound, value, rounding }
  target.limits = [...target.limits, node]
  return true
}

function oneBound(draft: Draft, entry: Entry): LimitEvent['bound'] | null {
  const [bound, second] = BOUNDS.filter((each) => entry.has(each))
  if (second) {
    draft.report('SETTING_NOT_USED', entry.path(second), {
      key: second,
      why: `a limit has one bound, and this one has "${bound ?? ''}"; write a second rule for it`,
    })
    return null
  }
  if (!bound && !draft.isBrokenEntry(entry)) {
    draft.report('MISSING_KEY', entry.at, {
      key: BOUNDS.join('" or "'),
      why: 'A limit says where the value is held.',
    })
  }
  return bound ?? null
}

function whenLimited(
  draft: Draft,
  entry: Entry,
): LimitEvent['rounding'] | null {
  if (!entry.has('before')) return 'after'
  if (!entry.has('after')) return 'before'
  const why = '"before: rounding" stands here too, and a limit has one place'
  draft.report('SETTING_NOT_USED', entry.path('after'), { key: 'after', why })
  return null
}

/**
 * Reads the number or level of the limit, of the type of the node.
 * @returns false where it has a mistake, which has been reported
 */
export function readLimit(
  draft: Draft,
  entry: Entry,
  node: Mutable<RuleNode>,
): boolean {
  const { event } = node
  if (event.kind !== 'limit') return false
  const target = draft.tree.get(event.of)
  if (!target || draft.isBroken(target)) return false
  if (!isRounded(draft, entry, target)) return false
  const key = event.bound
  const text = entry.text(key)?.trim() ?? ''
  const scale = scaleOf(target.type)
  const names = scale?.levels.map(({ name }) => name) ?? []
  if (names.includes(text)) {
    const value = { kind: 'word' as const, word: text }
    const constant = { kind: 'constant' as const, value, text: `"${text}"` }
    node.event = { ...event, value: constant }
    return true
  }
  if (scale && isWord(draft, text)) {
    const what = `a level of "${scale.name}" (${names.join(', ')})`
    reportUnknown(draft, entry.path(key), text, what, names)
    return false
  }
  const checked = draft.formula(entry, key, draft.bodies)
  if (!checked) return false
  const wanted = scale ? levelOf(scale) : NUMBER
  if (joinTypes(checked.type, wanted)) {
    node.event = { ...event, value: checked.expression }
    return true
  }
  draft.report('TYPE_MISMATCH', entry.path(key), {
    part: text,
    words: `it is ${describeType(checked.type)}, and "${event.of}" is ${describeType(wanted)}`,
  })
  return false
}

/** A plain word that no column has was meant as a level. */
function isWord(draft: Draft, text: string): boolean {
  const names: ReadonlyMap<string, Column> = draft.bodies.columns
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text) && !names.has(text)
}

/** Before and after the rounding are the same where nothing is rounded. */
function isRounded(draft: Draft, entry: Entry, target: CriterionNode): boolean {
  const key = ['before', 'after'].find((each) => entry.says(each))
  if (key === undefined || target.round) return true
  const why = `"${target.name}" is not rounded`
  draft.report('SETTING_NOT_USED', entry.path(key), { key, why })
  return false
}
