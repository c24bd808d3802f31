/** The logarithm or square root that figures and goalposts are taken of before they are compared. */
import { ln } from '../functions/ln.js'
import { log10 } from '../functions/log10.js'
import { sqrt } from '../functions/sqrt.js'
import type { Normaliser } from '../methodology/normaliser.js'
import type { MissingReason } from '../missing-reason.js'
import type { Fault, Numeric } from '../number/numeric.js'

type Result = Numeric | Fault | MissingReason

const TRANSFORMS = { ln, log10, sqrt }

export function transformed(
  values: readonly Numeric[],
  { transform }: Normaliser,
): readonly Result[] {
  return transform === null
    ? values
    : values.map((value) => transformOnce(value, transform))
}

/** Goalposts are the same for every body, and a logarithm of 64 digits is slow. */
function transformOnce(
  value: Numeric,
  transform: keyof typeof TRANSFORMS,
): Result {
  const known = seenBefore[transform].get(value)
  if (known !== undefined) return known
  const result = TRANSFORMS[transform].compute(value)
  seenBefore[transform].set(value, result)
  return result
}

const seenBefore = {
  ln: new WeakMap<Numeric, Result>(),
  log10: new WeakMap<Numeric, Result>(),
  sqrt: new WeakMap<Numeric, Result>(),
}
