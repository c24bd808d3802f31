/** A value -> its text in one line, or as lines of a block. */
import { shiftLines } from '../layout/lines.js'
import {
  isList,
  isLiteral,
  type Literal,
  type Written,
  type WrittenMap,
} from '../written.js'
import { blockText } from './block-text.js'
import { quoteKey, quoteText } from './quote-text.js'

/** Characters of a map or list that is still written in one line. */
const WIDEST = 80

export function flowText(value: Written): string {
  if (typeof value === 'string') return quoteText(value, 'flow')
  if (isLiteral(value)) return value.literal
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`
  const pairs = Object.entries(value).map((each) => flowPair(...each))
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

export function flowPair(key: string, value: Written): string {
  return `${quoteKey(key, 'flow')}: ${flowText(value)}`
}

/** Nothing in it needs lines of its own. */
export function fitsOneLine(value: Written): boolean {
  return isScalar(value) ? isOneLine(value) : isEmpty(value) || isShort(value)
}

/**
 * The lines of a key and its value, from the column of the key on.
 *
 * @param step - how far what belongs to a key is set in
 * @param isFlow - whether a map or list stands in one line; otherwise as it fits
 */
export function pairLines(
  key: string,
  value: Written,
  step: number,
  isFlow = fitsOneLine(value),
): readonly string[] {
  const name = `${quoteKey(key, 'block')}:`
  if (isScalar(value)) return scalarLines(name, value, step)
  if (isFlow || isEmpty(value)) return [`${name} ${flowText(value)}`]
  return [name, ...shiftLines(collectionLines(value, step), step)]
}

/** The lines of an item, from the column of its dash on. */
export function itemLines(
  value: Written,
  step: number,
  isFlow = fitsOneLine(value),
): readonly string[] {
  if (isScalar(value)) return scalarLines('-', value, 2)
  if (isFlow || isEmpty(value)) return [`- ${flowText(value)}`]
  const [first = '', ...rest] = collectionLines(value, step)
  return [`- ${first}`, ...shiftLines(rest, 2)]
}

export function collectionLines(
  value: readonly Written[] | WrittenMap,
  step: number,
): readonly string[] {
  return isList(value)
    ? value.flatMap((each) => itemLines(each, step))
    : Object.entries(value).flatMap(([key, each]) => pairLines(key, each, step))
}

function scalarLines(
  before: string,
  value: Written,
  indent: number,
): readonly string[] {
  if (typeof value !== 'string') return [`${before} ${flowText(value)}`]
  const block = isOneLine(value) ? null : blockText(value, 'literal', indent)
  // What keeps the blank lines at its end would take in those that follow.
  if (!block || block.marks.endsWith('+'))
    return [`${before} ${quoteText(value, 'block')}`]
  return [`${before} |${block.marks}`, ...shiftLines(block.lines, indent)]
}

export function isScalar(value: Written): value is string | Literal {
  return typeof value === 'string' || isLiteral(value)
}

function isEmpty(value: Written): boolean {
  return Object.keys(value).length === 0
}

function isShort(value: Written): boolean {
  return (
    !isScalar(value) &&
    Object.values<Written>(value).every(
      (each) => isScalar(each) && isOneLine(each),
    ) &&
    flowText(value).length <= WIDEST
  )
}

function isOneLine(value: string | Literal): boolean {
  return typeof value !== 'string' || !value.includes('\n')
}
