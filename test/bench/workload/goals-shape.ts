/** How many rows each table of a body has: the first of two passes over the generated bodies. */
import { randomOf, type Random } from './random.js'

export const SEED = 2012

export const CENTRAL = 0
export const LOCAL = 1

export interface BodyShape {
  readonly kind: typeof CENTRAL | typeof LOCAL
  /** For each sector, how many directions it has. */
  readonly sectors: readonly number[]
  readonly risks: number
  readonly goals: readonly GoalShape[]
  readonly indices: number
}

export interface GoalShape {
  readonly indicators: number
  /** For each task, how many direct results it has. */
  readonly tasks: readonly number[]
}

/** Tables are rarely empty, so that means of nothing occur. */
export function shapeOf(body: number): BodyShape {
  const random = randomOf(SEED, body)
  const kind = random.chance(0.4) ? CENTRAL : LOCAL
  const sectors = listOf(random.whole(2, 5), () =>
    random.chance(0.2) ? random.whole(1, 3) : 0,
  )
  const risks = kind === CENTRAL ? random.whole(2, 6) : random.whole(0, 1)
  const goals = listOf(random.whole(2, 5), () => goalShape(random))
  const indices = kind === LOCAL ? random.whole(2, 7) : random.whole(0, 1)
  const isEmpty = random.chance(0.005)
  return {
    kind,
    sectors,
    risks: isEmpty ? 0 : risks,
    goals,
    indices: isEmpty ? 0 : indices,
  }
}

function goalShape(random: Random): GoalShape {
  const isBare = random.chance(0.02)
  return {
    indicators: random.whole(2, 4),
    tasks: isBare ? [] : listOf(random.whole(1, 3), () => random.whole(1, 3)),
  }
}

function listOf<Item>(count: number, make: () => Item): readonly Item[] {
  return Array.from({ length: count }, make)
}
