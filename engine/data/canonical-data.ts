/** Checked data as plain JSON in one form, so that CSV and JSON of the same data have one hash. */
import { decimalText } from '../number/text.js'
import type { Value } from '../value.js'
import type { DatasetRow } from './dataset.js'

/** Numbers as decimal text; empty cells and empty tables left out. */
export function canonicalData(
  year: number,
  bodies: readonly DatasetRow[],
): unknown {
  return { year, bodies: bodies.map(canonicalRow) }
}

function canonicalRow(row: DatasetRow): unknown {
  const cells = [...row.cells].map(
    ([column, value]) => [column, canonicalValue(value)] as const,
  )
  const tables = [...row.tables].flatMap(([name, rows]) =>
    rows.length === 0 ? [] : [[name, rows.map(canonicalRow)] as const],
  )
  return {
    id: row.id,
    name: row.name,
    cells: Object.fromEntries(cells),
    ...(row.imputed.size > 0
      ? { imputed: Object.fromEntries(row.imputed) }
      : {}),
    tables: Object.fromEntries(tables),
  }
}

function canonicalValue(value: Value): unknown {
  if (value.kind === 'number') return decimalText(value.number)
  if (value.kind === 'boolean') return value.boolean
  return value.kind === 'word' ? value.word : null
}
