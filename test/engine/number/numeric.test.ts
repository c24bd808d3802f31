import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { bigNumber } from '../../../engine/number/big-number.js'
import {
  absolute,
  add,
  bounded,
  ceil,
  compare,
  divide,
  floor,
  integer,
  isFault,
  isZero,
  larger,
  multiply,
  negate,
  ONE,
  root,
  sign,
  smaller,
  subtract,
  toBigNumber,
  toInteger,
  toRatio,
  ZERO,
  type Fault,
  type Numeric,
} from '../../../engine/number/numeric.js'
import { ratio } from '../../../engine/number/ratio.js'
import { decimalText } from '../../../engine/number/text.js'
import { decimal, numeric } from './arbitrary.js'

const third = ratio(1n, 3n)
const sqrt2 = numeric(root(integer(2), 2))

describe('exact arithmetic', () => {
  it('adds, subtracts, multiplies and divides as fraction.js does', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [numeric(a), numeric(b)]
        const [p, q] = [new Fraction(a), new Fraction(b)]
        expect(fractionOf(add(x, y))).toBe(p.add(q).toFraction())
        expect(fractionOf(subtract(x, y))).toBe(p.sub(q).toFraction())
        expect(fractionOf(multiply(x, y))).toBe(p.mul(q).toFraction())
        fc.pre(!isZero(y))
        expect(fractionOf(divide(x, y))).toBe(p.div(q).toFraction())
      }),
      { numRuns: 500 },
    )
  })

  it('compares as fraction.js does', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        const x = numeric(divide(numeric(a), numeric(nonZero(b))))
        const p = new Fraction(a).div(nonZero(b))
        const y = numeric(c)
        expect(compare(x, y)).toBe(Math.sign(p.compare(c)))
        expect(compare(x, x)).toBe(0)
      }),
    )
  })

  it('takes floor, ceiling, sign and size as fraction.js does', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const x = numeric(divide(numeric(a), numeric(nonZero(b))))
        const p = new Fraction(a).div(nonZero(b))
        expect(fractionOf(floor(x))).toBe(p.floor().toFraction())
        expect(fractionOf(ceil(x))).toBe(p.ceil().toFraction())
        expect(fractionOf(absolute(x))).toBe(p.abs().toFraction())
        expect(sign(x)).toBe(Math.sign(p.compare(0)))
      }),
    )
  })

  it('makes 1 of 1/3 + 1/3 + 2/6', () => {
    const twoThirds = numeric(add(third, third))
    expect(add(twoThirds, ratio(2n, 6n))).toEqual(ONE)
  })

  it('makes 0.3 of 0.1 + 0.2', () => {
    expect(add(numeric('0.1'), numeric('0.2'))).toEqual(numeric('0.3'))
  })

  it('refuses to divide by zero', () => {
    expect(divide(ONE, ZERO)).toBe('DIVISION_BY_ZERO')
    expect(divide(ZERO, ZERO)).toBe('DIVISION_BY_ZERO')
    expect(divide(sqrt2, numeric(subtract(sqrt2, sqrt2)))).toBe(
      'DIVISION_BY_ZERO',
    )
  })
})

describe('decimals with guard digits', () => {
  it('takes sqrt(2) * sqrt(2) for 2', () => {
    const square = numeric(multiply(sqrt2, sqrt2))
    expect(compare(square, integer(2))).toBe(0)
    expect(compare(integer(2), square)).toBe(0)
    expect(isZero(numeric(subtract(square, integer(2))))).toBe(true)
    expect(toInteger(square)).toBe(2)
  })

  it('takes the floor and ceiling of a whole number that noise has moved', () => {
    const almost = approximation(
      '2.999999999999999999999999999999999999999999999999',
    )
    const beyond = approximation(
      '3.000000000000000000000000000000000000000000000001',
    )
    for (const value of [almost, beyond]) {
      expect(floor(value)).toEqual(integer(3))
      expect(ceil(value)).toEqual(integer(3))
    }
  })

  it('tells apart what differs before the guard digits', () => {
    const above = approximation('2.0000000000000000000000000000000000000001')
    expect(compare(above, integer(2))).toBe(1)
    expect(compare(integer(2), above)).toBe(-1)
    expect(floor(above)).toEqual(integer(2))
    expect(ceil(above)).toEqual(integer(3))
  })

  it('compares roots with fractions of any sign', () => {
    expect(compare(sqrt2, numeric('1.41421356'))).toBe(1)
    expect(compare(sqrt2, numeric('1.41421357'))).toBe(-1)
    expect(compare(negate(sqrt2), numeric('-1.41421357'))).toBe(1)
    expect(compare(negate(sqrt2), sqrt2)).toBe(-1)
  })

  it('keeps small numbers beside an exact zero', () => {
    const small = numeric(multiply(sqrt2, numeric('1e-100')))
    expect(compare(small, ZERO)).toBe(1)
    expect(compare(ZERO, small)).toBe(-1)
    expect(compare(negate(small), ZERO)).toBe(-1)
    expect(add(small, ZERO)).toEqual(small)
    expect(larger(ZERO, negate(small))).toBe(ZERO)
    expect(smaller(ZERO, negate(small))).toEqual(negate(small))
  })

  it('gives an exact zero for a product with zero', () => {
    expect(multiply(sqrt2, ZERO)).toBe(ZERO)
    expect(divide(ZERO, sqrt2)).toBe(ZERO)
  })
})

describe('numbers that grow', () => {
  it('turns fractions of more than 400 digits into 64-digit decimals', () => {
    const long = numeric(multiply(numeric('1e300'), numeric('7e300')))
    expect(long.kind).toBe('approximation')
    expect(toBigNumber(long).toString()).toBe('7e+600')
    const digits = numeric(
      multiply(ratio(BigInt('1'.repeat(390))), ratio(BigInt('1'.repeat(390)))),
    )
    expect(toBigNumber(digits).precision()).toBeLessThanOrEqual(64)
  })

  it('adds 2,000 unit fractions within a bound of digits, right to 50 of them', () => {
    let exact: Numeric = ZERO
    let decimalSum = bigNumber('0')
    for (let k = 1; k <= 2000; k += 1) {
      exact = numeric(add(exact, ratio(1n, BigInt(k))))
      decimalSum = decimalSum.plus(bigNumber('1').div(k))
    }
    expect(toBigNumber(exact).toSignificantDigits(50).toString()).toBe(
      decimalSum.toSignificantDigits(50).toString(),
    )
  })

  it('overflows and underflows with a reason', () => {
    expect(grow(numeric('1e400'))).toBe('OVERFLOW')
    expect(grow(numeric('1e-400'))).toBe('UNDERFLOW')
    expect(bounded(bigNumber('9.9e9999'))).not.toBe('OVERFLOW')
    expect(bounded(bigNumber('1e10000'))).toBe('OVERFLOW')
    expect(bounded(bigNumber('1e-9999'))).not.toBe('UNDERFLOW')
    expect(bounded(bigNumber('9e-10000'))).toBe('UNDERFLOW')
    expect(bounded(bigNumber('0'))).toBe(ZERO)
  })
})

describe('roots', () => {
  it('are exact where there is an exact one', () => {
    expect(root(ratio(9n, 16n), 2)).toEqual(ratio(3n, 4n))
    expect(root(ratio(-8n, 27n), 3)).toEqual(ratio(-2n, 3n))
    expect(root(ratio(10n ** 300n), 2)).toEqual(ratio(10n ** 150n))
    const long = 10n ** 150n + 7n
    expect(root(ratio(long * long), 2)).toEqual(ratio(long))
  })

  it('are decimals where only one side of the line has an exact one', () => {
    expect(decimalText(numeric(root(ratio(1n, 2n), 2))).slice(0, 42)).toBe(
      '0.7071067811865475244008443621048490392848',
    )
    expect(decimalText(numeric(root(ratio(2n, 9n), 2))).slice(0, 42)).toBe(
      '0.4714045207910316829338962414032326928565',
    )
  })

  it('of negatives are negative for odd degrees and a fault for even ones', () => {
    expect(decimalText(numeric(root(integer(-2), 3))).slice(0, 20)).toBe(
      '-1.25992104989487316',
    )
    expect(root(integer(-2), 4)).toBe('EVEN_ROOT_OF_NEGATIVE')
    expect(root(negate(sqrt2), 2)).toBe('EVEN_ROOT_OF_NEGATIVE')
    expect(root(ZERO, 2)).toBe(ZERO)
  })

  it('raised again give the number back', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 12n),
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 2, max: 9 }),
        (above, below, degree) => {
          const value = ratio(above, below)
          const rooted = numeric(root(value, degree))
          let raised: Numeric = ONE
          for (let time = 0; time < degree; time += 1) {
            raised = numeric(multiply(raised, rooted))
          }
          expect(compare(raised, value)).toBe(0)
        },
      ),
    )
  })
})

describe('toInteger', () => {
  it('knows whole numbers within the doubles', () => {
    expect(toInteger(ratio(6n, 3n))).toBe(2)
    expect(toInteger(integer(-9007199254740991))).toBe(-9007199254740991)
    expect(toInteger(ratio(9007199254740992n))).toBeNull()
    expect(toInteger(third)).toBeNull()
    expect(toInteger(sqrt2)).toBeNull()
  })
})

function approximation(text: string): Numeric {
  return { kind: 'approximation', value: bigNumber(text) }
}

function fractionOf(value: Numeric | Fault): string {
  if (isFault(value)) return value
  const { numerator, denominator } = toRatio(value)
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
}

function nonZero(text: string): string {
  return Number(text) === 0 ? '7' : text
}

function grow(by: Numeric): Numeric | Fault {
  let result: Numeric = ONE
  for (let time = 0; time < 26; time += 1) {
    const next = multiply(result, by)
    if (isFault(next)) return next
    result = next
  }
  return result
}
