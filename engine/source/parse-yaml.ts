/** YAML text -> data with places. What YAML can do and a rule file must not is refused here. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { problem, type Problem } from '../errors.js'
import { parseDecimal } from '../number/text.js'
import { childKey, pathKey, type Path } from './path.js'
import type { LineRange, Position, Source, Tree } from './source.js'
import { mendLines } from './mend-lines.js'
import { lineNestedTooDeep, MOST_NESTING } from './yaml-depth.js'
import { lexemesOf } from './yaml-document.js'

/** Characters of a methodology file. */
const LONGEST_FILE = 2_000_000

/** Duplicate keys, aliases, tags and the like; with more the file is not looked at further. */
const MOST_REFUSALS = 1_000

export interface ParsedSource {
  readonly source: Source
  readonly problems: readonly Problem[]
  /** Paths whose content is not what the file says, because it said it twice or in a refused way. */
  readonly broken: readonly Path[]
}

/**
 * @param text - a YAML 1.2 document; a byte-order mark is accepted
 * @param unread - whole sections of a text that has no mistakes, which are read as
 * if they were empty lines
 */
export function parseYaml(
  file: string,
  text: string,
  unread: LineRange | null = null,
): ParsedSource {
  if (text.length > LONGEST_FILE) {
    return refuse(file, problem('FILE_TOO_LARGE', [], { length: text.length }))
  }
  const read = unread ? withoutLines(text, unread) : text
  const lexemes = lexemesOf(read)
  const deep = lineNestedTooDeep(lexemes)
  if (deep !== null) {
    const position = { line: deep, column: 1 }
    return refuse(
      file,
      problem('NESTED_TOO_DEEP', [], { most: MOST_NESTING }, position),
    )
  }
  const directive = directiveLine(text)
  if (directive !== null) {
    const words = 'a line that begins with % changes how YAML is read'
    const position = { line: directive, column: 1 }
    return refuse(file, problem('YAML_SYNTAX', [], { words }, position))
  }
  const mended = mendLines(read, lexemes)
  const syntax = mended.faults.map(({ words, position }) =>
    problem('YAML_SYNTAX', [], { words }, position),
  )
  if (mended.isHopeless) return refuse(file, ...syntax)
  const { document, lines } = mended.reading
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const reading = new Reading(position)
  const tree = document.contents
    ? reading.read(document.contents, [], pathKey([]))
    : null
  if (reading.problems.length > MOST_REFUSALS) {
    return refuse(file, ...syntax, ...reading.problems.slice(0, MOST_REFUSALS))
  }
  return {
    source: reading.source(file, text, tree),
    problems: [...syntax, ...reading.problems],
    broken: [...reading.broken, ...mended.emptied.flatMap(reading.keyOnLine)],
  }
}

/** The text with as many lines as before. */
function withoutLines(text: string, { first, last }: LineRange): string {
  const lines = text.split('\n')
  return lines
    .map((line, index) => (index + 1 < first || index + 1 > last ? line : ''))
    .join('\n')
}

/** The line of a YAML directive, which stands before everything but comments; or null. */
function directiveLine(text: string): number | null {
  const before = /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*%/.exec(text)?.[0]
  return before === undefined ? null : before.split('\n').length
}

/** Walks the parsed document once, collecting places, texts and refusals. */
class Reading {
  readonly problems: Problem[] = []
  readonly broken: Path[] = []
  private readonly keys = new Map<string, Position>()
  private readonly values = new Map<string, Position>()
  private readonly texts = new Map<string, string>()

  constructor(private readonly at: (offset: number) => Position) {}

  /** @param id - pathKey(path), made by the caller from that of the parent */
  read(node: Node, path: Path, id: string): Tree {
    const place = this.at(node.range?.[0] ?? 0)
    this.values.set(id, place)
    // Anchors and tags stand before the value, on the line of its key.
    const before = this.keys.get(id) ?? place
    if (before === place) this.keys.set(id, place)
    if (isAlias(node)) {
      return this.refuse('ALIAS_NOT_ALLOWED', path, `*${node.source}`, place)
    }
    if (node.tag !== undefined && isExplicitTag(node)) {
      return this.refuse('TAG_NOT_ALLOWED', path, node.tag, before)
    }
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) {
      // What it marks is still what the file says.
      const received = `&${node.anchor}`
      this.problems.push(
        problem('ALIAS_NOT_ALLOWED', path, { received }, before),
      )
    }
    if (isSeq(node)) {
      return node.items.map((item, index) =>
        this.read(item as Node, [...path, index], childKey(id, index)),
      )
    }
    return isMap(node)
      ? this.readMap(node.items, path, id)
      : this.readScalar(node, id)
  }

  /** The path of the first key of a line. */
  readonly keyOnLine = (line: number): readonly Path[] => {
    for (const [key, place] of this.keys) {
      if (place.line === line) return [JSON.parse(key) as Path]
    }
    return []
  }

  source(file: string, text: string, tree: Tree): Source {
    const find = (places: Map<string, Position>) => (path: Path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const found = places.get(pathKey(path.slice(0, length)))
        if (found) return found
      }
      return { line: 1, column: 1 }
    }
    return {
      file,
      text,
      tree,
      scalarText: (path) => this.texts.get(pathKey(path)),
      position: find(this.keys),
      valuePosition: find(this.values),
    }
  }

  private readMap(
    items: readonly { key: unknown; value: unknown }[],
    path: Path,
    id: string,
  ): Tree {
    const result = Object.create(null) as { [key: string]: Tree }
    for (const { key, value } of items) {
      const keyNode = key as Node
      const place = this.at(keyNode.range?.[0] ?? 0)
      if (!isScalar(keyNode) || keyNode.anchor || isExplicitTag(keyNode)) {
        this.refuse('KEY_NOT_TEXT', path, 'a list, table or alias', place)
        continue
      }
      const name = keyNode.source ?? String(keyNode.value)
      const child = [...path, name]
      const childId = childKey(id, name)
      if (name === '<<') {
        this.refuse('ALIAS_NOT_ALLOWED', path, '<<', place)
      } else if (Object.hasOwn(result, name)) {
        const first = this.keys.get(childId)?.line ?? 1
        this.problems.push(
          problem('DUPLICATE_KEY', child, { key: name, first }, place),
        )
        this.broken.push(child)
      } else {
        this.keys.set(childId, place)
        result[name] = value ? this.read(value as Node, child, childId) : null
      }
    }
    return result
  }

  private readScalar(node: Scalar, id: string): Tree {
    const { value } = node
    const text = typeof value === 'string' ? value : (node.source ?? '')
    const composed = text.normalize('NFC')
    this.texts.set(id, composed)
    if (typeof value === 'string') return composed
    if (typeof value === 'number') {
      // No double holds 1e399, which is a number like others.
      const isHeld = Number.isFinite(value)
      return isHeld && typeof parseDecimal(text) !== 'string' ? value : text
    }
    return typeof value === 'boolean' ? value : null
  }

  private refuse(
    code: 'ALIAS_NOT_ALLOWED' | 'TAG_NOT_ALLOWED' | 'KEY_NOT_TEXT',
    path: Path,
    received: string,
    place: Position,
  ): null {
    this.problems.push(problem(code, path, { received }, place))
    this.broken.push(path)
    return null
  }
}

/** A tag that the author wrote; the parser gives every non-plain string none. */
function isExplicitTag(node: Node): boolean {
  return node.tag !== undefined && node.tag !== ''
}

function refuse(file: string, ...problems: readonly Problem[]): ParsedSource {
  const start = { line: 1, column: 1 }
  return {
    source: {
      file,
      text: '',
      tree: null,
      scalarText: () => undefined,
      position: () => start,
      valuePosition: () => start,
    },
    problems,
    broken: [[]],
  }
}
