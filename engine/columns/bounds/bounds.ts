/**
 * Error bounds as code: for every piece of code a second one that is no less
 * than the distance between the double and the number meant, and a third one
 * that is 1 where the bound cannot decide something. Targets run them like any
 * other code.
 *
 * @source Higham, N. J. (2002), Accuracy and Stability of Numerical Algorithms,
 *   2nd ed., SIAM, chapters 2-4: the standard model of rounding errors.
 */
import type { Builder } from '../code/builder.js'
import type { Code, ReductionCode } from '../code/code.js'
import type { ReducerName } from '../code/reducers.js'
import { UNIT, type Bounds } from '../operations/operation.js'
import { operationOf } from '../operations/table.js'
import {
  isNothing,
  mayBeExtreme,
  plus,
  rounded,
  scaled,
  sizeCode,
} from './terms.js'

export function boundsOf(code: Builder, value: Code): Bounds {
  const none = code.number(0)
  switch (value.kind) {
    case 'number':
      return {
        error: value.isExact ? none : code.number(UNIT * Math.abs(value.value)),
        doubt: none,
      }
    case 'setting':
      return { error: rounded(code, value), doubt: none }
    case 'cell': {
      const error = code.errorsOf(value) ?? rounded(code, value)
      const doubt = code.doubtsOf(value)
      if (!mayBeExtreme(value.facts)) return { error, doubt }
      const extreme = code.operation('is-extreme', value, value, value)
      return { error, doubt: code.either(doubt, extreme) }
    }
    case 'operation': {
      const { bounds } = operationOf(value.operation)
      if (!bounds) throw new TypeError(`${value.operation} has no bounds`)
      const operands = value.operands.map((each) => code.bounded(each))
      return bounds(code, value, operands)
    }
    case 'reduction':
      return {
        error: reductionError(code, value),
        doubt: anyDoubt(code, value),
      }
  }
}

/** Doubt in any row is doubt about the whole. */
function anyDoubt(code: Builder, value: ReductionCode): Code {
  const { reducer, level, over, of, mask, share } = value
  const inRows = [of, mask].reduce<Code>(
    (doubt, each) =>
      each ? code.either(doubt, code.bounded(each).doubt) : doubt,
    code.number(0),
  )
  const extreme =
    reducer === 'product' && of && mayBeExtreme(value.facts)
      ? isProductExtreme(code, value, of)
      : code.number(0)
  const about = share ? code.bounded(share).doubt : extreme
  if (isNothing(inRows)) return about
  return code.either(about, code.reduction('any', level, over, inRows))
}

/** A product that is zero is trusted only where a factor is. */
function isProductExtreme(code: Builder, value: ReductionCode, of: Code): Code {
  const { level, over, mask } = value
  const size = sizeCode(code, of)
  const one = code.number(1)
  const least = code.reduction('min', level, over, size, mask)
  const product = (each: Code) =>
    code.reduction('product', level, over, each, mask)
  const { low, high } = size.facts
  if (low >= 1 || high <= 1) {
    return code.operation('is-extreme', product(size), least, least)
  }
  // Factors on both sides of 1 may leave the range on the way and come back.
  const falling = product(code.operation('min', size, one))
  const rising = product(code.operation('max', size, one))
  return code.either(
    code.operation('is-extreme', falling, least, least),
    code.operation('is-extreme', rising, one, one),
  )
}

function reductionError(code: Builder, value: ReductionCode): Code {
  const { reducer, level, over, of, mask, share } = value
  const none = code.number(0)
  if (!of) return none
  const { error } = code.bounded(of)
  const size = sizeCode(code, of)
  const reduced = (name: ReducerName, each: Code) =>
    isNothing(each) ? each : code.reduction(name, level, over, each, mask)
  const count = code.reduction('count', level, over, null, mask)
  /** count * UNIT * x */
  const roundings = (x: Code) =>
    scaled(code, scaled(code, code.number(UNIT), count), x)
  switch (reducer) {
    case 'count':
    case 'any':
      return code.number(0)
    case 'sum':
      return value.facts.isWhole
        ? code.number(0)
        : plus(code, reduced('sum', error), roundings(reduced('sum', size)))
    case 'min':
    case 'max':
      return reduced('max', error)
    case 'product': {
      const least = code.operation('subtract', size, error)
      const part = isNothing(error)
        ? error
        : code.operation('share-of', error, least)
      const relative = plus(
        code,
        reduced('sum', part),
        roundings(code.number(1)),
      )
      // The product of 1 + r stays below 1 + 1.01 (r1 + r2 + ...) while that is small.
      const bound = scaled(code, code.number(1.01), relative)
      const isCoarse = code.operation('is-above', bound, code.number(0.01))
      const factor = code.select(isCoarse, code.number(Infinity), bound)
      return scaled(code, sizeCode(code, value), factor)
    }
    case 'quantile': {
      // The place is off by count * (error of the share + 2 roundings), and two
      // neighbours lie no further apart than twice the largest.
      const largest = reduced('max', size)
      const place = plus(
        code,
        share ? scaled(code, code.number(2), code.bounded(share).error) : none,
        code.number(10 * UNIT),
      )
      const moved = scaled(code, scaled(code, count, place), largest)
      return plus(code, reduced('max', error), moved)
    }
  }
}
