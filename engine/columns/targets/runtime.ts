/** What generated loops call: functions that are too long to be written out in them. */
import { quantileOf } from '../code/reducers.js'
import { powerOf } from '../operations/powers.js'
import {
  isNearHalf,
  roundedHalfEven,
  roundedHalfUp,
} from '../operations/rounding.js'

export const RUNTIME = {
  quantileOf,
  powerOf,
  roundedHalfUp,
  roundedHalfEven,
  isNearHalf,
} as const
