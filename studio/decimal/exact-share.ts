/** Weights as files write them, decimals and fractions such as 1/3, reckoned with exactly. */

export interface Share {
  readonly numerator: bigint
  /** Above zero; without a common divisor with the numerator. */
  readonly denominator: bigint
}

const DECIMAL = /^\s*([+-]?)(\d*)\.?(\d*)\s*$/
const FRACTION = /^\s*([+-]?\d+)\s*\/\s*(\d+)\s*$/

export const NOTHING: Share = { numerator: 0n, denominator: 1n }

/** @returns null for what is neither: the name of a parameter, or nothing at all */
export function readShare(text: string): Share | null {
  const fraction = FRACTION.exec(text)
  if (fraction) {
    const [, above = '', below = ''] = fraction
    return BigInt(below) === 0n ? null : share(BigInt(above), BigInt(below))
  }
  const decimal = DECIMAL.exec(text)
  if (!decimal) return null
  const [, sign = '', whole = '', places = ''] = decimal
  if (whole + places === '') return null
  const numerator = BigInt(whole + places) * (sign === '-' ? -1n : 1n)
  return share(numerator, 10n ** BigInt(places.length))
}

export function share(numerator: bigint, denominator: bigint): Share {
  const common = greatestDivisor(numerator, denominator)
  return {
    numerator: numerator / common,
    denominator: denominator / common,
  }
}

export function add(a: Share, b: Share): Share {
  return share(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  )
}

export function subtract(a: Share, b: Share): Share {
  return add(a, { ...b, numerator: -b.numerator })
}

export function multiply(a: Share, b: Share): Share {
  return share(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** @param b - not zero */
export function divide(a: Share, b: Share): Share {
  const sign = b.numerator < 0n ? -1n : 1n
  return share(
    sign * a.numerator * b.denominator,
    sign * a.denominator * b.numerator,
  )
}

export function sumOf(shares: readonly Share[]): Share {
  return shares.reduce(add, NOTHING)
}

/** Digits after the point with which it is exact; null where no number of them is enough. */
export function placesOf({ denominator }: Share): number | null {
  let left = denominator
  let [twos, fives] = [0, 0]
  for (; left % 2n === 0n; left /= 2n) twos += 1
  for (; left % 5n === 0n; left /= 5n) fives += 1
  return left === 1n ? Math.max(twos, fives) : null
}

/** A decimal where it is one, a fraction where it is none. */
export function shareText(value: Share): string {
  const places = placesOf(value)
  if (places === null) return `${value.numerator}/${value.denominator}`
  const scaled = (value.numerator * 10n ** BigInt(places)) / value.denominator
  const sign = scaled < 0n ? '-' : ''
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(
    places + 1,
    '0',
  )
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [above, below] = [a < 0n ? -a : a, b]
  while (below !== 0n) [above, below] = [below, above % below]
  return above
}
