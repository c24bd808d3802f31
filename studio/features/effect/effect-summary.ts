/** An effect in one sentence: how many move, and who moves most. */
import type { MovedBody } from './effect-answer.js'

export interface EffectSummary {
  readonly bodies: number
  /** Those with another place than before, newly placed and no longer placed ones included. */
  readonly moved: number
  readonly newlyPlaced: number
  readonly noLongerPlaced: number
  /** null where nobody rises. */
  readonly largestRise: MovedBody | null
  /** null where nobody falls. */
  readonly largestFall: MovedBody | null
  /** How many keep their place with another total. */
  readonly otherTotal: number
}

export function effectSummary(bodies: readonly MovedBody[]): EffectSummary {
  const byGain = [...bodies]
    .filter(({ gained }) => gained !== null)
    .sort((one, other) => (other.gained ?? 0) - (one.gained ?? 0))
  const [first, last] = [byGain[0], byGain.at(-1)]
  return {
    bodies: bodies.length,
    moved: bodies.filter(isMoved).length,
    newlyPlaced: bodies.filter(({ before }) => !before).length,
    noLongerPlaced: bodies.filter(({ after }) => !after).length,
    largestRise: first && (first.gained ?? 0) > 0 ? first : null,
    largestFall: last && (last.gained ?? 0) < 0 ? last : null,
    otherTotal: bodies.filter(
      (each) =>
        !isMoved(each) && each.difference !== null && each.difference !== '0',
    ).length,
  }
}

export function isMoved({ gained }: MovedBody): boolean {
  return gained !== 0
}
