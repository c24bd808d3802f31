/** Every value of a body that was not observed: imputed outside, or by a step. */
import type { DatasetRow } from '../data/dataset.js'
import { filledBy } from '../evaluation/imputed.js'
import type { Row } from '../evaluation/row.js'
import type { Run } from '../evaluation/run.js'
import type { BodyResult } from './score-result.js'

export function imputedOf(run: Run, body: Row): BodyResult['imputed'] {
  const outside = body.given ? imputedOutside(body.given) : []
  const byStep = run.methodology.nodes.flatMap((node) => {
    if (node.kind !== 'step') return []
    const by = filledBy(node, body)
    return by === null ? [] : [{ column: node.indicator.name, row: null, by }]
  })
  return [...outside, ...byStep]
}

function imputedOutside(row: DatasetRow): BodyResult['imputed'] {
  const found: BodyResult['imputed'][number][] = []
  gather(row, found)
  return found
}

/** Row by row without a list for each: most rows of most bodies have nothing imputed. */
function gather(
  { imputed, label, tables }: DatasetRow,
  found: BodyResult['imputed'][number][],
): void {
  if (imputed.size > 0) {
    const own = [...imputed].sort(([a], [b]) => (a < b ? -1 : 1))
    found.push(...own.map(([column, by]) => ({ column, row: label, by })))
  }
  for (const rows of tables.values()) {
    for (const below of rows) gather(below, found)
  }
}
