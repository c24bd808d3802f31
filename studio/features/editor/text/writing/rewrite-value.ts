/** Puts another value where one stands, written in the way of the old one where that can be. */
import { EditRefused } from '../edit-refused.js'
import { indentStep } from '../layout/indent-step.js'
import {
  columnOf,
  isBlankLine,
  lineBreakOf,
  lineEnd,
  nextLine,
  shiftLines,
} from '../layout/lines.js'
import { isInFlow, type Way } from '../outline/find-spot.js'
import type { Entry, Outline, ScalarSpot, Spot } from '../outline/outline.js'
import type { Place } from '../place.js'
import type { TextChange } from '../text-change.js'
import { isLiteral, type Written } from '../written.js'
import { blockText } from './block-text.js'
import { blockOf, replaceBlock } from './empty-collection.js'
import { collectionLines, fitsOneLine, flowText, isScalar } from './lay-out.js'
import { isPlainLiteral, quoteText, type Surroundings } from './quote-text.js'

/** @param way - to a value that is there, be it written as nothing */
export function rewriteValue(
  outline: Outline,
  place: Place,
  way: Way,
  spot: Spot,
  value: Written,
): readonly TextChange[] {
  const { text } = outline
  const entry = way.steps.at(-1)?.entry ?? null
  const surroundings = isInFlow(way) ? 'flow' : 'block'
  if (!isScalar(value) && !fitsOneLine(value) && surroundings === 'block') {
    return blockInstead(outline, place, entry, spot, value)
  }
  const block =
    entry && surroundings === 'block'
      ? asBlockText(text, entry, spot, value)
      : null
  if (block) return block
  const insert = inOneLine(place, spot, value, surroundings)
  return inPlaceOf(text, entry, spot, insert)
}

function inOneLine(
  place: Place,
  spot: Spot,
  value: Written,
  surroundings: Surroundings,
): string {
  if (typeof value === 'string') {
    const style = spot.kind === 'scalar' ? spot.style : 'plain'
    return quoteText(value, surroundings, style)
  }
  if (isLiteral(value) && !isPlainLiteral(value.literal, surroundings)) {
    throw new EditRefused('LITERAL_NOT_PLAIN', place)
  }
  return flowText(value)
}

/** @param insert - in one line */
function inPlaceOf(
  text: string,
  entry: Entry | null,
  spot: Spot,
  insert: string,
): readonly TextChange[] {
  const { from, to } = spot
  if ('entries' in spot) {
    return spot.isFlow || spot.entries.length === 0
      ? [{ from, to, insert }]
      : replaceBlock(text, spot, entry, insert)
  }
  if (from === to) {
    const colon = entry?.after === null ? ':' : ''
    return [{ from, to, insert: `${colon} ${insert}` }]
  }
  if (spot.kind !== 'scalar' || !isBlockText(spot))
    return [{ from, to, insert }]
  // What a block of text ends with is the line break of its last line.
  const head = text.slice(from, lineEnd(text, from))
  const comment = /\s#.*$/.exec(head)?.[0] ?? ''
  const eol = text[to - 1] === '\n' ? lineBreakOf(text) : ''
  return [{ from, to, insert: insert + comment + eol }]
}

function isBlockText({ style }: ScalarSpot): boolean {
  return style === 'literal' || style === 'folded'
}

/** Text of several lines stays, or becomes, a block of text; null where it cannot be one. */
function asBlockText(
  text: string,
  entry: Entry,
  spot: Spot,
  value: Written,
): readonly TextChange[] | null {
  if (spot.kind !== 'scalar' || typeof value !== 'string') return null
  const isBlock = isBlockText(spot)
  const isNew = spot.style === 'plain' && value.includes('\n')
  if ((!isBlock && !isNew) || entry.after === null) return null
  const eol = lineBreakOf(text)
  const column = columnOf(text, entry.from)
  const old = isBlock ? indentOf(text, spot) : null
  const indent = Math.max(1, (old ?? column + 2) - column)
  const style = spot.style === 'folded' ? 'folded' : 'literal'
  const block = blockText(value, style, indent)
  if (!block) return null
  // Blank lines behind it would become its own.
  const behind = isBlock ? spot.to : nextLine(text, spot.to)
  if (block.marks.endsWith('+') && isBlankLine(text, behind)) return null
  const lines = shiftLines(block.lines, column + indent).join(eol)
  const sign = style === 'folded' ? '>' : '|'
  if (!isBlock) {
    // A comment behind the value stays on the line of the key.
    const line = lineEnd(text, spot.to)
    const head = ` ${sign}${block.marks}`
    const rest = text.slice(spot.to, line)
    if (/^\s*\S/.test(rest) && !/^\s+#/.test(rest)) return null
    return [
      {
        from: entry.after,
        to: line,
        insert: head + rest.trimEnd() + eol + lines,
      },
    ]
  }
  const head = text.slice(spot.from, lineEnd(text, spot.from))
  const comment = /^\S+(.*)$/.exec(head)?.[1] ?? ''
  const isEnded = text[spot.to - 1] === '\n' || !block.marks.endsWith('-')
  const insert =
    sign + block.marks + comment + eol + lines + (isEnded ? eol : '')
  return [{ from: spot.from, to: spot.to, insert }]
}

/** Of the first line of a block of text that says something. */
function indentOf(text: string, { from, to }: ScalarSpot): number | null {
  const marks = /^[|>][-+]?(\d)/.exec(text.slice(from, to))
  if (marks) return null
  const first = /\n( *)[^\s]/.exec(text.slice(from, to))
  return first?.[1]?.length ?? null
}

/** Lines of a block behind the key or dash, in place of what was there. */
function blockInstead(
  outline: Outline,
  place: Place,
  entry: Entry | null,
  spot: Spot,
  value: Written,
): readonly TextChange[] {
  const { text } = outline
  if (isScalar(value) || !entry?.after) {
    throw new EditRefused('LAYOUT_NOT_FOLLOWED', place)
  }
  const eol = lineBreakOf(text)
  const step = indentStep(outline)
  const lines = collectionLines(value, step)
  if ('isFlow' in spot && !spot.isFlow && spot.entries.length > 0) {
    const { from, to, column, isInline } = blockOf(text, spot)
    const insert = shiftLines(lines, column).join(eol)
    return [{ from, to, insert: isInline ? insert.trimStart() : insert }]
  }
  const isBlock = spot.kind === 'scalar' && isBlockText(spot)
  const end = isBlock && text[spot.to - 1] === '\n' ? eol : ''
  const column = columnOf(text, entry.from)
  if (typeof entry.key === 'number') {
    const item = shiftLines(lines, column + 2)
      .join(eol)
      .trimStart()
    return [{ from: entry.after, to: spot.to, insert: ` ${item}${end}` }]
  }
  const block = eol + shiftLines(lines, column + step).join(eol)
  const line = isBlock ? spot.to : lineEnd(text, spot.to)
  const comment = isBlock ? '' : text.slice(spot.to, line).trimEnd()
  return [{ from: entry.after, to: line, insert: comment + block + end }]
}
