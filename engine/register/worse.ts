/** The worse of two figures of one input. */
import type { InputNode } from '../methodology/methodology.js'
import { compare } from '../number/numeric.js'
import type { Value } from '../value.js'

/** @returns null where the input has no direction */
export function worse(
  { joining }: InputNode,
  a: Value,
  b: Value,
): Value | null {
  if (a.kind !== 'number' || b.kind !== 'number') return null
  const isLess = compare(a.number, b.number) < 0
  return isLess === (joining.better === 'more') ? a : b
}
