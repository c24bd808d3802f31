/** Reads the cells of all bodies against the inputs, and remembers what is said once for all. */
import type {
  Column,
  InputNode,
  Level,
  Methodology,
} from '../methodology/methodology.js'
import { previousExpressions } from '../history/looked-back.js'
import { closest } from '../source/closest.js'
import type { Value } from '../value.js'
import { checkCell } from './check-cell.js'
import type { DataCode } from './codes.js'
import type { DatasetRow } from './dataset.js'
import {
  imputedColumn,
  nearestImputed,
  NOTHING_IMPUTED,
  readImputed,
} from './imputed-cells.js'
import type { DataProblem } from './problem.js'
import type { RawRow } from './raw.js'

/** The data that are scored, or those of an earlier year. */
export type DataRole = 'current' | 'previous'

/** Where a cell stands. */
export interface Where {
  readonly raw: { readonly place: RawRow['place']; readonly id?: string | null }
  readonly body: string | null
  readonly label: string | null
}

export function problemAt(
  code: DataCode,
  { raw, body, label }: Where,
  column: string | null,
  message: string,
): DataProblem {
  const { file, line } = raw.place
  return { code, file, line, body, row: label, column, message }
}

/** Reads the cells of all bodies, remembering what was said once for all. */
export class DatasetReading {
  readonly problems: DataProblem[] = []
  readonly warnings: DataProblem[] = []
  private readonly inputs = new Map<Level, Map<string, InputNode>>()
  private readonly unknown = new Map<string, string>()
  /** Inputs that data of the year before may hold without anybody looking. */
  private readonly unread = new Set<string>()
  private readonly lacking: {
    readonly input: InputNode
    readonly problem: DataProblem
  }[] = []

  /** Level and input -> in how many rows it has a cell, empty or not. */
  private readonly seen = new Map<InputNode, number>()
  private readonly firstRows = new Map<Level, Where>()

  /** @param role - of data of the year before only what is looked at is read, and none of it must be there */
  constructor(
    private readonly methodology: Methodology,
    private readonly role: DataRole,
    /** Whether an empty cell of the body is an error. */
    private readonly isNeeded: (
      body: string | null,
      input: InputNode,
    ) => boolean = () => true,
  ) {
    const looked = role === 'previous' ? previousInputs(methodology) : null
    for (const node of methodology.nodes) {
      if (node.kind !== 'input') continue
      if (looked && !looked.has(node)) {
        this.unread.add(`${node.level.name}:${node.column}`)
        continue
      }
      const known = this.inputs.get(node.level) ?? new Map<string, InputNode>()
      this.inputs.set(node.level, known.set(node.column, node))
    }
  }

  body(raw: RawRow): DatasetRow {
    return this.row(raw, this.methodology.bodies, raw.id, null)
  }

  private row(
    raw: RawRow,
    level: Level,
    body: string | null,
    label: string | null,
  ): DatasetRow {
    const where = { raw, body, label }
    if (!this.firstRows.has(level)) this.firstRows.set(level, where)
    this.checkId(where)
    const inputs = this.inputs.get(level) ?? new Map<string, InputNode>()
    const cells = new Map<string, Value>()
    for (const [column, cell] of raw.cells) {
      if (imputedColumn(column) !== null) continue
      const input = inputs.get(column)
      if (!input) {
        this.unknownColumn(column, level, [...inputs.keys()], where)
        continue
      }
      this.seen.set(input, (this.seen.get(input) ?? 0) + 1)
      const value = checkCell(cell, input)
      if (value === null) continue
      if ('code' in value) this.report(value.code, where, column, value.message)
      else cells.set(column, value)
    }
    for (const [column, input] of inputs) {
      const given = raw.cells.get(column)
      const isEmpty = given === undefined || given === null
      if (!isEmpty || input.mayBeMissing || this.role === 'previous') continue
      if (!this.isNeeded(body, input)) continue
      const words =
        'the cell is empty; give a value. The methodology does not allow it to be missing.'
      this.lacking.push({
        input,
        problem: problemAt('CELL_REQUIRED', where, column, words),
      })
    }
    const tables = new Map<string, readonly DatasetRow[]>()
    for (const [name, rows] of raw.tables) {
      const below = level.tables.get(name)
      if (!below) {
        this.unknownTable(name, level, where)
        continue
      }
      const ids = new Set(rows.map(({ id }) => id))
      tables.set(
        name,
        rows.map((child, index) => {
          const number = String(index + 1)
          const own = child.id ?? (ids.has(number) ? `#${number}` : number)
          const key = `${name}[${own}]`
          const path = label === null ? key : `${label}.${key}`
          return this.row(child, below, body, path)
        }),
      )
    }
    return {
      id: raw.id,
      name: raw.name,
      label,
      cells,
      imputed: this.imputed(raw, level, where),
      tables,
      place: raw.place,
    }
  }

  private imputed(
    raw: RawRow,
    level: Level,
    where: Where,
  ): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    const inputs = this.inputs.get(level)
    for (const [column, cell] of raw.cells) {
      const name = imputedColumn(column)
      if (name === null || this.unread.has(`${level.name}:${name}`)) continue
      if (!inputs?.has(name)) {
        const near = nearestImputed(name, [...(inputs?.keys() ?? [])])
        this.unknownColumn(
          column,
          level,
          near === undefined ? [] : [near],
          where,
        )
        continue
      }
      const by = readImputed(cell, name, raw)
      if (typeof by === 'string') found.set(name, by)
      else if (by) this.report(by.code, where, column, by.message)
    }
    return found.size === 0 ? NOTHING_IMPUTED : found
  }

  /** What can be said only when all rows have been read. */
  finish(): void {
    const absent = new Set<InputNode>()
    for (const { input, problem } of this.lacking) {
      if ((this.seen.get(input) ?? 0) > 0) this.problems.push(problem)
      else absent.add(input)
    }
    for (const input of absent) this.absentColumn(input)
    this.emptyTables()
  }

  /**
   * The same where bodies are read one by one and nobody sees them all: an
   * empty cell is an error of its row, whether others have the column or not.
   * That a table is empty is said of these bodies, and holds where it is said
   * of all others too.
   */
  finishEach(): void {
    this.problems.push(...this.lacking.map(({ problem }) => problem))
    this.emptyTables()
  }

  private emptyTables(): void {
    if (this.role === 'previous' || this.firstRows.size === 0) return
    const first = this.firstRows.get(this.methodology.bodies)
    for (const [name, level] of this.methodology.bodies.tables) {
      if (this.firstRows.has(level) || !first) continue
      const words = `no body has a row in the table "${name}"; what is computed from it is missing. Give its rows, or leave it so where there are none.`
      this.warnings.push(ofColumn('TABLE_EMPTY', first, name, words))
    }
  }

  private absentColumn(input: InputNode): void {
    const where = this.firstRows.get(input.level)
    if (!where) return
    const { column, level } = input
    const near = closest(column, this.unknownColumns(level))
    const words =
      near === undefined
        ? `no row has the column "${column}"${inTable(level)}, which the methodology needs; add it.`
        : `no row has the column "${column}"${inTable(level)}, which the methodology needs. Is "${near}" meant? Rename it.`
    this.problems.push(ofColumn('COLUMN_MISSING', where, column, words))
  }

  private unknownColumns(level: Level): readonly string[] {
    return [...this.unknown].flatMap(([key, column]) =>
      key === `${level.name}:${column}` ? [column] : [],
    )
  }

  private checkId(where: Where): void {
    const { id } = where.raw
    if (id === null || id === undefined || id.trim() === id) return
    const words = `the id "${id}" begins or ends with a space, so that other data do not find it; take the space away.`
    this.report('ID_SPACES', where, 'id', words)
  }

  private unknownColumn(
    column: string,
    level: Level,
    known: readonly string[],
    where: Where,
  ): void {
    const key = `${level.name}:${column}`
    if (this.unknown.has(key)) return
    this.unknown.set(key, column)
    if (this.unread.has(key)) return
    const near = closest(column, known)
    const asked = near === undefined ? '' : ` Did you mean "${near}"?`
    const words = `the methodology has no input "${column}"${inTable(level)}; the column is not used.${asked}`
    this.warnings.push(ofColumn('COLUMN_UNKNOWN', where, column, words))
  }

  private unknownTable(name: string, level: Level, where: Where): void {
    const key = `${level.name}:${name}[]`
    if (this.unknown.has(key)) return
    this.unknown.set(key, name)
    const near = closest(name, level.tables.keys())
    const asked = near === undefined ? '' : ` Did you mean "${near}"?`
    const words = `the methodology has no table "${name}"${inTable(level)}; its rows are not used.${asked}`
    this.warnings.push(ofColumn('TABLE_UNKNOWN', where, name, words))
  }

  private report(
    code: DataCode,
    where: Where,
    column: string,
    message: string,
  ): void {
    this.problems.push(problemAt(code, where, column, message))
  }
}

function inTable(level: Level): string {
  return level.name === '' ? '' : ` in "${level.name}"`
}

/** What concerns a whole column stands in the header of a CSV file; in JSON where it was first met. */
function ofColumn(
  code: DataCode,
  { raw }: Where,
  column: string,
  message: string,
): DataProblem {
  const { path } = raw.place
  const line = raw.place.line !== null && path === null ? 1 : raw.place.line
  const place = { ...raw.place, line }
  return problemAt(
    code,
    { raw: { place }, body: null, label: null },
    column,
    message,
  )
}

/** The inputs that `previous(x)` and `years_ago` look at. */
function previousInputs(methodology: Methodology): ReadonlySet<Column> {
  return new Set(previousExpressions(methodology).map(({ column }) => column))
}
