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
  const members = new MembersInOrder()
  const texts = bodies.map((body) => canonicalRow(body, members))
  return `{"bodies":[${texts.join(',')}],"year":${JSON.stringify(year)}}`
}

/** The keys in the order of RFC 8785: cells, id, imputed, name, tables. */
function canonicalRow(row: DatasetRow, members: MembersInOrder): string {
  const cells = members.text(row.cells, canonicalValue)
  const imputed =
    row.imputed.size > 0
      ? `"imputed":${members.text(row.imputed, (by) => JSON.stringify(by))},`
      : ''
  const tables = members.text(row.tables, (rows) => {
    if (rows.length === 0) return null
    return `[${rows.map((each) => canonicalRow(each, members)).join(',')}]`
  })
  return `{"cells":${cells},"id":${JSON.stringify(row.id)},${imputed}"name":${JSON.stringify(row.name)},"tables":${tables}}`
}

/** Rows that give their keys in more different orders are sorted each by itself. */
const MOST_LISTS = 1000

/**
 * Writes members by the code units of their keys. The rows of a table have the
 * same keys in the same order, so that each list of keys is sorted once.
 */
class MembersInOrder {
  private readonly known = new Map<string, readonly Key[]>()

  /** What has no text is left out. */
  text<Member>(
    map: ReadonlyMap<string, Member>,
    textOf: (member: Member) => string | null,
  ): string {
    if (map.size === 0) return '{}'
    let text = ''
    for (const { key, json } of this.sorted(map)) {
      const member = map.get(key)
      const own = member === undefined ? null : textOf(member)
      if (own === null) continue
      text += `${text === '' ? '' : ','}${json}:${own}`
    }
    return `{${text}}`
  }

  private sorted(map: ReadonlyMap<string, unknown>): readonly Key[] {
    let list = ''
    for (const key of map.keys()) list += `${key.length}:${key}`
    const known = this.known.get(list)
    if (known) return known
    const keys = [...map.keys()].sort()
    const sorted = keys.map((key) => ({ key, json: JSON.stringify(key) }))
    if (this.known.size < MOST_LISTS) this.known.set(list, sorted)
    return sorted
  }
}

interface Key {
  readonly key: string
  /** As JSON. */
  readonly json: string
}

function canonicalValue(value: Value): string {
  // Decimal text has nothing that JSON would write otherwise.
  if (value.kind === 'number') return `"${decimalText(value.number)}"`
  if (value.kind === 'boolean') return String(value.boolean)
  return JSON.stringify(value.kind === 'word' ? value.word : null)
}
