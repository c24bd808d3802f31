/** What a methodology file says, as text: numbers are never read as floats here. */

import type { Plain } from '../text/read-file.js'
import type { Place } from '../text/place.js'
import { isLiteral } from '../text/written.js'

export type FilePart =
  string | null | readonly FilePart[] | { readonly [key: string]: FilePart }

export type FileTable = { readonly [key: string]: FilePart }

const EMPTY: FileTable = {}

export function isTable(part: FilePart | undefined): part is FileTable {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

export function isList(
  part: FilePart | undefined,
): part is readonly FilePart[] {
  return Array.isArray(part)
}

/** @returns undefined where the file says nothing at that place */
export function partAt(root: FilePart, path: Place): FilePart | undefined {
  return path.reduce<FilePart | undefined>((part, step) => {
    if (isTable(part) && typeof step === 'string') {
      return Object.hasOwn(part, step) ? part[step] : undefined
    }
    return isList(part) && typeof step === 'number' ? part[step] : undefined
  }, root)
}

export function tableAt(root: FilePart, path: Place): FileTable {
  const part = partAt(root, path)
  return isTable(part) ? part : EMPTY
}

export function listAt(root: FilePart, path: Place): readonly FilePart[] {
  const part = partAt(root, path)
  return isList(part) ? part : []
}

export function textAt(root: FilePart, path: Place): string | null {
  const part = partAt(root, path)
  return typeof part === 'string' ? part : null
}

/** A null literal is nothing; every other literal is its text. */
export function filePart(plain: Plain): FilePart {
  if (typeof plain === 'string') return plain
  if (isLiteral(plain)) return isNothing(plain.literal) ? null : plain.literal
  if (Array.isArray(plain)) return (plain as readonly Plain[]).map(filePart)
  const table = Object.create(null) as { [key: string]: FilePart }
  for (const [key, each] of Object.entries(plain)) table[key] = filePart(each)
  return table
}

function isNothing(literal: string): boolean {
  return /^(?:~|null|Null|NULL|)$/.test(literal)
}
