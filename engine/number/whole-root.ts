/** Roots of whole numbers that are whole themselves. */

/** Below this the estimate in doubles is right to the last digit. */
const SMALL_ROOT = 9

/**
 * The whole number whose power of the degree is the value, or null where there
 * is none. The value is estimated in doubles and the estimate proved in whole
 * numbers, so the answer does not depend on the doubles.
 *
 * @param degree - whole, 1 or more; the value is 0 or more where it is even
 */
export function wholeRoot(value: bigint, degree: number): bigint | null {
  if (value < 0n) {
    const root = wholeRoot(-value, degree)
    return root === null ? null : -root
  }
  if (value <= 1n || degree === 1) return value
  const magnitude = logarithm(value) / degree
  const candidate =
    magnitude < SMALL_ROOT
      ? BigInt(Math.round(10 ** magnitude))
      : refine(estimate(magnitude), value, BigInt(degree))
  return candidate >= 2n && candidate ** BigInt(degree) === value
    ? candidate
    : null
}

/** log10 of a whole number of any length, to about 12 digits. */
function logarithm(value: bigint): number {
  const text = value.toString()
  const leading = text.slice(0, 16)
  return Math.log10(Number(leading)) + (text.length - leading.length)
}

/** 10 ^ magnitude, to about 9 digits; magnitude 9 or more. */
function estimate(magnitude: number): bigint {
  const whole = Math.floor(magnitude)
  const leading = BigInt(Math.round(10 ** (magnitude - whole + 9)))
  return leading * 10n ** BigInt(whole - 9)
}

/** Newton's method: each step doubles the digits that are right. */
function refine(start: bigint, value: bigint, degree: bigint): bigint {
  let root = start
  // 9 digits at the start become more than 10^5 in 16 steps.
  for (let step = 0; step < 16; step += 1) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree
    if (next === root) return root
    root = next
  }
  return root
}
