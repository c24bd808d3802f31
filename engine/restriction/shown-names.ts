/** By which names the lists of a body's result call what may be told of. */
import type { Methodology, Node } from '../methodology/methodology.js'
import type { RuleNode } from '../methodology/rule-nodes.js'
import { restrictionOf, type Restriction } from './restriction.js'

export interface ShownNames {
  /** Rules that may be told of where they fired, with their points and limits. */
  readonly rules: ReadonlySet<string>
  /** Criteria of which it may be told what they went on without. */
  readonly open: ReadonlySet<string>
  /** Nodes with restricted inputs behind them: why they are absent is not told. */
  readonly touched: ReadonlySet<string>
  /** Columns of the data, and indicators, whose cells are not told of. */
  readonly hiddenColumns: ReadonlySet<string>
}

/** Made once for a methodology, which is frozen. */
export function namesShown(methodology: Methodology): ShownNames {
  const known = made.get(methodology)
  if (known) return known
  const names = make(methodology, restrictionOf(methodology))
  made.set(methodology, names)
  return names
}

const made = new WeakMap<Methodology, ShownNames>()

function make(
  { nodes, rules }: Methodology,
  restriction: Restriction,
): ShownNames {
  const { touches, opens, inputs } = restriction
  const closedSteps = nodes.flatMap((node) =>
    node.kind === 'step' && touches(node) ? [node.indicator.name] : [],
  )
  const isShown = ruleTest(nodes, restriction)
  return {
    rules: new Set(rules.filter(isShown).map(({ rule }) => rule)),
    open: new Set(nodes.filter(opens).map(({ name }) => name)),
    touched: new Set(nodes.filter(touches).map(({ name }) => name)),
    // By the column alone: an input of a table hides one of the same name elsewhere too.
    hiddenColumns: new Set([
      ...inputs.map(({ column }) => column),
      ...closedSteps,
    ]),
  }
}

/** Points and limits are those of the deduction or criterion, which reads more than the rule does. */
function ruleTest(
  nodes: readonly Node[],
  { hides, opens }: Restriction,
): (rule: RuleNode) => boolean {
  const closed = new Set<Node>()
  for (const node of nodes) {
    if (opens(node)) continue
    if (node.kind === 'deduction')
      node.rules.forEach((rule) => closed.add(rule))
    if (node.kind === 'criterion') {
      node.limits.forEach((rule) => closed.add(rule))
    }
  }
  return (rule) => !hides(rule) && !closed.has(rule)
}
