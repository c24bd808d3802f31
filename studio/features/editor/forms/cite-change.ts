/** A citation is a paragraph as text, or a table once it says more. */
import { isTable, partAt, type FilePart } from '../file/file-part.js'
import type { Place } from '../text/place.js'
import type { Written } from '../text/written.js'

export type CitePart = 'paragraph' | 'act' | 'words'

export type CiteChange =
  | { readonly kind: 'set'; readonly path: Place; readonly value: Written }
  | { readonly kind: 'remove'; readonly path: Place }

/** @param text - empty for nothing */
export function citeChange(
  root: FilePart,
  path: Place,
  key: CitePart,
  text: string,
): CiteChange {
  const part = partAt(root, path)
  if (isTable(part)) {
    const others = Object.keys(part).filter((each) => each !== key)
    if (text !== '') return { kind: 'set', path: [...path, key], value: text }
    return others.length === 0
      ? { kind: 'remove', path }
      : { kind: 'remove', path: [...path, key] }
  }
  if (key === 'paragraph') {
    return text === ''
      ? { kind: 'remove', path }
      : { kind: 'set', path, value: text }
  }
  const paragraph = typeof part === 'string' ? { paragraph: part } : {}
  return { kind: 'set', path, value: { ...paragraph, [key]: text } }
}
