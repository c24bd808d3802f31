/** Weights put into the text of a file, where they stand, and nothing else touched. */
import type { GivenWeight } from '../effect/effect-answer.js'

/**
 * @param weights - where they stand in this very text
 * @param values - one for each
 * @returns null where a weight does not stand there
 */
export function setWeights(
  text: string,
  weights: readonly GivenWeight[],
  values: readonly string[],
): string | null {
  let changed = text
  const ordered = weights
    .map(({ offset, weight }, index) => ({
      ...{ offset, weight },
      value: values[index] ?? weight,
    }))
    .filter(({ weight, value }) => weight !== value)
    // From behind, so that what stands before keeps its place.
    .sort((one, other) => (other.offset ?? 0) - (one.offset ?? 0))
  for (const { offset, weight, value } of ordered) {
    if (offset === null || !changed.startsWith(weight, offset)) return null
    const end = offset + weight.length
    changed = `${changed.slice(0, offset)}${value}${changed.slice(end)}`
  }
  return changed
}
