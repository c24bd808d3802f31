/** The event of a rule, tied to what it acts on. */
import { closest } from '../source/closest.js'
import { hangLimit } from './build-limits.js'
import type { Deductions } from './build-rules.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import { hangChoice } from './hang-choice.js'
import { hangDeduction } from './hang-deduction.js'
import { hangExclusion } from './hang-exclusion.js'
import type { Node } from './methodology.js'
import type { RuleNode } from './rule-nodes.js'
import { RULE_EVENTS } from './schema/rules.js'
import { reportUnknown } from './unknown.js'

/** Ties the rule to what it acts on; false where a name leads nowhere. */
export function hangEvent(
  draft: Draft,
  event: (typeof RULE_EVENTS)[number],
  entry: Entry,
  node: Mutable<RuleNode>,
  deductions: Deductions,
): boolean {
  switch (event) {
    case 'exclude':
      return hangExclusion(draft, entry.entry('exclude'), node)
    case 'deduct':
      return hangDeduction(draft, entry.entry('deduct'), node, deductions)
    case 'choose':
      return hangChoice(draft, entry.entry('choose'), node)
    case 'limit':
      return hangLimit(draft, entry.entry('limit'), node)
    case 'flag': {
      const flag = entry.entry('flag')
      const about = flag.text('about')
      if (about !== null && !draft.rankings.has(about)) {
        reportUnknown(
          draft,
          flag.path('about'),
          about,
          'a ranking',
          draft.rankings.keys(),
        )
        return false
      }
      node.event = { kind: 'flag', flag: flag.text('name') ?? node.rule, about }
      return true
    }
  }
}

/**
 * A rule with a mistake takes its targets along, so that nothing is computed
 * without it: what it names, else what is named alike, else all that it could
 * have meant.
 */
export function hangBroken(
  draft: Draft,
  entry: Entry,
  node: RuleNode,
  deductions: Deductions,
): void {
  const targets = (
    known: ReadonlyMap<string, Node>,
    names: readonly string[],
  ) =>
    names.flatMap((name) => {
      const near =
        known.get(name) ?? known.get(closest(name, known.keys()) ?? '')
      return near ? [near] : [...known.values()]
    })
  const exclude = entry.entry('exclude')
  const hasEvent = RULE_EVENTS.some((event) => entry.has(event))
  const broken = [
    ...targets(draft.tree, exclude.texts('criterion')),
    ...targets(draft.tree, entry.entry('choose').texts('of')),
    ...targets(draft.tree, entry.entry('limit').texts('of')),
    ...targets(draft.rankings, exclude.texts('ranking')),
    ...targets(draft.populations, exclude.texts('population')),
    ...targets(deductions, entry.entry('deduct').texts('into')),
    ...(hasEvent ? [] : [...draft.tree.values(), ...deductions.values()]),
  ]
  for (const target of broken) {
    const { kind } = target
    const reads = kind === 'deduction' && target.rules.includes(node)
    if (!reads) draft.markBroken(target)
  }
}
