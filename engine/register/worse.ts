/** The worse of two figures of one input. */
import type { InputNode } from '../methodology/methodology.js'
import { compare } from '../number/numeric.js'
import type { Value } from '../value.js'

/** @returns null where the input has no direction */
export function worse(
  { joining, type }: InputNode,
  a: Value,
  b: Value,
): Value | null {
  if (a.kind === 'word' && b.kind === 'word' && type.kind === 'level') {
    // The levels of a scale stand worst first, however the file lists them.
    const place = ({ word }: { readonly word: string }) =>
      type.values.indexOf(word)
    return place(a) <= place(b) ? a : b
  }
  if (a.kind !== 'number' || b.kind !== 'number') return null
  const isLess = compare(a.number, b.number) < 0
  return isLess === (joining.better === 'more') ? a : b
}
