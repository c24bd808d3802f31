/** The figures that every contender must agree with: those of `scoreDataset`. */
import {
  NO_SURROUNDINGS,
  scoreDataset,
  type Methodology,
} from '../../../engine/index.js'
import { resultOfRun } from '../contenders/exact.js'
import { OUTPUTS, type Output, type Result } from '../contenders/contender.js'
import type { JsonBody } from '../workload/goals-json.js'
import { checkedBodies, OPTIONS } from '../workload/methodology.js'

/** For each body in the order given. */
export interface Reference {
  readonly ids: readonly string[]
  readonly isCentral: readonly boolean[]
  /** NaN: missing or not applicable. */
  readonly outputs: Readonly<Record<Output, Float64Array>>
  readonly fired: Uint8Array
  /** Among the given bodies. */
  readonly places: Int32Array
}

/** @param bodies - in the order of their ids */
export async function referenceOf(
  methodology: Methodology,
  bodies: readonly JsonBody[],
): Promise<Reference> {
  const checked = await checkedBodies(methodology, bodies)
  const { result, run } = await scoreDataset(
    methodology,
    checked,
    NO_SURROUNDINGS,
    OPTIONS,
  )
  if (!result || !run) throw new Error('The generated bodies have mistakes')
  const { results, rankings } = result
  const rows = new Map(results.map(({ id }, index) => [id, index]))
  const places = new Int32Array(results.length)
  for (const { id, place } of Object.values(rankings).flat()) {
    places[rows.get(id) ?? -1] = place
  }
  const column = (output: Output) =>
    Float64Array.from(results, ({ outputs }) => Number(outputs[output] ?? NaN))
  const columns = OUTPUTS.map((output) => [output, column(output)] as const)
  return {
    ids: results.map(({ id }) => id),
    isCentral: bodies.map(({ kind }) => kind === 'central'),
    outputs: Object.fromEntries(columns) as Reference['outputs'],
    fired: firedOf(resultOfRun(run)),
    places,
  }
}

function firedOf({ fired }: Result): Uint8Array {
  if (!fired) throw new Error('A run decides its rules')
  return fired
}
