/** All operations of column code, by name. */
import {
  absolute,
  add,
  divide,
  multiply,
  negate,
  quotient,
  subtract,
} from './arithmetic.js'
import {
  isCoarse,
  isExtreme,
  isNear,
  isUnbounded,
  shareOf,
  unlessZero,
} from './checks.js'
import { firstPresent, lookUp, select, selectDoubt } from './choice.js'
import { equal, less, lessOrEqual } from './comparison.js'
import { max, min } from './extremes.js'
import { and, both, either, isNot, isPresent, not, or } from './logic.js'
import { isBeyond, logarithmWhere } from './long-products.js'
import type { Operation } from './operation.js'
import {
  cubeRoot,
  decimalLogarithm,
  exponential,
  isAbove,
  naturalLogarithm,
  power,
  squareRoot,
} from './powers.js'
import {
  ceil,
  floor,
  nearestWhole,
  nearHalf,
  roundHalfEven,
  roundHalfUp,
  sign,
} from './rounding.js'

const OPERATIONS = {
  add,
  subtract,
  multiply,
  divide,
  quotient,
  negate,
  absolute,
  min,
  max,
  less,
  'less-or-equal': lessOrEqual,
  equal,
  and,
  or,
  not,
  both,
  either,
  'is-present': isPresent,
  'is-not': isNot,
  select,
  'select-doubt': selectDoubt,
  'first-present': firstPresent,
  'look-up': lookUp,
  'square-root': squareRoot,
  'cube-root': cubeRoot,
  exponential,
  'natural-logarithm': naturalLogarithm,
  'decimal-logarithm': decimalLogarithm,
  power,
  'is-beyond': isBeyond,
  'logarithm-where': logarithmWhere,
  'round-half-up': roundHalfUp,
  'round-half-even': roundHalfEven,
  'near-half': nearHalf,
  floor,
  ceil,
  'nearest-whole': nearestWhole,
  sign,
  'is-near': isNear,
  'is-above': isAbove,
  'is-unbounded': isUnbounded,
  'is-coarse': isCoarse,
  'is-extreme': isExtreme,
  'unless-zero': unlessZero,
  'share-of': shareOf,
} as const satisfies { readonly [name: string]: Operation }

export type OperationName = keyof typeof OPERATIONS

export function operationOf(name: OperationName): Operation {
  return OPERATIONS[name]
}
