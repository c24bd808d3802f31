/**
 * The numbers of generated formulas and data. Both take them from one list, so
 * that thresholds are hit exactly; decimals that no double holds, halves that
 * are rounded, and long numbers stand among them on purpose.
 */
import type { Choices } from './choices.js'

/** So few that formulas and data often have the same. */
const FEW = ['1', '0', '2', '3', '0.1', '-1']

const USUAL = [
  ...['1', '0', '2', '3', '0.1', '0.2', '0.3', '0.7', '2.1', '0.5'],
  ...['10', '100', '-1', '4', '5', '1.5', '2.5', '-2.5'],
]

const FURTHER = [
  ...['71.245', '71.235', '0.125', '1.005', '0.005', '-0.5', '0.05'],
  ...['0.333', '0.6667', '8', '27', '16', '0.01', '60', '80', '99.5', '365'],
  ...['1234567.891', '-0.3', '-7', '-100', '1e-9', '1e15', '-0', '1000000'],
  ...['0.999999999999999', '12345678901234.5', '0.1234567890123456'],
  ...['1234567890123.4567', '0.10000000000000001', '9007199254740993'],
  '0.3000000000000000000000000000000000000001',
  '3.141592653589793238462643383279502884197',
  '71.24500000000000000000000000000000000001',
]

const EXTREME = [
  ...['1e-300', '1e300', '-1e300', '-1e-300', '1e-320', '1e309'],
  ...['1.7976931348623157e308', '4.9e-324', '1e399', '1e-399'],
]

/** Decimal text, as it stands in data. */
export function numberText(choices: Choices): string {
  const kind = choices.below(60)
  if (kind < 20) return choices.pick(FEW)
  if (kind < 42) return choices.pick(USUAL)
  return choices.pick(kind < 59 ? FURTHER : EXTREME)
}

/** 0 or more, for inputs that say so. */
export function sizeText(choices: Choices): string {
  return numberText(choices).replace('-', '')
}

/** A number in a formula; a negative one in brackets, so that it may stand anywhere. */
export function constantText(choices: Choices): string {
  const text = numberText(choices)
  return text.startsWith('-') ? `(${text})` : text
}

/** A number of few digits, for settings that are read by people. */
export function plainNumber(choices: Choices): string {
  return choices.pick(choices.oneIn(2) ? USUAL : FEW)
}
