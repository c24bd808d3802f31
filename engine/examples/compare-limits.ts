/** The limits that an example expects to be met, and which of them bind. */
import { metLimits } from '../evaluation/evaluate-criterion.js'
import type { Row } from '../evaluation/row.js'
import type { Entry } from '../methodology/entry.js'
import type { Outcome } from './run-examples.js'

export function compareLimits(
  outcome: Outcome,
  expected: Entry,
  body: Row,
): void {
  const { methodology } = outcome.run
  const met = new Map(
    methodology.nodes.flatMap((node) =>
      node.kind === 'criterion'
        ? metLimits(node, body).map(
            ({ rule, bound }) => [rule.rule, bound ? 'binds' : 'met'] as const,
          )
        : [],
    ),
  )
  for (const rule of new Set([...met.keys(), ...expected.keys()])) {
    const isComputed = methodology.rules.some((each) => each.rule === rule)
    // A rule with a mistake of its own limits nothing, and is not compared.
    if (!isComputed && methodology.root.entry('rules').has(rule)) continue
    const wanted = expected.text(rule) ?? 'not met'
    const received = met.get(rule) ?? 'not met'
    if (wanted === received) continue
    const at = expected.has(rule) ? expected.entry(rule).at : expected.at
    const what = `limit ${rule}`
    outcome.report('EXAMPLE_FAILED', at, { what, expected: wanted, received })
  }
}
