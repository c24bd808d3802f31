/** What a methodology withholds, by name: read off its file, so that it says nothing about data. */
import type { Methodology, Node } from '../methodology/methodology.js'
import { restrictionOf } from './restriction.js'
import type { RestrictedResult } from './shown-result.js'

export function withheldNames(
  methodology: Methodology,
): Omit<RestrictedResult, 'hashes'> {
  const { inputs, hides, hidesFigure } = restrictionOf(methodology)
  const { nodes, outputs, rules, rankings, populations } = methodology
  const figures = nodes.filter(
    (node) => isFigure(node) && (hides(node) || isOutputHidden(node)),
  )
  return {
    inputs: inputs.map(({ name }) => name),
    figures: figures.map(({ name }) => name),
    // The rules of one entry that was repeated have one name.
    rules: [
      ...new Set(
        rules.filter(hides).map(({ rule, template }) => template ?? rule),
      ),
    ],
    rankings: rankings.filter(hides).map(({ ranking }) => ranking),
    populations: populations.filter(hides).map(({ population }) => population),
  }

  function isOutputHidden(node: Node): boolean {
    return outputs.some((output) => output === node && hidesFigure(output))
  }
}

/** What a file names and people look for; inputs are listed apart. */
function isFigure({ kind }: Node): boolean {
  return (
    kind === 'computed' ||
    kind === 'criterion' ||
    kind === 'deduction' ||
    kind === 'indicator'
  )
}
