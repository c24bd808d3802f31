/** What a file says, for people to read: every figure and word as its text, with the path at which it stands. */
import type { Loaded } from '../../../../engine/index.js'
import type { FileTitle } from '../../../language/title-text.js'

type Source = Loaded['source']
type Step = string | number

export type FileValue = TextValue | ListValue | TableValue

export interface TextValue {
  readonly kind: 'text'
  readonly path: readonly Step[]
  readonly text: string
  /** Nothing is said, or it is said that there is nothing. */
  readonly isNull: boolean
}

export interface ListValue {
  readonly kind: 'list'
  readonly path: readonly Step[]
  readonly items: readonly FileValue[]
}

export interface TableValue {
  readonly kind: 'table'
  readonly path: readonly Step[]
  readonly entries: ReadonlyMap<string, FileValue>
}

export function fileValue(source: Source): FileValue {
  return valueAt(source, source.tree, [])
}

function valueAt(
  source: Source,
  tree: Source['tree'],
  path: readonly Step[],
): FileValue {
  if (Array.isArray(tree)) {
    const items = (tree as readonly Source['tree'][]).map((item, index) =>
      valueAt(source, item, [...path, index]),
    )
    return { kind: 'list', path, items }
  }
  if (typeof tree === 'object' && tree !== null) {
    const entries = Object.entries(tree).map(
      ([key, value]) => [key, valueAt(source, value, [...path, key])] as const,
    )
    return { kind: 'table', path, entries: new Map(entries) }
  }
  const text = source.scalarText(path) ?? String(tree)
  return { kind: 'text', path, text, isNull: tree === null }
}

/** Of a table; undefined for what is none or lacks the key. */
export function entryOf(
  value: FileValue | undefined,
  key: string,
): FileValue | undefined {
  return value?.kind === 'table' ? value.entries.get(key) : undefined
}

export function textOf(value: FileValue | undefined): string | null {
  return value?.kind === 'text' ? value.text : null
}

/** The entries that are tables, by their names. */
export function namedTables(
  value: FileValue | undefined,
): readonly (readonly [string, TableValue])[] {
  if (value?.kind !== 'table') return []
  return [...value.entries].flatMap(([name, entry]) =>
    entry.kind === 'table' ? [[name, entry] as const] : [],
  )
}

/** A text in one language or in several; text without a language is English. */
export function titleOf(value: FileValue | undefined): FileTitle {
  if (value?.kind === 'text') return { en: value.text }
  if (value?.kind !== 'table') return null
  const text = (language: string) =>
    textOf(value.entries.get(language)) ?? undefined
  return { en: text('en'), kk: text('kk'), ru: text('ru') }
}

/** With what stands for it under `texts`, at the end of the file. */
export function translated(
  root: FileValue,
  value: FileValue | undefined,
): FileTitle {
  const own = titleOf(value)
  if (!value || own === null) return own
  const path = value.path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1)
  const texts = entryOf(root, 'texts')
  const later = (language: 'en' | 'kk' | 'ru') =>
    textOf(entryOf(entryOf(texts, language), path)) ?? own[language]
  return { en: later('en'), kk: later('kk'), ru: later('ru') }
}
