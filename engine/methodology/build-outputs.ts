/** Which figures are results, and the one that decides the status of a body. */
import type { Draft } from './draft.js'
import { findFigure } from './build-rankings.js'
import type { Column, CriterionNode } from './methodology.js'
import { reportUnknown } from './unknown.js'

/** Named by the file, or all criteria and deductions. */
export function readOutputs(
  draft: Draft,
  roots: readonly CriterionNode[],
): readonly Column[] {
  const { root } = draft
  if (!root.has('outputs')) {
    const own = draft.nodes.filter(
      (node): node is Column =>
        node.kind === 'deduction' ||
        (node.kind === 'criterion' &&
          node.maker.kind !== 'indicator' &&
          draft.tree.get(node.name) === node),
    )
    return own.length > 0 ? own : roots
  }
  return root.items('outputs').flatMap((item) => {
    if (draft.isRefused(item.at)) return []
    const name = item.ownText() ?? ''
    const column = findFigure(draft, name)
    if (column) return column
    const known = draft.bodies.columns.keys()
    reportUnknown(draft, item.at, name, 'a figure of the body', known)
    return []
  })
}

/** The figure that decides the status of a body. */
export function readTotal(
  draft: Draft,
  roots: readonly CriterionNode[],
  mistakes: number,
): Column | null {
  const { root } = draft
  const name = root.text('total')
  if (name !== null) {
    const column = findFigure(draft, name)
    if (column) return column
    const known = draft.bodies.columns.keys()
    reportUnknown(
      draft,
      root.path('total'),
      name,
      'a figure of the body',
      known,
    )
    return null
  }
  const [only, second] = roots
  if (only && !second) return only
  if (draft.problems.length + mistakes === 0) {
    draft.report('MISSING_KEY', [], {
      key: 'total',
      why: `The tree has ${roots.length} roots; name the figure that decides the status of a body.`,
    })
  }
  return null
}
