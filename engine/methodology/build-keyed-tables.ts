/** The tables of the file, typed, for `lookup`. */
import type { Type } from '../expression/expression.js'
import { parseFraction } from '../number/text.js'
import { numberValue, type Value } from '../value.js'
import { expectedOf, inputType, valueOf } from './build-inputs.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import { rowKey, type KeyedColumn, type KeyedRow } from './keyed-rows.js'
import type { CellType, WrittenRow, WrittenTable } from './keyed-table.js'
import { readCitation } from './reading.js'
import { show } from './structure.js'
import { reportUnknown } from './unknown.js'

export function buildKeyedTables(
  draft: Draft,
  tables: ReadonlyMap<string, WrittenTable>,
): void {
  for (const table of tables.values()) {
    const entry = draft.root.entry('tables').entry(table.name)
    const columns = new Map(
      [...table.columns].flatMap(([name, type]) => {
        if (type === 'list') return []
        return [[name, columnOf(draft, entry, name, type)] as const]
      }),
    )
    const mistakes = draft.problems.length
    const rows = new Map<string, KeyedRow>()
    for (const row of table.rows) {
      if (row.isBroken) continue
      const cells = cellsOf(draft, row, columns)
      const keys = table.key.flatMap((column) => cells.get(column) ?? [])
      // A key with a mistake has been reported, and is not the same as another.
      if (keys.length < table.key.length) continue
      const id = rowKey(keys)
      const twin = rows.get(id)
      if (twin) {
        // Written in two ways, as 1 and 1.0.
        draft.report('TABLE_KEY_DUPLICATE', row.at, {
          table: table.name,
          row: row.label,
          first: twin.line,
        })
      }
      rows.set(id, { line: draft.root.line(row.at), cells })
    }
    const isWhole =
      table.isUsable &&
      draft.problems.length === mistakes &&
      table.rows.every((row) => !row.isBroken && !hasBrokenCell(row))
    const { name, key } = table
    draft.tables.set(
      name,
      isWhole
        ? {
            name,
            title: entry.title('title'),
            cite: readCitation(draft, entry),
            key,
            columns,
            rows,
          }
        : null,
    )
  }
}

function hasBrokenCell(row: WrittenRow): boolean {
  return [...row.cells.values()].some((cell) => cell.isBroken)
}

function columnOf(
  draft: Draft,
  table: Entry,
  name: string,
  type: CellType,
): KeyedColumn {
  const entry = table.entry('columns').entry(name)
  return { type: typeOf(draft, entry, type), unit: entry.text('unit') }
}

function typeOf(draft: Draft, entry: Entry, type: CellType): Type {
  switch (type) {
    case 'number':
    case 'boolean':
    case 'date':
    case 'text':
      return { kind: type }
    case 'level':
      return inputType(draft, entry)
    case 'list':
      return { kind: 'text' }
  }
}

/** As `valueOf`; numbers may be fractions here, as parameters and weights are. */
function cellValue(text: string, type: Type): Value | null {
  if (type.kind !== 'number') return valueOf(text, type)
  const number = parseFraction(text)
  return typeof number === 'string' ? null : numberValue(number)
}

function cellsOf(
  draft: Draft,
  row: WrittenRow,
  columns: ReadonlyMap<string, KeyedColumn>,
): ReadonlyMap<string, Value> {
  const cells = new Map<string, Value>()
  for (const [name, cell] of row.cells) {
    const type = columns.get(name)?.type
    if (!type || cell.isBroken) continue
    const value = cellValue(cell.text, type)
    if (value) cells.set(name, value)
    // Without levels: their scale has a mistake, which has been reported.
    else if (type.kind === 'level' && type.values.length === 0) continue
    else if (type.kind === 'level') {
      reportUnknown(draft, cell.at, cell.text, expectedOf(type), type.values)
    } else {
      const received = show(cell.text)
      const expected = expectedOf(type)
      draft.report('WRONG_TYPE', cell.at, { received, expected })
    }
  }
  return cells
}
