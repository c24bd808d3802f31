/**
 * Places of the central and of the local bodies by their totals: 1 is the
 * first, equal totals share a place, and the next place is left empty.
 */

/** Totals have two digits and lie in 0..100. */
const MOST_HUNDREDTHS = 10_000

/** Fewer bodies are sorted, more are counted by their hundredths. */
const FEW = 500

/**
 * @param kind - 0 central, 1 local
 * @param total - rounded to two digits; NaN where a body has none
 * @param into - place of each body, 0 where it has none
 */
export function writePlaces(
  kind: Float64Array,
  total: Float64Array,
  into: Int32Array,
): void {
  into.fill(0)
  for (const each of [0, 1]) {
    if (total.length < FEW) placesBySorting(kind, total, each, into)
    else placesByCounting(kind, total, each, into)
  }
}

function placesBySorting(
  kind: Float64Array,
  total: Float64Array,
  of: number,
  into: Int32Array,
): void {
  const rows: number[] = []
  for (let body = 0; body < total.length; body++) {
    const value = total[body] as number
    if (kind[body] === of && value === value) rows.push(body)
  }
  rows.sort((a, b) => (total[b] as number) - (total[a] as number))
  let place = 0
  let last = NaN
  rows.forEach((body, index) => {
    if (total[body] !== last) place = index + 1
    last = total[body] as number
    into[body] = place
  })
}

function placesByCounting(
  kind: Float64Array,
  total: Float64Array,
  of: number,
  into: Int32Array,
): void {
  const places = new Int32Array(MOST_HUNDREDTHS + 1)
  for (let body = 0; body < total.length; body++) {
    const value = total[body] as number
    if (kind[body] === of && value === value) {
      const at = Math.round(value * 100)
      places[at] = (places[at] as number) + 1
    }
  }
  let before = 0
  for (let at = MOST_HUNDREDTHS; at >= 0; at--) {
    const bodies = places[at] as number
    places[at] = before + 1
    before += bodies
  }
  for (let body = 0; body < total.length; body++) {
    const value = total[body] as number
    if (kind[body] === of && value === value) {
      into[body] = places[Math.round(value * 100)] as number
    }
  }
}
