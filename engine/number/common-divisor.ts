/**
 * The greatest common divisor, by Euclid's algorithm: in machine words where
 * both numbers fit, in doubles where these hold them, else in whole numbers of
 * any length.
 */

/** Whole numbers up to here are exact as doubles, which divide faster. */
const SAFE = 9_007_199_254_740_991n

/** Whole numbers up to here are machine words, which divide faster still. */
const WORD = 2_147_483_647

/**
 * @param a - whole, within 0..9007199254740991
 * @param b - whole, within 1..9007199254740991
 */
export function commonDivisor(a: number, b: number): number {
  let x = a
  let y = b
  while (x > WORD || y > WORD) {
    if (y === 0) return x
    const remainder = x % y
    x = y
    y = remainder
  }
  let p = x | 0
  let q = y | 0
  while (q !== 0) {
    const remainder = (p % q) | 0
    p = q
    q = remainder
  }
  return p
}

/** @returns above 0, unless both are 0 */
export function commonDivisorOfLong(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y > SAFE || x > SAFE) {
    if (y === 0n) return x
    const remainder = x % y
    x = y
    y = remainder
  }
  return BigInt(commonDivisor(Number(x), Number(y)))
}
