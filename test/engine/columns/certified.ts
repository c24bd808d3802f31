/** Holds doubles with their error bounds against exact numbers. */
import { expect } from 'vitest'
import type { Code } from '../../../engine/columns/code/code.js'
import type { MissingReason } from '../../../engine/missing-reason.js'
import { toRatio, type Numeric } from '../../../engine/number/numeric.js'
import { ratio, type Ratio } from '../../../engine/number/ratio.js'
import { shortText } from '../../../engine/number/text.js'
import { TARGETS, type SmallFrame } from './run-code.js'

/**
 * In every body the double is the exact number but for its error, and absent
 * where there is none; only where there is doubt nothing is said.
 *
 * @param tolerance - the share of the exact number, and of `size`, that the double may be off by
 * @returns how many bodies are in doubt
 */
export function expectCertified(
  frame: SmallFrame,
  made: Code,
  exact: readonly (Numeric | MissingReason)[],
  { tolerance = 1e-12, size = 0 } = {},
): number {
  const { value, error, doubt } = frame.code.bounded(made)
  let doubts = 0
  for (const target of TARGETS) {
    const [values, errors, asked] = frame.run(target, [value, error, doubt])
    for (const [body, wanted] of exact.entries()) {
      const double = values?.[body] ?? NaN
      const bound = errors?.[body] ?? NaN
      const isDoubtful =
        asked?.[body] === 1 || (double === double && !(bound < Infinity))
      const says = `${target.name}, body ${body}: ${double} +- ${bound} for ${typeof wanted === 'string' ? wanted : shortText(wanted, 25)}, doubt ${asked?.[body]}`
      expect([0, 1], says).toContain(asked?.[body])
      if (isDoubtful) doubts += 1
      if (typeof wanted === 'string') {
        if (!isDoubtful) expect(double, says).toBeNaN()
        continue
      }
      if (!isDoubtful) {
        expect(isWithin(double, wanted, exactOf(bound)), says).toBe(true)
      }
      if (Number.isFinite(tolerance) && !isDoubtful) {
        const scale = Math.max(size, Math.abs(double))
        expect(isWithin(double, wanted, exactOf(tolerance * scale)), says).toBe(
          true,
        )
      }
    }
  }
  return doubts / TARGETS.length
}

function isWithin(double: number, wanted: Numeric, bound: Ratio): boolean {
  if (!Number.isFinite(double)) return false
  const [a, b] = [exactOf(double), toRatio(wanted)]
  const distance = a.numerator * b.denominator - b.numerator * a.denominator
  const size = distance < 0n ? -distance : distance
  return (
    size * bound.denominator <= bound.numerator * a.denominator * b.denominator
  )
}

/** The fraction that a double is. */
export function exactOf(double: number): Ratio {
  let below = 1n
  let above = double
  while (!Number.isInteger(above)) {
    above *= 2
    below *= 2n
  }
  return ratio(BigInt(above), below)
}
