/**
 * Checked data as canonical JSON (RFC 8785), so that CSV and JSON of the same
 * data have one hash. The text is written at once: of a million bodies the
 * objects would take more room than the data.
 */
import { decimalText } from '../number/text.js'
import type { Value } from '../value.js'
import type { DatasetRow } from './dataset.js'

/** Numbers as decimal text; empty cells and empty tables left out. */
export function canonicalData(
  year: number,
  bodies: readonly DatasetRow[],
): string {
  return `{"bodies":[${bodies.map(canonicalRow).join(',')}],"year":${JSON.stringify(year)}}`
}

/** The keys in the order of RFC 8785: cells, id, imputed, name, tables. */
function canonicalRow(row: DatasetRow): string {
  const cells = members(row.cells, canonicalValue)
  const imputed =
    row.imputed.size > 0
      ? `"imputed":${members(row.imputed, (by) => JSON.stringify(by))},`
      : ''
  const tables = members(row.tables, (rows) =>
    rows.length === 0 ? null : `[${rows.map(canonicalRow).join(',')}]`,
  )
  return `{"cells":${cells},"id":${JSON.stringify(row.id)},${imputed}"name":${JSON.stringify(row.name)},"tables":${tables}}`
}

/** By the code units of their keys; what has no text is left out. */
function members<Member>(
  map: ReadonlyMap<string, Member>,
  textOf: (member: Member) => string | null,
): string {
  let text = ''
  for (const key of sortedKeys(map)) {
    const member = map.get(key)
    const own = member === undefined ? null : textOf(member)
    if (own === null) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${own}`
  }
  return `{${text}}`
}

function sortedKeys(map: ReadonlyMap<string, unknown>): readonly string[] {
  return map.size < 2 ? [...map.keys()] : [...map.keys()].sort()
}

function canonicalValue(value: Value): string {
  // Decimal text has nothing that JSON would write otherwise.
  if (value.kind === 'number') return `"${decimalText(value.number)}"`
  if (value.kind === 'boolean') return String(value.boolean)
  return JSON.stringify(value.kind === 'word' ? value.word : null)
}
