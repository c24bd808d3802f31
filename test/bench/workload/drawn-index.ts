/**
 * An invented index whose weights are drawn: normalised inputs under one mean,
 * as the engine reads them and as loops written by hand do.
 */
import {
  inputColumn,
  loadMethodology,
  sourceOfColumns,
  type ColumnData,
  type ColumnSource,
  type Methodology,
} from '../../../engine/index.js'
import { drawWeights } from '../../../engine/sensitivity/draw-weights.js'
import { randomNumbers } from '../../../engine/sensitivity/random-numbers.js'
import type { DrawnWeights } from '../hand-written/weight-draws.js'
import { randomOf } from './random.js'

const YEAR = 2020
const SEED_OF_VALUES = 1000

/** Inputs lie between 0 and 1 in steps of this. */
export const STEP = 1000

/** How both draw: each weight times 0.9 to 1.1, then brought back to their sum. */
export const DRAWS = { margin: 0.1, seed: 1 } as const

export interface DrawnIndex {
  readonly methodology: Methodology
  readonly source: ColumnSource
  /** Body by body, in 0..1. */
  readonly values: Float64Array
  readonly bodies: number
  readonly inputs: number
}

export function drawnIndex(bodies: number, inputs: number): DrawnIndex {
  const values = new Float64Array(bodies * inputs)
  for (let body = 0; body < bodies; body++) {
    const random = randomOf(SEED_OF_VALUES, body)
    for (let input = 0; input < inputs; input++) {
      values[body * inputs + input] = random.whole(0, STEP) / STEP
    }
  }
  const { methodology } = loadMethodology('drawn.yaml', textOf(inputs))
  if (!methodology) throw new Error('drawn.yaml has mistakes')
  const source = sourceOfColumns(methodology, columnsOf(values, bodies, inputs))
  return { methodology, source, values, bodies, inputs }
}

/** The same weights, in the same order, as the engine draws. */
export function drawnByHand(index: DrawnIndex, draws: number): DrawnWeights {
  const { bodies, inputs, values } = index
  const random = randomNumbers(DRAWS.seed)
  const given = new Float64Array(inputs).fill(1 / inputs)
  const siblings = [Int32Array.from(given.keys())]
  const weights = new Float64Array(draws * inputs)
  for (let draw = 0; draw < draws; draw++) {
    const into = weights.subarray(draw * inputs, (draw + 1) * inputs)
    drawWeights(given, siblings, DRAWS.margin, random, into)
  }
  return { bodies, inputs, draws, values, weights }
}

const nameOf = (input: number) => `i${input}`

function textOf(inputs: number): string {
  const lines = Array.from(
    { length: inputs },
    (_, input) => `  ${nameOf(input)}: { under: total, weight: 1/${inputs} }\n`,
  )
  return `
format: 1
methodology: drawn
version: "1"
status: draft
act: { title: Figures made for measuring speed }
years: { from: ${YEAR} }
indicators:
${lines.join('')}
criteria:
  total: { aggregate: arithmetic }
rankings:
  places: { output: total }
`
}

function columnsOf(
  values: Float64Array,
  bodies: number,
  inputs: number,
): ColumnData {
  const column = (input: number) =>
    Float64Array.from(
      { length: bodies },
      (_, body) => values[body * inputs + input] ?? NaN,
    )
  const offsets = Int32Array.of(0, bodies)
  return {
    year: YEAR,
    ids: Array.from({ length: bodies }, (_, body) => `b${body}`),
    names: [],
    levels: new Map([['', { count: bodies, offsets, ids: [] }]]),
    inputs: new Map(
      Array.from({ length: inputs }, (_, input) => [
        // What stands in the data of an indicator, before exclusions.
        `${nameOf(input)} (as given)`,
        inputColumn(column(input)),
      ]),
    ),
    previous: new Map(),
  }
}
