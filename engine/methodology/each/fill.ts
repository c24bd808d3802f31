/** The entry for one row: every `$column` replaced by the cell of the row. */
import { problem, type Problem } from '../../errors.js'
import { pathKey, type Path } from '../../source/path.js'
import type { Tree } from '../../source/source.js'
import type { WrittenCell, WrittenRow } from '../keyed-table.js'
import { show } from '../structure.js'
import { isTable, tableOf } from '../tables.js'
import {
  columnsIn,
  isFormulaKey,
  isPartOfName,
  literalOf,
  replaceColumns,
  wholeColumn,
} from './column-text.js'
import type { Template } from './template.js'

/** Texts that an entry can do without: an empty cell leaves them out. */
const OPTIONAL = new Set([
  ...['cite', 'act', 'paragraph', 'words'],
  ...['title', 'en', 'kk', 'ru', 'note'],
])

export interface Filling {
  readonly problems: Problem[]
  /** Values that no cell could be put into; they have been reported. */
  readonly broken: Path[]
  /** Path in the entry of the row -> the cell or place that it was taken from. */
  readonly origins: Map<string, Path>
  /** Values and characters that may still be made. */
  readonly room: { values: number; characters: number }
}

/** Fills one entry; what it needs and what it leaves behind goes through `filling`. */
export class RowFiller {
  constructor(
    private readonly template: Template,
    private readonly row: WrittenRow,
    private readonly filling: Filling,
  ) {}

  /** @returns undefined for what an empty cell leaves out */
  fill(tree: Tree, to: Path, from: Path): Tree | undefined {
    if (!mentionsColumn(tree)) return tree
    this.filling.room.values -= 1
    if (typeof tree === 'string') return this.scalar(tree, to, from)
    if (Array.isArray(tree)) {
      return this.list(tree as readonly Tree[], to, from)
    }
    if (!isTable(tree)) return tree
    const filled = Object.entries(tree).flatMap(([key, value]) => {
      const next = this.fill(value, [...to, key], [...from, key])
      return next === undefined ? [] : [[key, next] as const]
    })
    return tableOf(filled)
  }

  /** A text with its columns put in; null where a cell that it needs is not there. */
  text(text: string, from: Path): string | null {
    const isFormula = isFormulaKey(from.at(-1))
    const lost: string[] = []
    const filled = replaceColumns(text, (column, before, after) => {
      const cell = this.cell(column)
      // A list inside a text has been reported where the text stands.
      if (!cell || this.typeOf(column) === 'list') {
        lost.push(column)
        return ''
      }
      if (!isFormula || isPartOfName(before, after)) return cell.text
      const literal = literalOf(cell, this.typeOf(column))
      if (literal !== null) return literal
      lost.push(column)
      this.report('WRONG_TYPE', cell.at, {
        received: show(cell.text),
        expected: `text without quotation marks, because the formula ${text} holds it,`,
      })
      return ''
    })
    this.filling.room.characters -= filled.length
    return lost.length === 0 ? filled : null
  }

  private scalar(text: string, to: Path, from: Path): Tree | undefined {
    const column = wholeColumn(text)
    if (column === null) {
      const isOptional = OPTIONAL.has(String(from.at(-1)))
      if (isOptional && this.lacks(text)) return undefined
      return this.text(text, from) ?? this.lost(to)
    }
    if (this.lacks(text) && OPTIONAL.has(String(from.at(-1)))) return undefined
    const cell = this.cell(column)
    if (!cell) return this.lost(to)
    this.filling.origins.set(pathKey(to), cell.at)
    return cell.tree
  }

  /** A list in a list is one list. */
  private list(items: readonly Tree[], to: Path, from: Path): Tree {
    const made: Tree[] = []
    for (const [index, item] of items.entries()) {
      const at = [...to, made.length]
      const source = [...from, index]
      this.filling.origins.set(pathKey(at), source)
      const next = this.fill(item, at, source)
      if (next === undefined) continue
      if (!Array.isArray(next) || typeof item !== 'string') {
        made.push(next)
        continue
      }
      const cell = this.filling.origins.get(pathKey(at)) ?? source
      for (const [within, each] of (next as readonly Tree[]).entries()) {
        const place = [...to, made.length]
        this.filling.origins.set(pathKey(place), [...cell, within])
        made.push(each)
      }
    }
    return made
  }

  private lost(to: Path): null {
    this.filling.broken.push(to)
    return null
  }

  private lacks(text: string): boolean {
    return columnsIn(text).some((written) => {
      const column = this.template.meant.get(written) ?? ''
      return this.typed(column) && !this.row.cells.has(column)
    })
  }

  private typed(column: string): boolean {
    return this.template.table.columns.has(column)
  }

  private typeOf(written: string) {
    const column = this.template.meant.get(written) ?? ''
    return this.template.table.columns.get(column) ?? 'text'
  }

  /** null where it is missing or has a mistake, which has been reported. */
  private cell(written: string): WrittenCell | null {
    const { table, meant, key } = this.template
    const column = meant.get(written) ?? null
    if (column === null) return null
    const cell = this.row.cells.get(column)
    if (cell) return cell.isBroken ? null : cell
    this.report('TABLE_CELL_MISSING', this.row.at, {
      table: table.name,
      column,
      entry: key,
      isList: table.columns.get(column) === 'list',
    })
    return null
  }

  private report(...[code, at, info]: Parameters<typeof problem>): void {
    this.filling.problems.push(problem(code, at, info))
  }
}

const mentions = new WeakMap<object, boolean>()

/** Whatever names no column is the same for all rows and is not copied. */
function mentionsColumn(tree: Tree): boolean {
  if (typeof tree === 'string') return tree.includes('$')
  if (tree === null || typeof tree !== 'object') return false
  const known = mentions.get(tree)
  if (known !== undefined) return known
  const found = Object.values(tree as { readonly [key: string]: Tree }).some(
    mentionsColumn,
  )
  mentions.set(tree, found)
  return found
}
