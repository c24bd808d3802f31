/**
 * The natural logarithm in whole numbers of fixed point, some thirty times as
 * fast as that of big decimals: a composite indicator takes thousands.
 *
 *     x = m * 10^e = f * 2^k * 10^e,  f within 0.7..1.4
 *     ln x = ln f + k ln 2 + e ln 10,  ln f = 2 atanh((f - 1) / (f + 1))
 *     atanh z = z + z^3 / 3 + z^5 / 5 + ...
 */
import { bigNumber, WORKING_DIGITS, type BigNumber } from './big-number.js'

/** Digits after the point; those beyond the working digits take up what rounding loses. */
const PLACES = WORKING_DIGITS + 16
const UNIT = 10n ** BigInt(PLACES)

/** Nearer to 1 than this the logarithm is small, and digits after the point are not digits of it. */
const NEAR = UNIT / 1000n

const ln2 = twiceAtanh(UNIT / 3n)
// 10 = 2^3 * 1.25, and 1.25 = (1 + 1/9) / (1 - 1/9)
const ln10 = 3n * ln2 + twiceAtanh(UNIT / 9n)

/** @param x - above 0 */
export function naturalLogarithm(x: BigNumber): BigNumber {
  const scaled = x.times(bigNumber(`1e${PLACES - x.e}`)).toFixed(0)
  let mantissa = BigInt(scaled)
  const isAbove = x.e === 0 && mantissa - UNIT < NEAR
  const isBelow = x.e === -1 && 10n * UNIT - mantissa < 10n * NEAR
  if (isAbove || isBelow) return x.ln()
  let twos = 0n
  while (10n * mantissa > 14n * UNIT) {
    mantissa /= 2n
    twos += 1n
  }
  const share = ((mantissa - UNIT) * UNIT) / (mantissa + UNIT)
  const sum = twiceAtanh(share) + twos * ln2 + BigInt(x.e) * ln10
  return bigNumber(sum.toString())
    .times(bigNumber(`1e-${PLACES}`))
    .toSignificantDigits(WORKING_DIGITS)
}

function twiceAtanh(z: bigint): bigint {
  const square = (z * z) / UNIT
  let power = z
  let sum = 0n
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd
    power = (power * square) / UNIT
  }
  return 2n * sum
}
