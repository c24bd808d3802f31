/** The parts of an example as they are written into a file: no number passes through a float. */
import { decimalText, hasWholeText, parseFraction } from '../../number/text.js'
import type { Numeric } from '../../number/numeric.js'
import type { Value } from '../../value.js'

/** Stands in the file as it is: a number, true or false, or null. */
export interface ExampleLiteral {
  readonly literal: string
}

export type ExampleTree =
  string | ExampleLiteral | readonly ExampleTree[] | ExampleTable

export interface ExampleTable {
  readonly [key: string]: ExampleTree
}

/**
 * A figure as an example says it: missing and not applicable stay what they are.
 *
 * @returns null for a fraction of more digits than a file can say
 */
export function writtenFigure(value: Value): ExampleTree | null {
  switch (value.kind) {
    case 'number':
      return writtenNumber(value.number)
    case 'boolean':
      return { literal: String(value.boolean) }
    case 'word':
      return value.word
    case 'missing':
      return { literal: 'null' }
    case 'not-applicable':
      return 'not-applicable'
  }
}

/** The decimal where it ends, else the fraction; a root, power or logarithm with its 64 digits. */
export function writtenNumber(number: Numeric): ExampleTree | null {
  const isDecimal = number.kind === 'approximation' || hasWholeText(number)
  const text = isDecimal
    ? decimalText(number)
    : `${number.numerator}/${number.denominator}`
  if (typeof parseFraction(text) === 'string') return null
  return isDecimal ? { literal: text } : text
}
