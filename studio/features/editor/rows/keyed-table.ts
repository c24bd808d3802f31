/** A table that stands in the file, as its grid shows it: columns, and rows in whichever way each is written. */
import { CELL_TYPES } from '../../../../engine/index.js'
import { tableAt, textAt, type FilePart } from '../file/file-part.js'
import { readTitle, type WrittenTitle } from '../file/written-title.js'
import { namesAt } from '../forms/form-fields.js'
import type { Place } from '../text/place.js'
import { isNull } from '../text/plain-edits.js'
import type { Plain } from '../text/read-file.js'
import {
  isList,
  isLiteral,
  isSameWritten,
  type Literal,
} from '../text/written.js'

export type CellType = (typeof CELL_TYPES)[number]

export interface TableColumn {
  readonly name: string
  readonly title: WrittenTitle
  readonly type: CellType
  readonly unit: string | null
  readonly isKey: boolean
  /** Nothing else may stand there; empty where the file does not say. */
  readonly choices: readonly (string | Literal)[]
}

/** Undefined where a row by name leaves the column out. */
export type Cell = Plain | undefined

/** `list`: cells in the order of the columns; `table`: by name; `word`: of a plain list of words. */
export type RowForm = 'list' | 'table' | 'word' | 'other'

export interface TableRow {
  readonly index: number
  readonly form: RowForm
  /** One for each column. */
  readonly cells: readonly Cell[]
}

/** What stays the same while cells are typed. */
export interface TableShape {
  readonly place: Place
  /** Of the list of rows. */
  readonly rowsPlace: Place
  readonly columns: readonly TableColumn[]
}

export interface KeyedTable {
  readonly shape: TableShape
  readonly rows: readonly TableRow[]
}

/**
 * @param tree - what the file says, with literals told from texts
 * @param before - rows that have stayed the same are taken from it
 * @returns null for what is no such table
 */
export function keyedTable(
  root: FilePart,
  tree: Plain,
  place: Place,
  before: KeyedTable | null = null,
): KeyedTable | null {
  if (place[0] !== 'tables' || place.length !== 2) return null
  const part = plainAt(tree, place)
  const isWords = part !== undefined && isList(part)
  const rowsPlace = isWords ? place : [...place, 'rows']
  const listed = plainAt(tree, rowsPlace)
  const columns = isWords ? [wordColumn(place)] : columnsOf(root, tree, place)
  if (columns.length === 0) return null
  const items = listed === undefined ? [] : listed
  if (!isPlainList(items)) return null
  const made = { place, rowsPlace, columns }
  const isSameTable = JSON.stringify(before?.shape) === JSON.stringify(made)
  const shape = before && isSameTable ? before.shape : made
  const rows = items.map((item, index) => {
    const row = isWords
      ? { index, form: 'word' as const, cells: [item] }
      : rowOf(item, index, columns)
    const old = isSameTable ? before?.rows[index] : undefined
    return old && isSameRow(old, row) ? old : row
  })
  return { shape, rows }
}

export function cellPlace(
  { rowsPlace, columns }: TableShape,
  { index, form }: TableRow,
  column: number,
): Place {
  const row = [...rowsPlace, index]
  if (form === 'word') return row
  return [...row, form === 'list' ? column : (columns[column]?.name ?? '')]
}

/** What nobody has written, or written as null. */
export function isMissing(cell: Cell): boolean {
  return cell === undefined || isNull(cell)
}

function columnsOf(
  root: FilePart,
  tree: Plain,
  place: Place,
): readonly TableColumn[] {
  const keys = namesAt(root, [...place, 'key'])
  const columns = [...place, 'columns']
  return Object.keys(tableAt(root, columns)).map((name) => {
    const own = [...columns, name]
    const written = textAt(root, own) ?? textAt(root, [...own, 'type'])
    const type = CELL_TYPES.find((each) => each === written) ?? 'text'
    return {
      ...{ name, type, title: readTitle(root, [...own, 'title']) },
      unit: textAt(root, [...own, 'unit']),
      isKey: keys.includes(name),
      choices: choicesOf(root, tree, own),
    }
  })
}

function choicesOf(
  root: FilePart,
  tree: Plain,
  column: Place,
): readonly (string | Literal)[] {
  const values = plainAt(tree, [...column, 'values'])
  if (values !== undefined && isList(values)) return scalarsOf(values)
  const scale = textAt(root, [...column, 'scale'])
  if (scale === null) return []
  const levels = plainAt(tree, ['scales', scale, 'levels'])
  if (levels === undefined || typeof levels === 'string') return []
  if (isList(levels)) return scalarsOf(levels)
  return isLiteral(levels) ? [] : Object.keys(levels)
}

function scalarsOf(list: readonly Plain[]): readonly (string | Literal)[] {
  return list.filter((each) => typeof each === 'string' || isLiteral(each))
}

/** As the engine names it: the table without a last s. */
function wordColumn(place: Place): TableColumn {
  const table = String(place.at(-1))
  const name = /.s$/.test(table) ? table.slice(0, -1) : table
  return {
    ...{ name, title: {}, type: 'text', unit: null },
    ...{ isKey: true, choices: [] },
  }
}

function rowOf(
  item: Plain,
  index: number,
  columns: readonly TableColumn[],
): TableRow {
  if (isPlainList(item)) {
    return { index, form: 'list', cells: columns.map((_, at) => item[at]) }
  }
  if (typeof item === 'string' || isLiteral(item)) {
    return { index, form: 'other', cells: columns.map(() => undefined) }
  }
  const cells = columns.map(({ name }) => item[name])
  return { index, form: 'table', cells }
}

function isSameRow(one: TableRow, other: TableRow): boolean {
  return (
    one.form === other.form &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, at) => isSameCell(cell, other.cells[at]))
  )
}

function isSameCell(one: Cell, other: Cell): boolean {
  if (one === undefined || other === undefined) return one === other
  return isSameWritten(one, other)
}

function plainAt(tree: Plain, place: Place): Plain | undefined {
  return place.reduce<Plain | undefined>((part, step) => {
    if (part === undefined || typeof part === 'string' || isLiteral(part)) {
      return undefined
    }
    return isList(part) ? part[Number(step)] : part[step]
  }, tree)
}

function isPlainList(part: Plain): part is readonly Plain[] {
  return isList(part)
}
