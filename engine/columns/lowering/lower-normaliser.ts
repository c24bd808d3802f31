/** Raw values become scores, as column code. */
import type { Normaliser } from '../../methodology/normaliser.js'
import type { LoweringFrame } from './lower-expression.js'
import type { Lowered } from './lowered.js'
import { NotLowered } from './lowering.js'

export function lowerNormaliser(
  normaliser: Normaliser,
  raw: Lowered,
  frame: LoweringFrame,
): Lowered {
  void raw
  void frame
  throw new NotLowered(`${normaliser.kind} has no column code`)
}
