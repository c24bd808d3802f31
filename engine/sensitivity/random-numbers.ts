/**
 * Random numbers that are the same for the same seed on every machine: sfc32 by
 * C. Doty-Humphrey (PractRand), its state filled by the 32-bit form of splitmix
 * (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195; constants of its mixing
 * by C. Wellons, "hash-prospector").
 */

/** What is thrown away at first, until all of the state depends on all of the seed. */
const WARMING = 12

/**
 * @param seed - a whole number, 0 .. 4294967295
 * @returns gives the next number each time, evenly spread between 0 and 1, never
 *   0 and never 1: (k + 1/2) / 2^32 for a whole k
 */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0
  const fill = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  let a = fill()
  let b = fill()
  let c = fill()
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return ((sum >>> 0) + 0.5) / 4294967296
  }
  for (let i = 0; i < WARMING; i += 1) next()
  return next
}
