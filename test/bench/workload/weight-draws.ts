/** Invented bodies of normalised inputs, and weights drawn around equal ones. */
import type { DrawnWeights } from '../hand-written/weight-draws.js'
import { randomOf } from './random.js'

const SEED = 1000

export function drawnWeights(
  bodies: number,
  inputs: number,
  draws: number,
): DrawnWeights {
  const values = new Float64Array(bodies * inputs)
  for (let body = 0; body < bodies; body++) {
    const random = randomOf(SEED, body)
    for (let input = 0; input < inputs; input++) {
      values[body * inputs + input] = random.whole(0, 1000) / 1000
    }
  }
  const weights = new Float64Array(draws * inputs)
  for (let draw = 0; draw < draws; draw++) {
    const random = randomOf(SEED + 1, draw)
    const own = weights.subarray(draw * inputs, (draw + 1) * inputs)
    for (let input = 0; input < inputs; input++) {
      own[input] = 0.75 + random.share() / 2
    }
    const sum = own.reduce((a, b) => a + b)
    for (let input = 0; input < inputs; input++) {
      own[input] = (own[input] ?? 0) / sum
    }
  }
  return { bodies, inputs, draws, values, weights }
}
