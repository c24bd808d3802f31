/** An entry of a file as material: as it is written, with its comments. */
import { CST, Lexer } from 'yaml'

import { columnOf, lineStart, nextLine, shiftLines } from '../layout/lines.js'
import { endOf, regionOf } from '../layout/region.js'
import type { CollectionSpot, Entry } from '../outline/outline.js'
import { plainOf } from '../read-file.js'
import { flowText } from './lay-out.js'
import type { Material } from './material.js'
import { quoteKey } from './quote-text.js'

/** @param entry - of the collection */
export function movedMaterial(
  text: string,
  spot: CollectionSpot,
  entry: Entry,
): Material {
  const isItem = spot.kind === 'list'
  const lines = spot.isFlow
    ? linesOfFlow(text, entry, isItem)
    : linesOfBlock(text, spot, spot.entries.indexOf(entry))
  const hasComments = !spot.isFlow && hasComment(lines)
  return {
    key: isItem ? null : String(entry.key),
    isCollection: 'entries' in entry.spot,
    isShort: spot.isFlow,
    flow: hasComments ? null : inOneLine(text, spot, entry, isItem),
    lines: () => lines,
  }
}

function linesOfBlock(
  text: string,
  spot: CollectionSpot,
  index: number,
): readonly string[] {
  const { from, to, column, isInline } = regionOf(text, spot, index)
  const whole = isInline
    ? ' '.repeat(column) + text.slice(from, to)
    : text.slice(from, to)
  const lines = whole.replace(/\r?\n$/, '').split(/\r?\n/)
  return shiftLines(lines, -column)
}

/** What stood inside braces gets a line, or lines, of its own. */
function linesOfFlow(
  text: string,
  entry: Entry,
  isItem: boolean,
): readonly string[] {
  const written = text.slice(entry.from, endOf(entry))
  const [first = '', ...rest] = written.split(/\r?\n/)
  const start = lineStart(text, entry.from)
  const indent = text.slice(start, nextLine(text, start)).search(/\S/)
  const set = shiftLines(rest, -Math.min(indent, columnOf(text, entry.from)))
  return isItem ? [`- ${first}`, ...shiftLines(set, 2)] : [first, ...set]
}

/** In braces it stands as it did, and lines of a block are written anew. */
function inOneLine(
  text: string,
  spot: CollectionSpot,
  entry: Entry,
  isItem: boolean,
): string {
  if (spot.isFlow) return text.slice(entry.from, endOf(entry))
  const { spot: value } = entry
  const written = text.slice(value.from, value.to)
  const isKept = 'isFlow' in value && value.isFlow
  const flow = isKept ? written : flowText(plainOf(value))
  return isItem ? flow : `${quoteKey(String(entry.key), 'flow')}: ${flow}`
}

/** A text of the file may hold the sign of a comment as well; the pieces of YAML tell them apart. */
function hasComment(lines: readonly string[]): boolean {
  let isText = false
  for (const lexeme of new Lexer().lex(lines.join('\n'))) {
    if (!isText && lexeme.startsWith('#')) return true
    isText = lexeme === CST.SCALAR
  }
  return false
}
