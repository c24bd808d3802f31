/**
 * How far places depend on the weights, by hand: every draw of the weights
 * gives each body a weighted sum and a place, and each body an interval of its
 * places over all draws.
 */

export interface DrawnWeights {
  readonly bodies: number
  readonly inputs: number
  readonly draws: number
  /** Body by body, in 0..1. */
  readonly values: Float64Array
  /** Draw by draw; each adds up to 1. */
  readonly weights: Float64Array
}

/** Of each body: the places between which it stands in 90 of 100 draws. */
export interface PlaceIntervals {
  readonly best: Int32Array
  readonly worst: Int32Array
}

const TAIL = 0.05

export function placeIntervals(drawn: DrawnWeights): PlaceIntervals {
  const { bodies, draws } = drawn
  const totals = new Float64Array(bodies)
  const sorted = new Float64Array(bodies)
  // For each body how often it had each place, from 1.
  const times = new Int32Array(bodies * (bodies + 1))
  for (let draw = 0; draw < draws; draw++) {
    writeTotals(drawn, draw, totals)
    sorted.set(totals)
    sorted.sort()
    for (let body = 0; body < bodies; body++) {
      const place = bodies - upperBound(sorted, totals[body] as number) + 1
      const at = body * (bodies + 1) + place
      times[at] = (times[at] as number) + 1
    }
  }
  const best = new Int32Array(bodies)
  const worst = new Int32Array(bodies)
  for (let body = 0; body < bodies; body++) {
    const first = body * (bodies + 1)
    const own = times.subarray(first, first + bodies + 1)
    best[body] = placeAt(own, Math.ceil(TAIL * draws))
    worst[body] = placeAt(own, Math.ceil((1 - TAIL) * draws))
  }
  return { best, worst }
}

function writeTotals(
  { bodies, inputs, values, weights }: DrawnWeights,
  draw: number,
  into: Float64Array,
): void {
  const first = draw * inputs
  for (let body = 0; body < bodies; body++) {
    const row = body * inputs
    let sum = 0
    for (let input = 0; input < inputs; input++) {
      sum +=
        (values[row + input] as number) * (weights[first + input] as number)
    }
    into[body] = sum
  }
}

/** How many of the sorted values are not above x. */
function upperBound(sorted: Float64Array, x: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= x) low = middle + 1
    else high = middle
  }
  return low
}

/** The place that the n-th of the ordered places is, n from 1. */
function placeAt(times: Int32Array, n: number): number {
  let before = 0
  for (let place = 1; place < times.length; place++) {
    before += times[place] as number
    if (before >= n) return place
  }
  return times.length - 1
}
