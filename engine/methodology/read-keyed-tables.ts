/** Reads the tables of the file before anything is repeated for their rows. */
import {
  problem,
  type Problem,
  type ProblemCode,
  type ProblemInfo,
} from '../errors.js'
import { closest } from '../source/closest.js'
import type { Path } from '../source/path.js'
import type { Entry } from './entry.js'
import { cellFault } from './cell-fault.js'
import {
  columnOfList,
  type CellType,
  type WrittenCell,
  type WrittenRow,
  type WrittenTable,
} from './keyed-table.js'
import { CELL_TYPES } from './schema/keyed-tables.js'
import { isTable } from './tables.js'

export interface ReadTables {
  readonly tables: ReadonlyMap<string, WrittenTable>
  readonly problems: readonly Problem[]
}

/** What does not fit the schema is left to it; a table that it refuses is not usable. */
export function readKeyedTables(root: Entry): ReadTables {
  const reader = new TableReader(root)
  const tables = root
    .entries('tables')
    .map(([name, entry]) => [name, reader.table(name, entry)] as const)
  return { tables: new Map(tables), problems: reader.problems }
}

class TableReader {
  readonly problems: Problem[] = []

  constructor(private readonly root: Entry) {}

  table(name: string, entry: Entry): WrittenTable {
    if (Array.isArray(entry.own())) return this.list(name, entry)
    const { at } = entry
    const untyped = new Set<string>()
    const columns = new Map(
      entry.entries('columns').map(([column, type]) => {
        const word = type.ownText() ?? type.text('type')
        const known = CELL_TYPES.find((each) => each === word)
        if (!known) untyped.add(column)
        return [column, known ?? 'text'] as const
      }),
    )
    const key = this.keyOf(entry, columns)
    const hasRows = Array.isArray(entry.value('rows'))
    if (columns.size === 0 || key.length === 0 || !hasRows) {
      return { name, at, key, columns, rows: [], isUsable: false }
    }
    const shape = { name, key, columns, untyped }
    const read = entry.items('rows').map((row) => this.row(row, shape))
    const rows = this.withoutTwins(read, shape)
    return { name, at, key, columns, rows, isUsable: true }
  }

  /** `blocks: [goals, interaction]`: one column, which is the key. */
  private list(name: string, entry: Entry): WrittenTable {
    const column = columnOfList(name)
    const columns = new Map<string, CellType>([[column, 'text']])
    const list = entry.own() as readonly unknown[]
    const shape = { name, key: [column], columns, untyped: new Set<string>() }
    const rows = list.map((_, index): WrittenRow => {
      const item = entry.item(index)
      const cell = this.cell(item, column, shape)
      const cells = new Map(cell ? [[column, cell]] : [])
      const isBroken = cell === null || cell.isBroken
      return { at: item.at, label: labelOf(cells, shape), cells, isBroken }
    })
    return {
      ...shape,
      at: entry.at,
      rows: this.withoutTwins(rows, shape),
      isUsable: true,
    }
  }

  /** The key columns; one that is misspelt is read as the one that was meant. */
  private keyOf(
    entry: Entry,
    columns: ReadonlyMap<string, CellType>,
  ): readonly string[] {
    const names = [...columns.keys()]
    const at = (index: number): Path =>
      Array.isArray(entry.value('key'))
        ? [...entry.path('key'), index]
        : entry.path('key')
    return entry.texts('key').flatMap((name, index) => {
      const type = columns.get(name)
      if (type === 'list') {
        this.report('WRONG_TYPE', at(index), {
          received: `the list "${name}"`,
          expected: 'a column of single values as the key',
        })
        return []
      }
      if (type !== undefined) return [name]
      if (names.length === 0) return []
      const near = closest(name, names)
      this.report('UNKNOWN_NAME', at(index), {
        name,
        what: `a column of the table (${names.join(', ')})`,
        ...(near === undefined ? {} : { closest: near }),
      })
      return near === undefined ? [] : [near]
    })
  }

  private row(entry: Entry, shape: Shape): WrittenRow {
    const own = entry.own()
    const isList = Array.isArray(own)
    const isReadable = isList || isTable(own)
    const cells = new Map<string, WrittenCell>()
    let isBroken = !isReadable
    const names = [...shape.columns.keys()]
    if (isList && own.length !== names.length) {
      this.report('TABLE_ROW', entry.at, {
        table: shape.name,
        columns: names,
        cells: own.map((_, index) => shown(entry.item(index))),
      })
      isBroken = true
    }
    const given = isList
      ? names.map((name, index) => [name, entry.item(index)] as const)
      : this.named(entry, names, shape)
    for (const [name, item] of given) {
      const cell = isBroken ? trusted(item) : this.cell(item, name, shape)
      if (cell) cells.set(name, cell)
    }
    const lacking = shape.key.find((name) => !cells.has(name))
    if (lacking !== undefined && !isBroken) {
      this.report('TABLE_KEY_MISSING', entry.at, {
        table: shape.name,
        column: lacking,
      })
      isBroken = true
    }
    const label = labelOf(cells, shape)
    return { at: entry.at, label, cells, isBroken }
  }

  /** Cells by name; a column that is misspelt is read as the one that was meant. */
  private named(
    entry: Entry,
    names: readonly string[],
    { name: table }: Shape,
  ): readonly (readonly [string, Entry])[] {
    const keys = entry.keys()
    return keys.flatMap((key) => {
      if (names.includes(key)) return [[key, entry.entry(key)] as const]
      const free = names.filter((name) => !keys.includes(name))
      const near = closest(key, free)
      this.report('UNKNOWN_NAME', entry.path(key), {
        name: key,
        what: `a column of the table "${table}" (${names.join(', ')})`,
        ...(near === undefined ? {} : { closest: near }),
      })
      return near === undefined ? [] : [[near, entry.entry(key)] as const]
    })
  }

  /** null where the cell is empty. */
  private cell(item: Entry, name: string, shape: Shape): WrittenCell | null {
    const tree = item.own()
    if (tree === null || tree === '') return null
    const type = shape.columns.get(name) ?? 'text'
    const isTyped = !shape.untyped.has(name)
    const fault = isTyped ? cellFault(item, type) : null
    if (fault) this.report('WRONG_TYPE', fault.at, fault.info)
    const text = item.ownText() ?? ''
    return { at: item.at, tree, text, isBroken: fault !== null || !isTyped }
  }

  private withoutTwins(
    rows: readonly WrittenRow[],
    { name, key }: Shape,
  ): readonly WrittenRow[] {
    const first = new Map<string, WrittenRow>()
    return rows.map((row) => {
      if (row.isBroken) return row
      const texts = key.map((column) => row.cells.get(column)?.text ?? '')
      const id = JSON.stringify(texts)
      const twin = first.get(id)
      if (!twin) {
        first.set(id, row)
        return row
      }
      this.report('TABLE_KEY_DUPLICATE', row.at, {
        table: name,
        row: row.label,
        first: this.root.line(twin.at),
      })
      // Which of the two was meant is not known.
      return { ...row, isBroken: true }
    })
  }

  private report<C extends ProblemCode>(
    code: C,
    at: Path,
    info: ProblemInfo[C],
  ): void {
    this.problems.push(problem(code, at, info))
  }
}

interface Shape {
  readonly name: string
  readonly key: readonly string[]
  readonly columns: ReadonlyMap<string, CellType>
  /** Columns whose type the schema refuses; nothing is said of their cells. */
  readonly untyped: ReadonlySet<string>
}

/** A cell of a row that has a mistake: good for names and for nothing else. */
function trusted(item: Entry): WrittenCell | null {
  const text = item.ownText()
  return text === null
    ? null
    : { at: item.at, tree: item.own(), text, isBroken: false }
}

function labelOf(
  cells: ReadonlyMap<string, WrittenCell>,
  { key }: Shape,
): string {
  return key.map((column) => cells.get(column)?.text ?? '').join(', ')
}

/** A cell as the reader got it, for a row whose cells do not match the columns. */
function shown(item: Entry): string {
  const own = item.own()
  if (Array.isArray(own)) return `[${own.map(String).join(', ')}]`
  const text = item.ownText() ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
