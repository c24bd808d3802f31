/** What is known of the figures of an input, from one look through its column. */
import { LARGEST_WHOLE, type Facts } from '../code/facts.js'
import type { InputColumn } from './column-data.js'

const known = new WeakMap<InputColumn, Facts>()

export function factsOf(column: InputColumn): Facts {
  const found = known.get(column)
  if (found) return found
  const made = lookThrough(column)
  known.set(column, made)
  return made
}

function lookThrough({ values, exact, words }: InputColumn): Facts {
  let [low, high, smallest] = [Infinity, -Infinity, Infinity]
  let [areAbsent, areWhole] = [false, true]
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? NaN
    if (value !== value) {
      areAbsent = true
      continue
    }
    if (value < low) low = value
    if (value > high) high = value
    const size = value < 0 ? -value : value
    if (size !== 0 && size < smallest) smallest = size
    if (size > LARGEST_WHOLE || Math.floor(value) !== value) areWhole = false
  }
  const isNone = low > high
  const isShort = exact.size === 0
  return {
    mayBeAbsent: areAbsent,
    low: isNone ? 0 : low,
    high: isNone ? 0 : high,
    smallest: smallest === Infinity ? 1 : smallest,
    isWhole: (areWhole && isShort) || words !== null,
    isDecimal: isShort,
  }
}
