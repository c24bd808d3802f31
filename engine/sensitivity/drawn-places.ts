/** The places of one body over all draws, in a few numbers. */

export interface DrawnPlaces {
  readonly id: string
  /** The certified place under the weights of the file; null where it has none. */
  readonly place: number | null
  /** The least and the largest place over the draws; null where no draw gave one. */
  readonly least: number | null
  readonly most: number | null
  /**
   * Percentiles of the draws that gave a place: the least place that at least 5,
   * 50, 95 of 100 of them do not exceed (nearest rank; Hyndman and Fan 1996,
   * definition 1, doi:10.2307/2684934). Always a place that was drawn.
   */
  readonly percentile5: number | null
  readonly median: number | null
  readonly percentile95: number | null
  /** In what share of all draws it has the place of the file; null where that gives none. */
  readonly keeps: number | null
  /** In what share of all draws it is among the first places. */
  readonly amongFirst: number
  /** How many draws left it without a place. */
  readonly withoutPlace: number
}

/**
 * @param drawn - a place for each draw, 0 where there was none; sorted by the call
 * @param first - how many places count as the first
 */
export function summedUp(
  id: string,
  place: number | null,
  drawn: Uint32Array,
  first: number,
): DrawnPlaces {
  drawn.sort()
  let [withoutPlace, keeps, amongFirst] = [0, 0, 0]
  for (const each of drawn) {
    if (each === 0) withoutPlace += 1
    else if (each <= first) amongFirst += 1
    if (each === place) keeps += 1
  }
  const placed = drawn.subarray(withoutPlace)
  const n = placed.length
  const percentile = (hundredths: number) =>
    n === 0 ? null : (placed[Math.ceil((hundredths * n) / 100) - 1] ?? null)
  return {
    id,
    place,
    least: placed[0] ?? null,
    most: placed[n - 1] ?? null,
    percentile5: percentile(5),
    median: percentile(50),
    percentile95: percentile(95),
    keeps: place === null ? null : keeps / drawn.length,
    amongFirst: amongFirst / drawn.length,
    withoutPlace,
  }
}
