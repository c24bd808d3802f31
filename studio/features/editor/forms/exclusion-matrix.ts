/**
 * Which bodies are outside of which blocks, where a file has that as a table
 * whose rows a rule repeats: one row for each body, and a column that lists the
 * blocks.
 */
import {
  isList,
  isTable,
  listAt,
  partAt,
  tableAt,
  textAt,
  type FilePart,
} from '../file/file-part.js'
import type { Place } from '../text/place.js'
import type { WrittenTitle } from '../file/written-title.js'
import { criteriaTree, flatTree } from '../tree/criteria-tree.js'
import { inLine } from './form-fields.js'

export interface ExclusionMatrix {
  /** The column that lists the blocks. */
  readonly column: string
  readonly blocks: readonly MatrixBlock[]
  readonly rows: readonly MatrixRow[]
}

export interface MatrixBlock {
  readonly key: string
  readonly title: WrittenTitle
}

export interface MatrixRow {
  readonly body: string
  /** Of the list of blocks in the file. */
  readonly path: Place
  readonly outside: readonly string[]
  /** Of the act; null where it has none. */
  readonly words: string | null
}

/** @returns null for a table by which no rule excludes from what its rows list */
export function exclusionMatrix(
  root: FilePart,
  path: Place,
): ExclusionMatrix | null {
  const [section, name] = path
  if (section !== 'tables' || name === undefined) return null
  const column = excludedColumn(root, String(name))
  const table = tableAt(root, path)
  const columns = Object.keys(tableAt(table, ['columns']))
  const key = textAt(table, ['key'])
  if (column === null || key === null || !columns.includes(column)) return null
  const rows = listAt(table, ['rows']).map((row, index) => {
    const cell = (each: string) =>
      isList(row) ? row[columns.indexOf(each)] : partAt(row, [each])
    const step = isTable(row) ? column : columns.indexOf(column)
    const words = cell('words')
    return {
      body: inLine(cell(key) ?? null),
      path: [...path, 'rows', index, step],
      outside: namesOf(cell(column) ?? null),
      words: words === undefined || words === '' ? null : inLine(words),
    }
  })
  const named = new Set(rows.flatMap(({ outside }) => outside))
  return { column, blocks: blocksOf(root, named), rows }
}

/** The list of a row with one block more, or one fewer; in the order of the blocks. */
export function toggled(
  { blocks }: ExclusionMatrix,
  { outside }: MatrixRow,
  block: string,
): readonly string[] {
  const isOutside = outside.includes(block)
  const known = blocks.map(({ key }) => key)
  const others = outside.filter((each) => !known.includes(each))
  const next = known.filter((each) =>
    each === block ? !isOutside : outside.includes(each),
  )
  return [...next, ...others]
}

/** The column that a rule of the table excludes by: `exclude: { criterion: $column }`. */
function excludedColumn(root: FilePart, name: string): string | null {
  for (const rule of Object.values(tableAt(root, ['rules']))) {
    const each = textAt(rule, ['each']) ?? textAt(rule, ['each', 'table'])
    const criterion = textAt(rule, ['exclude', 'criterion'])
    if (each === name && criterion?.startsWith('$')) {
      return criterion.replaceAll(/[${}]/g, '')
    }
  }
  return null
}

/** Those that have a common criterion with one that is named, in the order of the tree. */
function blocksOf(
  root: FilePart,
  named: ReadonlySet<string>,
): readonly MatrixBlock[] {
  const tree = criteriaTree(root)
  const families = flatTree(tree).flatMap(({ children }) =>
    children.some(({ key }) => named.has(key)) ? children : [],
  )
  const blocks = families.length > 0 ? families : (tree[0]?.children ?? [])
  return blocks.map(({ key, title }) => ({ key, title }))
}

function namesOf(part: FilePart): readonly string[] {
  if (isList(part)) return part.map(inLine)
  return part === null || part === '' ? [] : [inLine(part)]
}
