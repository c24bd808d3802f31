/** Figures that are given for indicators from which a rule excludes the body. */
import type { DataProblem } from '../data/problem.js'
import { rowProblem } from '../data/row-problem.js'
import { exclusionBy } from '../evaluation/membership.js'
import type { Run } from '../evaluation/run.js'

export function unusedCells(run: Run): readonly DataProblem[] {
  return run.methodology.nodes.flatMap((node) => {
    if (node.kind !== 'indicator' || node.exclusions.length === 0) return []
    const { column } = node.input
    return run.bodies.flatMap((body) => {
      if (!body.given?.cells.has(column)) return []
      const found = exclusionBy(body, node.exclusions, node.name)
      if (found.kind !== 'excluded') return []
      const { rule, citation } = found.exclusion
      const words = `is not used: rule "${rule}" excludes the body from it (${citation}). Empty the cell, or mend what the rule looks at.`
      return [rowProblem('CELL_NOT_USED', body, column, words)]
    })
  })
}
