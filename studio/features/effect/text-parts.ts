/**
 * Parts of a methodology file as lines of its text: `indicators.goals`,
 * `rules.late`, `years`. A part of one text can be put in the place of the same
 * part of another, without anything else being touched.
 */
import type { Methodology } from '../../../engine/index.js'

type Source = Methodology['source']
type Tree = Source['tree']
export type Part = readonly string[]

/** The text of one file with parts as another has them; null where they do not stand on lines of their own. */
export function withPartsOf(
  file: Source,
  other: Source,
  parts: readonly Part[],
): string | null {
  const lines = file.text.split('\n')
  const changes: Change[] = []
  for (const part of parts) {
    const change = changeOf(part, file, other)
    if (!change) return null
    changes.push(change)
  }
  for (const { from, to, put } of changes.sort((a, b) => b.from - a.from)) {
    lines.splice(from, to - from, ...put)
  }
  return lines.join('\n')
}

/** Lines from 0, the last one not included. */
interface Range {
  readonly from: number
  readonly to: number
}

interface Change extends Range {
  readonly put: readonly string[]
}

function changeOf(part: Part, file: Source, other: Source): Change | null {
  const [own, theirs] = [isIn(part, file), isIn(part, other)]
  const there = theirs ? rangeOf(part, other) : null
  if (theirs && !there) return null
  const put = there ? other.text.split('\n').slice(there.from, there.to) : []
  const here = own ? rangeOf(part, file) : behind(part, file)
  return here && { ...here, put }
}

/** Where the last line of the section of a part ends. */
function behind(part: Part, file: Source): Range | null {
  const section = part.slice(0, -1)
  if (section.length === 0 || !isIn(section, file)) return null
  const range = rangeOf(section, file)
  return range && { from: range.to, to: range.to }
}

function rangeOf(part: Part, file: Source): Range | null {
  const { line, column } = file.position([...part])
  const start = file.text.split('\n')[line - 1]?.slice(0, column - 1)
  // Inside of braces, or behind another key.
  if (start === undefined || start.trim() !== '') return null
  const end = nextLine(part, file)
  return end > line - 1 ? { from: line - 1, to: end } : null
}

/** The line, from 0, of what follows the part: the next key beside it or around it. */
function nextLine(part: Part, file: Source): number {
  const around = part.slice(0, -1)
  const keys = Object.keys(tableAt(around, file.tree) ?? {})
  const next = keys[keys.indexOf(part.at(-1) ?? '') + 1]
  if (next !== undefined) return file.position([...around, next]).line - 1
  if (around.length > 0) return nextLine(around, file)
  const lines = file.text.split('\n')
  return lines.at(-1) === '' ? lines.length - 1 : lines.length
}

function isIn(part: Part, { tree }: Source): boolean {
  const table = tableAt(part.slice(0, -1), tree)
  return table !== null && Object.hasOwn(table, part.at(-1) ?? '')
}

function tableAt(
  path: Part,
  tree: Tree,
): { readonly [key: string]: Tree } | null {
  let here: Tree | undefined = tree
  for (const key of path) {
    if (!isTable(here)) return null
    here = here[key]
  }
  return isTable(here) ? here : null
}

function isTable(
  tree: Tree | undefined,
): tree is { readonly [key: string]: Tree } {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
}
