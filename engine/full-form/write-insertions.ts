/**
 * Writes keys into the text of a file, which otherwise stays as it is: comments,
 * order and the digits of every number.
 */
import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import { readYaml } from '../source/yaml-document.js'
import type { Path } from '../source/path.js'
import { flowText, type Insertion } from './insertions.js'

/** Where an insertion stands in the new text. */
export interface Written {
  readonly insertion: Insertion
  readonly start: number
  readonly end: number
}

interface Edit {
  readonly at: number
  readonly indent: number
  readonly before: string
  readonly text: string
  readonly after: string
  readonly insertion: Insertion
}

/** What stands before the first key inside braces, and before any other. */
const FIRST = ' '
const NEXT = ', '

/** @param text - of a file without mistakes */
export function writeInsertions(
  text: string,
  insertions: readonly Insertion[],
): { readonly text: string; readonly written: readonly Written[] } {
  const { document } = readYaml(text)
  const root = document.contents as Node
  const cut = defaultsRange(text, root)
  const edits = insertions
    .flatMap((insertion) => editOf(text, root, insertion) ?? [])
    // At one place what belongs further in stands first.
    .sort((a, b) => a.at - b.at || b.indent - a.indent)
  const written: Written[] = []
  let result = ''
  let here = 0
  const copyTo = (end: number) => {
    if (cut && here <= cut[0] && cut[0] < end) {
      result += text.slice(here, cut[0])
      here = cut[1]
    }
    if (here < end) result += text.slice(here, end)
    here = Math.max(here, end)
  }
  for (const [index, edit] of edits.entries()) {
    const { at, before, text: said, after, insertion } = edit
    copyTo(at)
    // The second key of a table that was empty follows the first.
    const isNext = before === FIRST && edits[index - 1]?.at === at
    result += isNext ? NEXT : before
    const start = result.length
    result += said
    written.push({ insertion, start, end: result.length })
    result += after
  }
  copyTo(text.length)
  return { text: result, written }
}

function editOf(text: string, root: Node, insertion: Insertion): Edit | null {
  const map = nodeAt(root, insertion.into)
  if (!isMap(map)) return null
  const value = insertion.text ?? textAt(text, root, insertion.from ?? [])
  const said = `${flowText(insertion.key)}: ${value}`
  const [first] = map.items
  const last = lastPair(map, insertion)
  if (map.flow || !first || !last) {
    const [open = 0] = map.range ?? []
    const at = last ? endOf(last) : open + 1
    const before = last ? NEXT : FIRST
    return { at, indent: 0, before, text: said, after: '', insertion }
  }
  const start = startOf(first.key as Node)
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1)
  const end = endOf(last)
  const line = ' '.repeat(indent)
  // A block of text ends after its last line.
  if (text[end - 1] === '\n') {
    return { at: end, indent, before: line, text: said, after: '\n', insertion }
  }
  const at = lineEnd(text, end)
  return { at, indent, before: `\n${line}`, text: said, after: '', insertion }
}

/** What is said of the whole file stands behind its years. */
function lastPair(map: YAMLMap, { into }: Insertion): Pair | undefined {
  const years = map.items.find(({ key }) => keyText(key as Node) === 'years')
  return into.length === 0 && years ? years : map.items.at(-1)
}

function nodeAt(root: Node, path: Path): Node | null {
  let here: Node | null = root
  for (const step of path) {
    if (isMap(here)) {
      const pair = here.items.find(({ key }) => keyText(key as Node) === step)
      here = (pair?.value ?? null) as Node | null
    } else if (isSeq(here)) {
      here = (here.items[Number(step)] ?? null) as Node | null
    } else return null
  }
  return here
}

function keyText(key: Node): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : ''
}

/** A value as it stands in the file, in one line. */
function textAt(text: string, root: Node, path: Path): string {
  const node = nodeAt(root, path)
  return node ? inOneLine(text, node) : 'null'
}

function inOneLine(text: string, node: Node): string {
  if (isSeq(node)) {
    return `[${node.items.map((item) => inOneLine(text, item as Node)).join(', ')}]`
  }
  if (isMap(node)) {
    const pairs = node.items.map(
      ({ key, value }) =>
        `${inOneLine(text, key as Node)}: ${value ? inOneLine(text, value as Node) : 'null'}`,
    )
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }
  if (!isScalar(node)) return 'null'
  return scalarText(text, node)
}

function scalarText(text: string, node: Scalar): string {
  if (typeof node.value === 'string') {
    const written = text.slice(node.range?.[0], node.range?.[1])
    const isPlain =
      written === node.value && /^[\p{L}\d_ ()./*+-]+$/u.test(written)
    return isPlain && /^[\p{L}_]/u.test(written)
      ? written
      : JSON.stringify(node.value)
  }
  return node.source ?? String(node.value)
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}

/** Where what is written of a pair ends, comments behind it left out. */
function endOf({ key, value }: Pair): number {
  const node = value as Node | null
  const isEmpty =
    node === null || (isScalar(node) && node.range?.[0] === node.range?.[1])
  return endOfNode(isEmpty ? (key as Node) : node)
}

function endOfNode(node: Node): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1)
    if (last) return endOf(last)
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1)
    if (last) return endOfNode(last as Node)
  }
  return node.range?.[1] ?? 0
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  if (end < 0) return text.length
  return text[end - 1] === '\r' ? end - 1 : end
}

/** The lines of `defaults`, whose say has been written out. */
function defaultsRange(
  text: string,
  root: Node,
): readonly [number, number] | null {
  if (!isMap(root) || root.flow) return null
  const index = root.items.findIndex(
    ({ key }) => keyText(key as Node) === 'defaults',
  )
  const pair = root.items[index]
  if (!pair) return null
  const start = startOf(pair.key as Node)
  const end = endOf(pair)
  const next = text[end - 1] === '\n' ? end : lineEnd(text, end)
  const rest = /^(?:\r?\n)+/.exec(text.slice(next))?.[0].length ?? 0
  return [start, next + rest]
}
