/**
 * Reads the arguments of a call by their place. The checker has compared them
 * with the declared parameters before anything is computed; what does not fit
 * here is a mistake of the program and throws.
 */
import type { Code, NumberCode } from '../columns/code/code.js'
import { toInteger, type Numeric } from '../number/numeric.js'

export type Arguments = readonly (Numeric | string)[]
export type CodeArguments = readonly (Code | string)[]

/** @throws TypeError where the argument is absent or a word */
export function numberAt(values: Arguments, index: number): Numeric {
  const value = values[index]
  if (value === undefined || typeof value === 'string') {
    throw new TypeError(`Argument ${index + 1} is not a number`)
  }
  return value
}

/** All arguments, which must be numbers. */
export function allNumbers(values: Arguments): readonly Numeric[] {
  return values.map((_, index) => numberAt(values, index))
}

/**
 * The whole number at a place, or null where it is broken or outside
 * least..most.
 */
export function wholeAt(
  values: Arguments,
  index: number,
  range: { readonly least: number; readonly most: number },
): number | null {
  const whole = toInteger(numberAt(values, index))
  return whole === null || whole < range.least || whole > range.most
    ? null
    : whole
}

/**
 * One of the declared words; the first of them where the argument is left out.
 * @throws TypeError where the argument is a number or another word
 */
export function wordAt<Word extends string>(
  values: readonly (object | string)[],
  index: number,
  words: readonly [Word, ...Word[]],
): Word {
  const value = values[index]
  if (value === undefined) return words[0]
  const word = words.find((candidate) => candidate === value)
  if (word === undefined) {
    throw new TypeError(
      `Argument ${index + 1} is not one of: ${words.join(', ')}`,
    )
  }
  return word
}

/** @throws TypeError where the argument is absent or a word */
export function codeAt(values: CodeArguments, index: number): Code {
  const value = values[index]
  if (value === undefined || typeof value === 'string') {
    throw new TypeError(`Argument ${index + 1} is not a number`)
  }
  return value
}

/** All arguments, which must be numbers. */
export function allCodes(values: CodeArguments): readonly Code[] {
  return values.map((_, index) => codeAt(values, index))
}

/** True of a whole number of the range that is the same in all rows and runs. */
export function isWithin(
  code: Code,
  range: { readonly least: number; readonly most: number },
): code is NumberCode {
  return (
    code.kind === 'number' &&
    code.isExact &&
    Number.isInteger(code.value) &&
    code.value >= range.least &&
    code.value <= range.most
  )
}
