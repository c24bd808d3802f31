/** From paths in a methodology to lines and columns of its file. */
import type { LocatedProblem, Problem } from '../errors.js'
import { pathKey, type Path } from '../source/path.js'
import type { Source, Tree } from '../source/source.js'

/** The file with its defaults filled in. */
export interface FilledSource {
  readonly source: Source
  readonly tree: Tree
  readonly borrowed: ReadonlyMap<string, Path>
  /** Path as it was meant -> the misspelt key that stands in the file. */
  readonly renamed: ReadonlyMap<string, string>
  /** Path of an entry made by `each`, or below one -> the place that it was made from. */
  readonly origins: ReadonlyMap<string, Path>
}

/** The place that a path, or the nearest thing above it, was taken from. */
function takenFrom(places: ReadonlyMap<string, Path>, path: Path): Path {
  if (places.size === 0) return path
  for (let length = path.length; length > 0; length -= 1) {
    const from = places.get(pathKey(path.slice(0, length)))
    if (from) return [...from, ...path.slice(length)]
  }
  return path
}

/** Before anything was repeated: the entry with `each`, or the cell of a table. */
export function originOf(file: FilledSource, path: Path): Path {
  return takenFrom(file.origins, path)
}

/** True for a key that `defaults` gave. */
export function isBorrowed(file: FilledSource, path: Path): boolean {
  return file.borrowed.has(pathKey(originOf(file, path)))
}

/** Where the thing at a path of the filled form stands in the file. */
export function writtenPath(file: FilledSource, path: Path): Path {
  const meant = takenFrom(file.borrowed, originOf(file, path))
  if (file.renamed.size === 0) return meant
  return meant.map(
    (step, index) =>
      file.renamed.get(pathKey(meant.slice(0, index + 1))) ?? step,
  )
}

/** Places in the file, in its order; the same mistake twice is said once. */
export function locateAll(
  form: FilledSource,
  problems: readonly Problem[],
): readonly LocatedProblem[] {
  const located = problems.map((found) => locate(form, found))
  const unique = new Map(
    located.map((found) => [
      `${found.line}:${found.column}:${found.code}:${gist(found)}`,
      found,
    ]),
  )
  return [...unique.values()].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  )
}

/** The schema and the builders both look at names; a cell may be read for itself and where it is put. */
function gist({ code, message }: LocatedProblem): string {
  if (code === 'NAME_NOT_ALLOWED') return ''
  if (code !== 'UNKNOWN_NAME') return message
  return message.split('" is not ')[0] ?? message
}

/** Things that a key lacks are shown at the key, wrong values where they stand. */
const AT_VALUE = new Set([
  'WRONG_TYPE',
  'UNKNOWN_NAME',
  'FORMULA_SYNTAX',
  'FORMULA_NOT_ALLOWED',
  'TYPE_MISMATCH',
  'WRONG_ARGUMENTS',
  'UNKNOWN_FUNCTION',
  'SIBLING_TABLE',
])

export function locate(form: FilledSource, found: Problem): LocatedProblem {
  const { source } = form
  const path = writtenPath(form, found.at)
  const position =
    found.position ??
    (AT_VALUE.has(found.code)
      ? source.valuePosition(path)
      : source.position(path))
  const { code, message, with: values } = found
  return {
    file: source.file,
    line: position.line,
    column: position.column,
    code,
    message,
    with: values,
  }
}
