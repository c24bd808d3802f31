/** Three bodies under two criteria, small enough for a hand. */
import {
  canonicalData,
  checkDataset,
  datasetFromJson,
  loadMethodology,
} from '../../../engine/index.js'
import type {
  EffectAnswer,
  EffectRequest,
} from '../../../studio/features/effect/effect-answer.js'
import { EffectQueue } from '../../../studio/features/effect/effect-queue.js'
import type { EffectSetting } from '../../../studio/features/effect/effect-setting.js'

export const BASE = `format: 1
methodology: three
version: "1"
status: published
act: { title: Act made for tests }
years: { from: 2020 }
outputs: [total, x, y]

indicators:
  x: { under: total, title: Goals, weight: 0.5, bounds: { least: 0, most: 100 }, missing: allowed }
  y: { under: total, weight: 0.5, bounds: { least: 0, most: 100 }, missing: allowed }

criteria:
  total:
    aggregate: arithmetic
    missing_child: node-missing
    cite: "1"

rules:
  small:
    when: { fact: x, operator: lessThan, value: 5 }
    exclude: { body: true }
    cite: "2"
    mark: given

rankings:
  all: { output: total }
`

/**
 * Under 0.5 and 0.5: a 50, b 45, c 40. Under 0.2 and 0.8: a 0.2*80 + 0.8*20 = 32,
 * b 0.2*40 + 0.8*50 = 48, c 0.2*10 + 0.8*70 = 58.
 */
const BODIES = [
  { id: 'a', name: 'Alpha', x: 80, y: 20 },
  { id: 'b', name: 'Beta', x: 40, y: 50 },
  { id: 'c', name: 'Gamma', x: 10, y: 70 },
]

export function withWeights(x: string, y: string): string {
  return BASE.replace('weight: 0.5', `weight: ${x}`).replace(
    'y: { under: total, weight: 0.5',
    `y: { under: total, weight: ${y}`,
  )
}

export async function settingOf(
  bodies: readonly object[] = BODIES,
): Promise<EffectSetting> {
  const { methodology } = loadMethodology('three', BASE)
  if (!methodology) throw new Error('three has mistakes')
  const read = datasetFromJson({ bodies }, 'three')
  const options = { year: 2020, leaveOutBroken: false }
  const { dataset } = await checkDataset(read, methodology, options)
  if (!dataset) throw new Error('the bodies have mistakes')
  return {
    base: BASE,
    year: 2020,
    data: canonicalData(2020, dataset.bodies),
    ...{ registers: [], earlier: [], runs: [], leaveOutBroken: false },
  }
}

export interface TestQueue {
  readonly answers: readonly EffectAnswer[]
  readonly ask: (request: EffectRequest) => Promise<void>
}

/** @param now - a clock; one that runs fast gives many turns */
export function openQueue(now: () => number = () => 0): TestQueue {
  const answers: EffectAnswer[] = []
  const hear = () => new Promise<void>((resolve) => setImmediate(resolve))
  const queue = new EffectQueue({ now, hear }, (answer) => answers.push(answer))
  return { answers, ask: (request) => queue.receive(request) }
}
