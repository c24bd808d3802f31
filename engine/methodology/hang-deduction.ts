/** A rule that takes points away hangs in the deduction that its points go into. */
import { TRUE } from '../value.js'
import type { Deductions } from './build-rules.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { RuleNode } from './rule-nodes.js'
import { reportUnknown } from './unknown.js'

/** @returns false where a name leads nowhere */
export function hangDeduction(
  draft: Draft,
  entry: Entry,
  node: Mutable<RuleNode>,
  deductions: Deductions,
): boolean {
  const into = entry.text('into')
  if (into === null) return false
  const cap = entry.text('cap')
  const deduction = deductions.get(into)
  if (!deduction) {
    reportUnknown(
      draft,
      entry.path('into'),
      into,
      'a deduction',
      deductions.keys(),
    )
    return false
  }
  const caps = draft.root.entry('deductions').entry(into).entry('caps').keys()
  if (cap !== null && !caps.includes(cap)) {
    reportUnknown(draft, entry.path('cap'), cap, `a cap of "${into}"`, caps)
    return false
  }
  const points = { kind: 'constant' as const, value: TRUE, text: '' }
  node.event = { kind: 'deduct', points, into, cap }
  deduction.rules = [...deduction.rules, node]
  return true
}

export function readPoints(
  draft: Draft,
  entry: Entry,
  node: Mutable<RuleNode>,
): boolean {
  const deduct = entry.entry('deduct')
  const checked = draft.formula(deduct, 'points', draft.bodies)
  if (!checked || node.event.kind !== 'deduct') return false
  const { expression } = checked
  const isNegative = expression.kind === 'negation'
  if (checked.type.kind !== 'number' || isNegative) {
    draft.report('TYPE_MISMATCH', deduct.path('points'), {
      part: deduct.text('points') ?? '',
      words: 'points are a number of 0 or more; they are subtracted',
    })
    return false
  }
  node.event = { ...node.event, points: expression }
  return true
}
