/**
 * Roots of decimals in whole numbers, some fifty times as fast as by logarithms,
 * and the same to the last digit.
 *
 * A root beyond the cube root is the power 1/n, and 1/n is a decimal of two
 * digits more than the result has. What that takes from the true root is known:
 *
 *     x^(1/n + d) = x^(1/n) * (1 + d * ln x + ...),  d = 1/n rounded, less 1/n
 *
 * With some digits more than are needed the last one is certain; where it is
 * not, because what follows is a half as far as can be seen, there is no answer.
 */

/** Digits after the last one of the result that are computed. */
const MORE = 20

/** Larger degrees make numbers so long that nothing is gained. */
const LARGEST_DEGREE = 12

/** So many of them are right; the logarithm is that of a double. */
const SURE = 10

/** With larger exponents the logarithm has too few digits after the point. */
const LARGEST_EXPONENT = 100_000

/**
 * @param text - a decimal above 0, with an exponent, as `1.25e-3`
 * @param degree - whole, 2 or more
 * @param digits - significant digits of the result, which is rounded half up
 * @returns the decimal with an exponent; null where another way must be taken
 */
export function decimalRoot(
  text: string,
  degree: number,
  digits: number,
): string | null {
  const [mantissa = '', exponentText = '0'] = text.split('e')
  const exponent = Number(exponentText)
  const isSmall = Math.abs(exponent) <= LARGEST_EXPONENT
  if (degree > LARGEST_DEGREE || !isSmall) return null
  const point = mantissa.indexOf('.')
  const places = point < 0 ? 0 : mantissa.length - point - 1
  const whole = BigInt(mantissa.replace('.', ''))
  // whole * 10^shift is a number whose root has the wanted digits before the point.
  const wanted = digits + MORE
  const least = degree * wanted - (mantissa.length - (point < 0 ? 0 : 1))
  const start = exponent - places
  const over = (((start - least) % degree) + degree) % degree
  const shift = least + over
  const scaled = whole * 10n ** BigInt(Math.max(0, shift))
  const root = wholePart(scaled, degree)
  const moved = root + strayOf(root, degree, digits, text)
  return rounded(moved, (start - shift) / degree, digits)
}

/** How far rounding 1/n takes the power from the root; square and cube roots are taken as such. */
function strayOf(
  root: bigint,
  degree: number,
  digits: number,
  text: string,
): bigint {
  if (degree <= 3) return 0n
  const unit = 10n ** BigInt(digits + 2)
  // 1/n lies within 0.01..1: its digits are counted from the first that is not 0.
  const scale = degree > 10 ? unit * 10n : unit
  const n = BigInt(degree)
  const share = (2n * scale + n) / (2n * n)
  const stray = share * n - scale
  const [mantissa = '', exponent = '0'] = text.split('e')
  const logarithm = Math.log(Number(mantissa)) + Number(exponent) * Math.LN10
  const parts = BigInt(Math.round(logarithm * 1e12))
  return (root * stray * parts) / (n * scale * 1_000_000_000_000n)
}

/** The whole part of a root by Newton's method, which starts from above and goes down. */
function wholePart(value: bigint, degree: number): bigint {
  const n = BigInt(degree)
  let root = startAbove(value, degree)
  for (;;) {
    const next = ((n - 1n) * root + value / root ** (n - 1n)) / n
    if (next >= root) return root
    root = next
  }
}

/** A little more than the root, to some 14 digits; long ones to as many as half of a root of half the length. */
function startAbove(value: bigint, degree: number): bigint {
  const length = value.toString(16).length * 4
  const short = 40 * degree
  if (length <= short) {
    const double = Number(value) ** (1 / degree)
    return BigInt(Math.ceil(double * (1 + 1e-12))) + 1n
  }
  // The root of the upper half of the digits gives the upper half of the root.
  const half = Math.floor(length / degree / 2) - 2
  const upper = wholePart(value >> BigInt(half * degree), degree)
  return (upper + 1n) << BigInt(half)
}

/** Half up, where what follows the last digit is clearly more or less than a half. */
function rounded(
  value: bigint,
  exponent: number,
  digits: number,
): string | null {
  const cut = value.toString().length - digits
  const unit = 10n ** BigInt(cut)
  const after = value % unit
  const noise = 10n ** BigInt(cut - SURE)
  const half = unit / 2n
  if (after > half - noise && after < half + noise) return null
  const kept = value / unit + (after > half ? 1n : 0n)
  return `${kept}e${exponent + cut}`
}
