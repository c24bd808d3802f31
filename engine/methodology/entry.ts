/**
 * Reads the keys of one entry of the file. The structure has been held against
 * the schema before; what does not fit it is absent here and reported there.
 */
import type { LocatedProblem, Problem } from '../errors.js'
import { parseDecimal, parseFraction } from '../number/text.js'
import type { Numeric } from '../number/numeric.js'
import { pathText, type Path } from '../source/path.js'
import type { Tree } from '../source/source.js'
import { isTable } from './tables.js'
import { isBorrowed, locate, writtenPath, type FilledSource } from './locate.js'
import type { Title } from './methodology.js'

export class Entry {
  constructor(
    private readonly file: FilledSource,
    readonly at: Path,
    private readonly tree: Tree,
  ) {}

  /** Where the key stands, or the entry that should hold it. */
  path(key: string | number): Path {
    return [...this.at, key]
  }

  has(key: string): boolean {
    return this.value(key) !== undefined
  }

  /** True where the entry says it itself and does not take it from `defaults`. */
  says(key: string): boolean {
    return this.has(key) && !isBorrowed(this.file, this.path(key))
  }

  /** The key that stands in the file, where the entry is one of many made from it; else null. */
  template(): string | null {
    if (this.file.origins.size === 0) return null
    const written = writtenPath(this.file, this.at).at(-1)
    return written === this.at.at(-1) ? null : String(written)
  }

  /** True where the entry says nothing itself: it is empty, or no table. */
  isEmpty(): boolean {
    return !this.keys().some((key) => this.says(key))
  }

  value(key: string): Tree | undefined {
    return isTable(this.tree) && Object.hasOwn(this.tree, key)
      ? this.tree[key]
      : undefined
  }

  keys(): readonly string[] {
    return isTable(this.tree) ? Object.keys(this.tree) : []
  }

  entry(key: string): Entry {
    return new Entry(this.file, this.path(key), this.value(key) ?? null)
  }

  /** The entries of a keyed table, in the order of the file. */
  entries(key: string): readonly (readonly [string, Entry])[] {
    const table = this.entry(key)
    return table.keys().map((name) => [name, table.entry(name)] as const)
  }

  /** The items of a list. */
  items(key: string): readonly Entry[] {
    const list = this.value(key)
    const entry = this.entry(key)
    return Array.isArray(list) ? list.map((_, index) => entry.item(index)) : []
  }

  /** What the entry itself holds. */
  own(): Tree {
    return this.tree
  }

  item(index: number): Entry {
    const list = this.tree
    const tree = Array.isArray(list) ? (list as readonly Tree[])[index] : null
    return new Entry(this.file, this.path(index), tree ?? null)
  }

  /** The line of the file on which a path stands. */
  line(path: Path): number {
    return this.file.source.position(writtenPath(this.file, path)).line
  }

  /** Where a problem of the file stands. */
  locate(found: Problem): LocatedProblem {
    return locate(this.file, found)
  }

  /** The scalar that the entry itself is, as text. */
  ownText(): string | null {
    return textOf(this.file, this.at, this.tree)
  }

  /** A scalar as its text in the file; null where it is absent or no scalar. */
  text(key: string): string | null {
    return textOf(this.file, this.path(key), this.value(key) ?? null)
  }

  /** One name or several, as a list. */
  texts(key: string): readonly string[] {
    const single = this.text(key)
    if (single !== null) return [single]
    return this.items(key).flatMap((item) => item.ownText() ?? [])
  }

  flag(key: string): boolean | null {
    const value = this.value(key)
    return typeof value === 'boolean' ? value : null
  }

  whole(key: string): number | null {
    const value = this.value(key)
    return typeof value === 'number' && Number.isSafeInteger(value)
      ? value
      : null
  }

  decimal(key: string): Numeric | null {
    return numberOrNull(parseDecimal((this.text(key) ?? '').trim()))
  }

  fraction(key: string): Numeric | null {
    return numberOrNull(parseFraction(this.text(key) ?? ''))
  }

  /** Text by language, with the longer translations from `texts`. */
  title(key: string): Title {
    const value = this.value(key)
    const own: Title = isTable(value)
      ? value
      : typeof value === 'string'
        ? { en: value }
        : {}
    const path = pathText(this.path(key))
    const further = ['en', 'kk', 'ru'].flatMap((language) => {
      const text = this.translation(language, path)
      return text === undefined ? [] : [[language, text] as const]
    })
    return { ...own, ...Object.fromEntries(further) }
  }

  private translation(language: string, path: string): string | undefined {
    const { tree } = this.file
    const texts = isTable(tree) ? tree['texts'] : undefined
    const table = isTable(texts) ? texts[language] : undefined
    const text =
      isTable(table) && Object.hasOwn(table, path) ? table[path] : undefined
    return typeof text === 'string' ? text : undefined
  }
}

function textOf(file: FilledSource, path: Path, value: Tree): string | null {
  if (value === null || typeof value === 'object') return null
  // Texts of an entry that is repeated differ from what the file says of all.
  if (typeof value === 'string') return value
  return file.source.scalarText(writtenPath(file, path)) ?? String(value)
}

function numberOrNull(value: Numeric | string): Numeric | null {
  return typeof value === 'string' ? null : value
}
