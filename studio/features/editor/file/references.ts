/** Where a file speaks of one of its names: what is renamed or removed with it. */
import { isList, isTable, type FilePart } from './file-part.js'
import { isWithin, type Place } from '../text/place.js'

export interface Reference {
  readonly path: Place
  /** A text in which the name is written, or a key that is the name. */
  readonly kind: 'text' | 'key'
  readonly text: string
}

/** Are read by people alone: a word in them is no name. */
const PROSE: ReadonlySet<string> = new Set([
  ...['title', 'description', 'note', 'cite', 'words', 'calculation', 'unit'],
  ...['source', 'says', 'verification', 'meaning', 'methodology', 'version'],
])

/** Of these sections the keys are names of what is declared elsewhere, or of nothing. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'body',
  'bodies',
  'outputs',
  'history',
  'expect',
])

/** @param own - where the name is declared; what is inside is not listed */
export function findReferences(
  root: FilePart,
  name: string,
  own: Place,
): readonly Reference[] {
  const word = new RegExp(`(?<![A-Za-z0-9_$.])${escaped(name)}(?![A-Za-z0-9_])`)
  const found: Reference[] = []
  walk(root, [], false)
  return found

  function walk(part: FilePart, path: Place, isExample: boolean): void {
    if (path.length > 0 && isWithin(path, own)) return
    if (typeof part === 'string') {
      if (word.test(part)) found.push({ path, kind: 'text', text: part })
      return
    }
    if (isList(part)) {
      part.forEach((each, index) => walk(each, [...path, index], isExample))
      return
    }
    if (!isTable(part)) return
    for (const [key, each] of Object.entries(part)) {
      const below = [...path, key]
      const isNamed = isExample && key === name
      if (isNamed) found.push({ path: below, kind: 'key', text: key })
      if (PROSE.has(key) || (path.length === 0 && SILENT.has(key))) continue
      walk(each, below, isExample || isExampleData(path, key))
    }
  }
}

/** Titles by their paths, and what says nothing of figures. */
const SILENT: ReadonlySet<string> = new Set(['texts', 'act', 'years'])

function isExampleData(path: Place, key: string): boolean {
  return path[0] === 'examples' && ELSEWHERE.has(key)
}

/** A text with one name in the place of another. */
export function withName(text: string, name: string, next: string): string {
  const word = new RegExp(
    `(?<![A-Za-z0-9_$.])${escaped(name)}(?![A-Za-z0-9_])`,
    'g',
  )
  return text.replaceAll(word, () => next)
}

function escaped(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_]/g, '\\$&')
}
