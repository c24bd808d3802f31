/** Which earlier years, and which other methodologies, the formulas of a methodology look at. */
import type { PreviousExpression } from '../expression/expression.js'
import type { Methodology } from '../methodology/methodology.js'
import { previousIn, previousReads } from '../methodology/reads.js'

export interface LookedBack {
  /** How many years back inputs are read from data. */
  readonly data: ReadonlySet<number>
  /** How many years back outputs are read from results. */
  readonly results: ReadonlySet<number>
  /** Ids of methodologies whose outputs are inputs here. */
  readonly others: ReadonlySet<string>
}

export function lookedBack(methodology: Methodology): LookedBack {
  const found = previousExpressions(methodology)
  const years = (isData: boolean) =>
    new Set(
      found
        .filter(({ column }) => (column.kind === 'input') === isData)
        .map((each) => each.years),
    )
  const others = methodology.nodes.flatMap((node) =>
    node.kind === 'input' && node.from ? [node.from.methodology] : [],
  )
  return { data: years(true), results: years(false), others: new Set(others) }
}

/** Of the nodes, and of what checks the data before anything is computed. */
export function previousExpressions({
  nodes,
  checks,
}: Methodology): readonly PreviousExpression[] {
  return [
    ...nodes.flatMap(previousReads),
    ...checks.flatMap(({ expression }) => previousIn(expression)),
    ...nodes.flatMap((node) =>
      node.kind === 'input' && node.requiredWhen
        ? previousIn(node.requiredWhen)
        : [],
    ),
  ]
}
