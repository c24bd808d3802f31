/** Rules: a condition and one event, hung into the nodes that they act on. */
import { leavesOf, type Condition } from '../conditions/condition.js'
import { closest } from '../source/closest.js'
import { TRUE } from '../value.js'
import { buildCondition } from './build-conditions.js'
import { hangLimit, readLimit } from './build-limits.js'
import type { Draft, Mutable } from './draft.js'
import type { DraftLevel } from './draft-level.js'
import type { Entry } from './entry.js'
import type {
  CriterionNode,
  IndicatorNode,
  Node,
  PopulationNode,
  RankingNode,
} from './methodology.js'
import type { DeductionNode, RuleEvent, RuleNode } from './rule-nodes.js'
import { entryNameFault } from './names.js'
import { readReading } from './reading.js'
import { RULE_EVENTS } from './schema/rules.js'
import { reportUnknown } from './unknown.js'

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
    event !== null && hang(draft, event, entry, node, deductions) && !isBroken
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

/** Ties the rule to what it acts on; false where a name leads nowhere. */
function hang(
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

function hangExclusion(
  draft: Draft,
  entry: Entry,
  node: Mutable<RuleNode>,
): boolean {
  const criteria = entry.texts('criterion')
  const rankings = entry.texts('ranking')
  const body = entry.flag('body') === true
  const populations = entry.texts('population')
  const event: RuleEvent = {
    kind: 'exclude',
    criteria,
    body,
    rankings,
    populations,
  }
  node.event = event
  let whole = true
  for (const name of criteria) {
    const target = draft.tree.get(name)
    if (target) excludeFrom(draft, target, node)
    else {
      reportUnknown(
        draft,
        entry.path('criterion'),
        name,
        'an indicator or criterion of the tree',
        draft.tree.keys(),
      )
      whole = false
    }
  }
  for (const name of rankings) {
    const ranking = draft.rankings.get(name) as Mutable<RankingNode> | undefined
    if (ranking) ranking.exclusions = [...ranking.exclusions, node]
    else {
      reportUnknown(
        draft,
        entry.path('ranking'),
        name,
        'a ranking',
        draft.rankings.keys(),
      )
      whole = false
    }
  }
  for (const name of populations) {
    const population = draft.populations.get(name) as
      Mutable<PopulationNode> | undefined
    if (population) population.exclusions = [...population.exclusions, node]
    else {
      const at = entry.path('population')
      reportUnknown(draft, at, name, 'a population', draft.populations.keys())
      whole = false
    }
  }
  if (body) {
    const { bodies } = draft
    ;(bodies as Mutable<DraftLevel>).exclusions = [...bodies.exclusions, node]
  }
  return whole
}

/** The node and all that is below it, the raw values of indicators included. */
function excludeFrom(
  draft: Draft,
  target: CriterionNode,
  rule: RuleNode,
): void {
  for (const node of draft.nodes) {
    if (node.kind !== 'criterion' || !isWithin(node, target)) continue
    const criterion = node as Mutable<CriterionNode>
    criterion.exclusions = [...criterion.exclusions, rule]
    if (node.maker.kind === 'indicator') {
      const indicator = node.maker.indicator as Mutable<IndicatorNode>
      indicator.exclusions = [...indicator.exclusions, rule]
    }
  }
}

function isWithin(node: CriterionNode, target: CriterionNode): boolean {
  let here: CriterionNode | null = node
  while (here && here !== target) here = here.parent
  return here === target
}

function hangDeduction(
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

function readPoints(
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

function hangChoice(
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

/**
 * A rule with a mistake takes its targets along, so that nothing is computed
 * without it: what it names, else what is named alike, else all that it could
 * have meant.
 */
function hangBroken(
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
