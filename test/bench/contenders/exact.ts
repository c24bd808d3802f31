/** Olshem's exact evaluator, without results and explanations. */
import { NO_SURROUNDINGS } from '../../../engine/index.js'
import { evaluateRun, type Run } from '../../../engine/evaluation/run.js'
import { nearestDouble } from '../../../engine/number/text.js'
import { RULES } from '../hand-written/figures.js'
import { checkedBodies } from '../workload/methodology.js'
import { OUTPUTS, type Contender, type Result } from './contender.js'

export const exact: Contender = {
  name: 'Olshem, exact evaluator',
  how: 'Fractions, on checked rows; without results and explanations.',
  computes: 'places',
  reads: 'json',
  origin: 'olshem',
  exact: true,
  prepare: async ({ methodology, bodies }) => {
    const { dataset } = await checkedBodies(methodology, bodies)
    if (!dataset) throw new Error('The generated bodies have mistakes')
    let run: Run | null = null
    return {
      bodies: bodies.length,
      run: async () => {
        run = await evaluateRun(methodology, dataset, NO_SURROUNDINGS, {
          forgetsTables: true,
        })
      },
      result: () => {
        if (!run) throw new Error('There was no run yet')
        return resultOfRun(run)
      },
    }
  },
}

/** The figures of an exact run as doubles. */
export function resultOfRun({ methodology, bodies, rankings }: Run): Result {
  const rows = new Map(bodies.map((body, index) => [body, index]))
  const fired = new Uint8Array(bodies.length)
  const outputs: Record<string, Float64Array> = {}
  const names: readonly string[] = OUTPUTS
  for (const node of methodology.nodes) {
    if (node.level !== methodology.bodies) continue
    if (node.kind === 'rule') {
      bodies.forEach((body, index) => {
        const cell = body.cells[node.slot]
        if (cell?.kind !== 'boolean' || !cell.boolean) return
        fired[index] = (fired[index] ?? 0) | bitOf(node.rule)
      })
    } else if (names.includes(node.name)) {
      outputs[node.name] = Float64Array.from(bodies, (body) => {
        const cell = body.cells[node.slot]
        return cell?.kind === 'number' ? nearestDouble(cell.number) : NaN
      })
    }
  }
  const places = new Int32Array(bodies.length)
  for (const { placed } of rankings.values()) {
    for (const { body, place } of placed) places[rows.get(body) ?? -1] = place
  }
  return { outputs, fired, places }
}

function bitOf(rule: string): number {
  return (RULES as Readonly<Record<string, number>>)[rule] ?? 0
}
