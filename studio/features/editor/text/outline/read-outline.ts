/** Text -> outline, by the library `yaml`, read as the engine reads it. */
import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  type CST,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

import type { Literal } from '../written.js'
import type {
  CollectionSpot,
  Entry,
  Outline,
  ScalarStyle,
  Spot,
  SyntaxMistake,
} from './outline.js'
import { rereadOutline } from './reread-outline.js'

/** The texts looked at last: an edit, its check and the form after it read the same ones. */
const recent: Outline[] = []
const MOST_RECENT = 4

export function readOutline(text: string): Outline {
  const index = recent.findIndex((each) => each.text === text)
  const outline = recent[index] ?? reread(text) ?? parseOutline(text)
  if (index >= 0) recent.splice(index, 1)
  recent.unshift(outline)
  recent.length = Math.min(recent.length, MOST_RECENT)
  return outline
}

/** Most texts are the one before with a few letters more or less. */
function reread(text: string): Outline | null {
  const [latest] = recent
  return latest ? rereadOutline(latest, text, parseOutline) : null
}

export function parseOutline(text: string): Outline {
  try {
    const composer = new Composer({
      uniqueKeys: false,
      prettyErrors: false,
      keepSourceTokens: true,
    })
    const tokens = new Parser().parse(text)
    const [first, second] = composer.compose(tokens, true, text.length)
    const document = first as Document.Parsed
    const errors = document.errors.map(({ message, pos: [from, to] }) => ({
      message,
      from,
      to,
    }))
    if (second) {
      const [from, to] = second.range
      errors.push({ message: 'A text holds one document', from, to })
    }
    const { contents } = document
    return { text, root: contents && spotOf(contents, 0), errors }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { text, root: null, errors: [nestedTooDeep(text)] }
  }
}

function nestedTooDeep(text: string): SyntaxMistake {
  return { message: 'Nested too deep', from: 0, to: text.length }
}

/** @param otherwise - where a value stands that is not written */
function spotOf(node: Node | null, otherwise: number): Spot {
  const [from = otherwise, to = otherwise] = node?.range ?? []
  if (isAlias(node)) {
    const value = { literal: `*${node.source}` }
    return { kind: 'alias', from, to, isMarked: true, value }
  }
  if (isMap(node) || isSeq(node)) return collectionOf(node, from, to)
  if (!isScalar(node) || isUnwritten(node)) {
    const value = { literal: 'null' }
    const [at, isMarked] = [otherwise, node !== null && isMarkedNode(node)]
    return {
      kind: 'scalar',
      from: at,
      to: at,
      isMarked,
      style: 'plain',
      value,
    }
  }
  const isMarked = isMarkedNode(node)
  const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain'
  return { kind: 'scalar', from, to, isMarked, style, value: valueOf(node) }
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

function valueOf({ value, source }: Scalar): string | Literal {
  return typeof value === 'string' ? value : { literal: source ?? 'null' }
}

function isUnwritten({ range, type }: Scalar): boolean {
  return (type ?? 'PLAIN') === 'PLAIN' && range?.[0] === range?.[1]
}

/** The library gives every quoted text the tag of no name. */
function isMarkedNode(node: Node): boolean {
  const hasTag = node.tag !== undefined && node.tag !== ''
  return hasTag || ('anchor' in node && Boolean(node.anchor))
}

function collectionOf(
  node: YAMLMap | YAMLSeq,
  from: number,
  to: number,
): CollectionSpot {
  const { srcToken } = node
  const tokens = srcToken && 'items' in srcToken ? srcToken.items : []
  const entries = isMap(node)
    ? node.items.map((pair) => entryOf(pair as Pair<Node, Node | null>))
    : node.items.map((item, index) =>
        itemOf(item as Node, index, tokens[index]),
      )
  const end = entries.at(-1)?.spot.to ?? to
  const isFlow = node.flow === true
  return {
    kind: isMap(node) ? 'map' : 'list',
    from,
    to: isFlow ? to : Math.max(end, from),
    isMarked: isMarkedNode(node),
    isFlow,
    entries,
    lastComma: isFlow ? commaOf(tokens[entries.length]) : null,
    isUnusual:
      srcToken === undefined ||
      (isMap(node) && node.items.some((pair) => isUnusualPair(pair))),
  }
}

type Token = CST.CollectionItem

function isUnusualPair({ key, srcToken }: Pair): boolean {
  if (!isScalar(key) || !srcToken) return true
  const isExplicit = srcToken.start.some((t) => t.type === 'explicit-key-ind')
  return isExplicit || isMarkedNode(key) || key.source === '<<'
}

function entryOf({ key, value, srcToken }: Pair<Node, Node | null>): Entry {
  const [from, keyTo] = key.range ?? [0, 0]
  const colon = srcToken?.sep?.find((each) => each.type === 'map-value-ind')
  const after = colon ? colon.offset + 1 : null
  const name = isScalar(key) ? (key.source ?? String(key.value)) : ''
  const spot = spotOf(value, after ?? keyTo)
  return { key: name, from, keyTo, after, comma: commaOf(srcToken), spot }
}

function itemOf(item: Node, index: number, token: Token | undefined): Entry {
  const dash = token?.start.find((each) => each.type === 'seq-item-ind')
  const after = dash ? dash.offset + 1 : null
  const spot = spotOf(item, after ?? item.range?.[0] ?? 0)
  const from = dash?.offset ?? spot.from
  return { key: index, from, keyTo: from, after, comma: commaOf(token), spot }
}

function commaOf(token: Token | undefined): number | null {
  return token?.start.find((each) => each.type === 'comma')?.offset ?? null
}
