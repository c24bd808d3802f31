/** Points for levels and truth values, and formulas in pieces, as column code. */
import type { Normaliser } from '../../methodology/normaliser.js'
import { isShortDecimal } from '../../number/double.js'
import { nearestDouble } from '../../number/text.js'
import type { Code } from '../code/code.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { alwaysMissing, choose, type Lowered } from './lowered.js'
import { NotLowered, type Lowering } from './lowering.js'

/** The points of the level, or of true and false. */
export function lowerPoints(
  raw: Lowered,
  { points }: Normaliser,
  lowering: Lowering,
): Lowered {
  const levels = ofTruth(points, lowering) ? ['false', 'true'] : lowering.words
  const table = levels.map((level) => {
    const found = points.get(level)
    return found ? nearestDouble(found) : NaN
  })
  const numbers = [...points.values()]
  const doubles = numbers.map(nearestDouble)
  const sizes = doubles.map(Math.abs).filter((size) => size > 0)
  const value = lowering.code.lookUp(raw.value, table, {
    low: Math.min(...doubles),
    high: Math.max(...doubles),
    smallest: Math.min(...sizes, 1),
    isDecimal: numbers.every(isShortDecimal),
    isWhole:
      doubles.every((each) => Number.isSafeInteger(each)) &&
      numbers.every(isShortDecimal),
  })
  return { value, notApplicable: raw.notApplicable }
}

/** True where the points stand for true and false. */
function ofTruth(points: Normaliser['points'], { words }: Lowering): boolean {
  const isTruth = [...points.keys()].every(
    (level) => level === 'true' || level === 'false',
  )
  if (isTruth && (words.includes('true') || words.includes('false'))) {
    throw new NotLowered('levels may be words or truth values')
  }
  return isTruth
}

/** The first piece whose condition is true; absent where a condition before it is. */
export function lowerPieces(
  raw: Lowered,
  { pieces }: Normaliser,
  frame: LoweringFrame,
  hold: (score: Code) => Code,
): Lowered {
  const { code } = frame.lowering
  const inside = { ...frame, argument: raw }
  return pieces.reduceRight<Lowered>((otherwise, piece) => {
    const made = lowerExpression(piece.value, inside)
    const held = { ...made, value: hold(made.value) }
    if (!piece.when) return held
    return choose(code, lowerExpression(piece.when, inside), held, otherwise)
  }, alwaysMissing(code))
}
