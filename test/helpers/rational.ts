/** Random formulas of + - * / comparisons and conditionals, with their value by fraction.js. */
import fc from 'fast-check'
import Fraction from 'fraction.js'

/** A number, true or false, or null where there is none: a division by zero, a missing operand. */
export type Rational = Fraction | boolean | null

export interface Formula {
  readonly text: string
  readonly value: Rational
}

interface NumberFormula {
  readonly text: string
  readonly value: Fraction | null
}

interface BooleanFormula {
  readonly text: string
  readonly value: boolean | null
}

/** Decimals of at most 4 digits, negative ones in brackets. */
export const decimalText = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(3))
  .map(([digits, places]) => new Fraction(digits, 10 ** places))
  .map((value) => value.toString())

/**
 * @param names - what the formula can read, with values; null is a missing one
 */
export function numberFormula(
  names: ReadonlyMap<string, Fraction | null>,
): fc.Arbitrary<NumberFormula> {
  return fc.letrec<{ number: NumberFormula; boolean: BooleanFormula }>(
    (tie) => ({
      number: fc.oneof(
        { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
        leaf(names),
        binary(tie('number')),
        fc.record({ operand: tie('number') }).map(({ operand }) => ({
          text: `(-${operand.text})`,
          value: operand.value && operand.value.neg(),
        })),
        fc
          .tuple(tie('boolean'), tie('number'), tie('number'))
          .map(([test, then, otherwise]) => ({
            text: `(${test.text} ? ${then.text} : ${otherwise.text})`,
            value:
              test.value === null
                ? null
                : test.value
                  ? then.value
                  : otherwise.value,
          })),
      ),
      boolean: fc.oneof(
        { depthSize: 'small', maxDepth: 3 },
        comparison(tie('number')),
        logic(tie('boolean')),
      ),
    }),
  ).number
}

function leaf(
  names: ReadonlyMap<string, Fraction | null>,
): fc.Arbitrary<NumberFormula> {
  const constants = decimalText.map((text) => ({
    text: text.startsWith('-') ? `(${text})` : text,
    value: new Fraction(text),
  }))
  const columns = fc
    .constantFrom(...names)
    .map(([text, value]) => ({ text, value }))
  return fc.oneof(columns, constants)
}

const OPERATIONS: {
  readonly [sign: string]: (a: Fraction, b: Fraction) => Fraction | null
} = {
  '+': (a, b) => a.add(b),
  '-': (a, b) => a.sub(b),
  '*': (a, b) => a.mul(b),
  '/': (a, b) => (b.equals(0) ? null : a.div(b)),
}

function binary(
  operand: fc.Arbitrary<NumberFormula>,
): fc.Arbitrary<NumberFormula> {
  const sign = fc.constantFrom('+', '-', '*', '/')
  return fc.tuple(operand, sign, operand).map(([a, sign, b]) => ({
    text: `(${a.text} ${sign} ${b.text})`,
    value: a.value && b.value && (OPERATIONS[sign]?.(a.value, b.value) ?? null),
  }))
}

const COMPARISONS: { readonly [sign: string]: (order: number) => boolean } = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

function comparison(
  operand: fc.Arbitrary<NumberFormula>,
): fc.Arbitrary<BooleanFormula> {
  const sign = fc.constantFrom(...Object.keys(COMPARISONS))
  return fc.tuple(operand, sign, operand).map(([a, sign, b]) => ({
    text: `(${a.text} ${sign} ${b.text})`,
    value:
      a.value && b.value
        ? (COMPARISONS[sign]?.(a.value.compare(b.value)) ?? null)
        : null,
  }))
}

/** Three-valued, as in SQL. */
function logic(
  operand: fc.Arbitrary<BooleanFormula>,
): fc.Arbitrary<BooleanFormula> {
  const word = fc.constantFrom('and', 'or')
  return fc.tuple(operand, word, operand).map(([a, word, b]) => {
    const deciding = word === 'or'
    const isDecided = a.value === deciding || b.value === deciding
    const isOpen = a.value === null || b.value === null
    return {
      text: `(${a.text} ${word} ${b.text})`,
      value: isDecided ? deciding : isOpen ? null : !deciding,
    }
  })
}

/** `0.5`, `1/3`, as the figures of a run are written by `figure`. */
export function rationalText(value: Fraction): string {
  let rest = value.d
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime
  if (rest !== 1n) return `${value.s < 0n ? '-' : ''}${value.n}/${value.d}`
  return terminating(value)
}

/** fraction.js prints at most 15 places; here every one is printed. */
function terminating(value: Fraction): string {
  let places = 0
  let scaled = value.n
  while (scaled % value.d !== 0n) {
    scaled *= 10n
    places += 1
  }
  const digits = (scaled / value.d).toString().padStart(places + 1, '0')
  const point = digits.length - places
  const sign = value.s < 0n ? '-' : ''
  return places === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
