/**
 * One draw: each weight times a factor that is evenly spread within the margin,
 * then all siblings by one factor, so that they add up to what they did.
 */

/**
 * @param given - the weights of the file
 * @param siblings - places of weights that keep their sum
 * @param into - where the drawn weights are put
 */
export function drawWeights(
  given: Float64Array,
  siblings: readonly Int32Array[],
  margin: number,
  random: () => number,
  into: Float64Array,
): void {
  for (const places of siblings) {
    let [before, after] = [0, 0]
    for (const place of places) {
      const weight = given[place] ?? 0
      const drawn = weight * (1 + margin * (2 * random() - 1))
      before += weight
      after += drawn
      into[place] = drawn
    }
    const scale = before / after
    for (const place of places) into[place] = (into[place] ?? 0) * scale
  }
}
