/** A rule that takes criteria, bodies, rankings or populations out hangs in each of them. */
import type { Draft, Mutable } from './draft.js'
import type { DraftLevel } from './draft-level.js'
import type { Entry } from './entry.js'
import type {
  CriterionNode,
  IndicatorNode,
  PopulationNode,
  RankingNode,
} from './methodology.js'
import type { RuleEvent, RuleNode } from './rule-nodes.js'
import { reportUnknown } from './unknown.js'

/** @returns false where a name leads nowhere */
export function hangExclusion(
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
