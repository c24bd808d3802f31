/**
 * Puts rows in order by their figures, as often as is wanted and without
 * allocating: a radix sort over the bits of the doubles, which are first turned
 * so that the order of the bits is the order of the numbers.
 */

/** From so many rows on, fewer passes with longer digits are faster. */
const MANY = 3000

/** How many steps back a row may take in the mean before the low bits are sorted as well. */
const STEPS = 2

/** Which half of a double: its sign, its exponent and 20 bits, or the rest. */
type Half = 'high' | 'low'

export class RowOrder {
  /** Whoever wants them in order puts rows here. */
  readonly rows: Int32Array
  readonly #otherRows: Int32Array
  readonly #keys: Int32Array
  readonly #otherKeys: Int32Array
  readonly #times: Int32Array
  /** One double, and the same as two halves. */
  readonly #double = new Float64Array(1)
  readonly #halves = new Int32Array(this.#double.buffer)

  /** @param most - rows are numbered below it, and parts as well */
  constructor(most: number) {
    this.rows = new Int32Array(most)
    this.#otherRows = new Int32Array(most)
    this.#keys = new Int32Array(most)
    this.#otherKeys = new Int32Array(most)
    this.#times = new Int32Array(Math.max(most + 1, 1 << 11))
  }

  /**
   * Orders the first `count` rows, the best first. Zeroes are equal whatever their
   * sign, absent figures (NaN) stand last; equal ones stay as they stood.
   */
  byFigure(
    figures: Float64Array,
    count: number,
    better: 'more' | 'less',
  ): void {
    this.#byHalf('high', figures, count, better)
    if (this.#settleEqualKeys(figures, count, better)) return
    this.#byHalf('low', figures, count, better)
    this.#byHalf('high', figures, count, better)
  }

  /**
   * Brings the first `count` rows of a part together, the parts by their numbers;
   * those of a part stay as they stood.
   *
   * @param parts - row -> its part, from 0
   * @param among - how many parts there are
   */
  byPart(parts: Int32Array, count: number, among: number): void {
    const [rows, into, times] = [this.rows, this.#otherRows, this.#times]
    times.fill(0, 0, among)
    for (let at = 0; at < count; at += 1) {
      const part = parts[rows[at] ?? 0] ?? 0
      times[part] = (times[part] ?? 0) + 1
    }
    startsOf(times, among)
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] ?? 0
      const part = parts[row] ?? 0
      const start = times[part] ?? 0
      times[part] = start + 1
      into[start] = row
    }
    rows.set(into.subarray(0, count))
  }

  #byHalf(
    half: Half,
    figures: Float64Array,
    count: number,
    better: 'more' | 'less',
  ): void {
    this.#writeKeys(half, figures, count, better)
    const bits = count < MANY ? 8 : 11
    let isMoved = false
    for (let shift = 0; shift < 32; shift += bits) {
      const [rows, keys] = isMoved
        ? [this.#otherRows, this.#otherKeys]
        : [this.rows, this.#keys]
      const [intoRows, intoKeys] = isMoved
        ? [this.rows, this.#keys]
        : [this.#otherRows, this.#otherKeys]
      const isDone = byDigit(
        { shift, bits, count, times: this.#times },
        { rows, keys },
        { rows: intoRows, keys: intoKeys },
      )
      if (isDone) isMoved = !isMoved
    }
    if (!isMoved) return
    this.rows.set(this.#otherRows.subarray(0, count))
    this.#keys.set(this.#otherKeys.subarray(0, count))
  }

  #writeKeys(
    half: Half,
    figures: Float64Array,
    count: number,
    better: 'more' | 'less',
  ): void {
    const [rows, keys] = [this.rows, this.#keys]
    const [double, halves] = [this.#double, this.#halves]
    const at = half === 'high' ? HIGH : 1 - HIGH
    const first = half === 'high' ? 1 << 31 : 0
    const turned = better === 'more' ? -1 : 0
    for (let place = 0; place < count; place += 1) {
      // The sum makes one zero of both.
      const figure = (figures[rows[place] ?? 0] ?? NaN) + 0
      double[0] = figure
      const sign = (halves[HIGH] ?? 0) >> 31
      const key = (halves[at] ?? 0) ^ (sign | first) ^ turned
      keys[place] = figure === figure ? key : LAST
    }
  }

  /**
   * Orders rows with equal keys, which stand together, by their figures.
   *
   * @returns false where there are too many for it
   */
  #settleEqualKeys(
    figures: Float64Array,
    count: number,
    better: 'more' | 'less',
  ): boolean {
    const [rows, keys] = [this.rows, this.#keys]
    const turn = better === 'more' ? -1 : 1
    let left = STEPS * count
    for (let place = 1; place < count; place += 1) {
      const key = keys[place]
      if (key !== keys[place - 1]) continue
      const row = rows[place] ?? 0
      const figure = turn * (figures[row] ?? NaN)
      let at = place
      while (at > 0 && keys[at - 1] === key) {
        const before = rows[at - 1] ?? 0
        if (!(figure < turn * (figures[before] ?? NaN))) break
        rows[at] = before
        at -= 1
      }
      rows[at] = row
      left -= place - at
      if (left < 0) return false
    }
    return true
  }
}

/** The key that all others stand before. */
const LAST = -1

/** Where the high half of a double stands on this machine. */
const HIGH = new Int32Array(Float64Array.of(-1).buffer)[1] === 0 ? 0 : 1

interface Keyed {
  readonly rows: Int32Array
  readonly keys: Int32Array
}

interface Digit {
  readonly shift: number
  readonly bits: number
  readonly count: number
  /** Room to count how often each digit occurs. */
  readonly times: Int32Array
}

/** @returns false where all have the same digit, so that nothing is to be moved */
function byDigit(
  { shift, bits, count, times }: Digit,
  { rows, keys }: Keyed,
  into: Keyed,
): boolean {
  const [intoRows, intoKeys] = [into.rows, into.keys]
  const different = 1 << bits
  const mask = different - 1
  times.fill(0, 0, different)
  for (let place = 0; place < count; place += 1) {
    const digit = ((keys[place] ?? 0) >>> shift) & mask
    times[digit] = (times[digit] ?? 0) + 1
  }
  if (times[((keys[0] ?? 0) >>> shift) & mask] === count) return false
  startsOf(times, different)
  for (let place = 0; place < count; place += 1) {
    const key = keys[place] ?? 0
    const digit = (key >>> shift) & mask
    const start = times[digit] ?? 0
    times[digit] = start + 1
    intoKeys[start] = key
    intoRows[start] = rows[place] ?? 0
  }
  return true
}

/** Makes of how often each occurs where the first of each stands. */
function startsOf(times: Int32Array, different: number): void {
  let before = 0
  for (let each = 0; each < different; each += 1) {
    const own = times[each] ?? 0
    times[each] = before
    before += own
  }
}
