/** A rule that chooses a variant hangs in the criterion that has it. */
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { CriterionNode } from './methodology.js'
import type { RuleNode } from './rule-nodes.js'
import { reportUnknown } from './unknown.js'

/** @returns false where a name leads nowhere */
export function hangChoice(
  draft: Draft,
  entry: Entry,
  node: Mutable<RuleNode>,
): boolean {
  const criterion = entry.text('of')
  const variant = entry.text('variant')
  if (criterion === null || variant === null) return false
  const target = draft.tree.get(criterion)
  if (!target) {
    reportUnknown(
      draft,
      entry.path('of'),
      criterion,
      'a criterion with variants',
      draft.tree.keys(),
    )
    return false
  }
  const variants = variantNames(draft, target)
  if (!variants.includes(variant)) {
    reportUnknown(
      draft,
      entry.path('variant'),
      variant,
      `a variant of "${criterion}"`,
      variants,
    )
    return false
  }
  node.event = { kind: 'choose', criterion, variant }
  draft.choosers.set(target, [...(draft.choosers.get(target) ?? []), node])
  return true
}

function variantNames(draft: Draft, target: CriterionNode): readonly string[] {
  const entry = target.at.reduce(
    (here, step) => here.entry(String(step)),
    draft.root,
  )
  return entry.entry('variants').keys()
}
