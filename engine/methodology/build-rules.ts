/** Rules: a condition and one event, hung into the nodes that they act on. */
import { leavesOf, type Condition } from '../conditions/condition.js'
import { TRUE } from '../value.js'
import { buildCondition } from './build-conditions.js'
import { readLimit } from './build-limits.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import { readPoints } from './hang-deduction.js'
import { hangBroken, hangEvent } from './hang-event.js'
import { entryNameFault } from './names.js'
import { readReading } from './reading.js'
import type { DeductionNode, RuleNode } from './rule-nodes.js'
import { RULE_EVENTS } from './schema/rules.js'

export type Deductions = ReadonlyMap<string, Mutable<DeductionNode>>

/** A condition that is replaced when the rule is completed. */
const NOTHING: Condition = {
  kind: 'leaf',
  operator: 'equal',
  left: { kind: 'constant', value: TRUE, text: 'true' },
  right: [],
  text: '',
}

export function buildRules(draft: Draft, deductions: Deductions): void {
  for (const [name, entry] of draft.root.entries('rules')) {
    buildRule(draft, name, entry, deductions)
  }
}

function buildRule(
  draft: Draft,
  name: string,
  entry: Entry,
  deductions: Deductions,
): void {
  const why = entryNameFault(name)
  if (why) draft.report('NAME_NOT_ALLOWED', entry.at, { name, why })
  const reading = readReading(
    draft,
    entry,
    'citation-and-mark',
    `The rule "${name}"`,
    null,
  )
  const node: Mutable<RuleNode> = {
    kind: 'rule',
    name: `rule ${name}`,
    rule: name,
    template: entry.template(),
    level: draft.bodies,
    slot: -1,
    at: entry.at,
    reads: [],
    title: entry.title('title'),
    condition: NOTHING,
    event: { kind: 'flag', flag: name, about: null },
    reading,
  }
  const isBroken = draft.isBrokenEntry(entry)
  const event = oneEvent(draft, entry, isBroken)
  draft.add(node)
  draft.rules.push(node)
  const acts =
    event !== null &&
    hangEvent(draft, event, entry, node, deductions) &&
    !isBroken
  if (!acts) {
    // What the rule would have acted on is not computed either.
    hangBroken(draft, entry, node, deductions)
    draft.markBroken(node)
  }
  draft.later(node, () => {
    const condition = buildCondition(draft, entry, 'when', draft.bodies)
    const points =
      node.event.kind !== 'deduct' || readPoints(draft, entry, node)
    const limit =
      node.event.kind !== 'limit' ||
      readLimit(draft, entry.entry('limit'), node)
    if (!condition || !points || !limit || !acts) return false
    node.condition = condition
    if (node.event.kind === 'flag' && node.event.about === null) {
      node.event = { ...node.event, about: onlyRanking(condition) }
    }
    return true
  })
}

/** The one event of the rule; its name. */
function oneEvent(
  draft: Draft,
  entry: Entry,
  isBroken: boolean,
): (typeof RULE_EVENTS)[number] | null {
  const events = RULE_EVENTS.filter((event) => entry.has(event))
  const [event, second] = events
  if (!event) {
    if (isBroken) return null
    draft.report('MISSING_KEY', entry.at, {
      key: RULE_EVENTS.join('" or "'),
      why: 'A rule says what happens when it fires.',
    })
    return null
  }
  if (second) {
    draft.report('SETTING_NOT_USED', entry.path(second), {
      key: second,
      why: `a rule has one event, and this one has "${event}"; write a second rule for it`,
    })
    return null
  }
  return event
}

/** The ranking that all standings of a condition look at, where there is just one. */
function onlyRanking(condition: Condition): string | null {
  const names = leavesOf(condition)
    .flatMap((leaf) => [leaf.left, ...leaf.right])
    .flatMap((part) =>
      part.kind === 'column' && part.column.kind === 'standing'
        ? [part.column.ranking.ranking]
        : [],
    )
  const [first, second] = new Set(names)
  return second === undefined ? (first ?? null) : null
}
