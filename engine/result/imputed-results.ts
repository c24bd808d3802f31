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
  const own = [...row.imputed]
    .map(([column, by]) => ({ column, row: row.label, by }))
    .sort((a, b) => (a.column < b.column ? -1 : 1))
  return [...own, ...[...row.tables.values()].flat().flatMap(imputedOutside)]
}
