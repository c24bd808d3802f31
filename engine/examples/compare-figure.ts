/** One figure against what an example expects of it. */
import { absolute, compare, subtract, type Numeric } from '../number/numeric.js'
import { decimalText, parseFraction } from '../number/text.js'
import type { Value } from '../value.js'
import { describeValue } from '../explanation/describe-value.js'

/**
 * @param expected - a decimal, a fraction, a level, true or false,
 *   `not-applicable`, or null for missing
 * @param within - how far a number may be off; null for not at all
 * @returns what was received where it is not what was expected, else null
 */
export function figureDifference(
  value: Value,
  expected: string | null,
  within: Numeric | null,
): string | null {
  const received = receivedText(value)
  if (expected === null) return value.kind === 'missing' ? null : received
  if (expected === 'not-applicable') {
    return value.kind === 'not-applicable' ? null : received
  }
  if (value.kind === 'boolean')
    return String(value.boolean) === expected ? null : received
  if (value.kind === 'word') return value.word === expected ? null : received
  const number = parseFraction(expected)
  if (value.kind !== 'number' || typeof number === 'string') return received
  if (within === null)
    return compare(value.number, number) === 0 ? null : received
  const distance = subtract(value.number, number)
  const isNear =
    typeof distance !== 'string' && compare(absolute(distance), within) <= 0
  return isNear ? null : received
}

function receivedText(value: Value): string {
  if (value.kind === 'number') return decimalText(value.number)
  const { state, text, reason } = describeValue(value)
  return text ?? `${state} (${reason ?? ''})`
}
