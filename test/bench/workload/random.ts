/** Figures that repeat from run to run: a small generator of pseudo-random numbers. */

export interface Random {
  /** In [0, 1). */
  share(): number
  /** Whole, least..most, both included. */
  whole(least: number, most: number): number
  /** True in the given share of calls. */
  chance(share: number): boolean
}

/**
 * The generator of one body: the same body whatever the number of bodies, so
 * that a small set is the beginning of a large one.
 *
 * @source mulberry32 by Tommy Ettinger, public domain
 */
export function randomOf(seed: number, body: number): Random {
  let state =
    (Math.imul(seed, 0x9e3779b1) ^ Math.imul(body + 1, 0x85ebca6b)) | 0
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    share,
    whole: (least, most) => least + Math.floor(share() * (most - least + 1)),
    chance: (of) => share() < of,
  }
}
