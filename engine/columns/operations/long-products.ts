/** What long products are taken apart by: their logarithm, only where it is needed. */
import { plus, rounded } from '../bounds/terms.js'
import { CERTAIN, within } from '../code/facts.js'
import { LIBRARY_UNIT, type Operation } from './operation.js'

/** A product within these sizes has lost nothing. */
const LEAST_PRODUCT = 1e-140
const LARGEST_PRODUCT = 1e140

/**
 * 1 where a product a of factors above zero, the smallest of them b, has left the
 * sizes that doubles are trusted in. Only how a number is computed may hang on
 * it, never which number: so it is never in doubt.
 */
export const isBeyond: Operation = {
  apply: (a, b) =>
    b > 0 && !(a >= LEAST_PRODUCT && a <= LARGEST_PRODUCT) ? 1 : 0,
  text: (a, b) =>
    `${b} > 0 && !(${a} >= ${LEAST_PRODUCT} && ${a} <= ${LARGEST_PRODUCT}) ? 1 : 0`,
  repeats: [0],
  facts: () => CERTAIN,
  bounds: (code) => ({ error: code.number(0), doubt: code.number(0) }),
}

/** ln a where b is 1, else 0: the logarithm costs nothing where nobody asks for it. */
export const logarithmWhere: Operation = {
  apply: (a, b) => (b === 1 ? Math.log(a) : 0),
  text: (a, b) => `${b} === 1 ? Math.log(${a}) : 0`,
  facts: () => within(-1000, 1000, { mayBeAbsent: true }),
  bounds: (code, value, [a, b]) => {
    if (!a || !b) throw new TypeError('A logarithm has an operand and a test')
    const least = code.operation('subtract', a.value, a.error)
    const error = plus(
      code,
      code.operation('share-of', a.error, least),
      rounded(code, value, LIBRARY_UNIT),
    )
    const zero = code.number(0)
    const isNearZero = code.isNear(a, code.bounded(zero))
    const isOpen = code.either(a.doubt, isNearZero)
    return {
      error: code.select(b.value, error, zero),
      doubt: code.both(b.value, isOpen),
    }
  },
}
