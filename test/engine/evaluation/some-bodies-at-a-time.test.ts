/**
 * Bodies are computed 32 at a time; nothing of that may be seen in the figures.
 * 70 bodies, n = 1..70, each with two rows: x = n and x = 3 n, so that the mean
 * of a body is 2 n, the mean of all 2 * 35.5 = 71, and the distance 2 n - 71.
 */
import { beforeAll, describe, expect, it } from 'vitest'

import {
  checkDataset,
  datasetFromJson,
  explainOutput,
  NO_SURROUNDINGS,
} from '../../../engine/index.js'
import { evaluateRun, type Run } from '../../../engine/evaluation/run.js'
import { lastOfTables, phasesOf } from '../../../engine/evaluation/phases.js'
import { decimalText } from '../../../engine/number/text.js'
import { methodology } from '../../helpers/methodology.js'

const ACROSS = methodology(`
inputs:
  rows:
    x: { type: number, unit: points }
computed:
  population.middle: { formula: mean(bodies.average), cite: "1" }
  average: { formula: mean(rows.x), cite: "1" }
  distance: { formula: average - population.middle, cite: "1" }
criteria:
  total: { title: Total, unit: points, formula: distance, cite: "1" }
rankings:
  all: { title: All, output: total }
`)

async function runOf(forgetsTables: boolean): Promise<Run> {
  const bodies = Array.from({ length: 70 }, (_, index) => ({
    id: `b${String(index + 1).padStart(2, '0')}`,
    rows: [{ x: index + 1 }, { x: 3 * (index + 1) }],
  }))
  const read = datasetFromJson({ year: 2024, bodies }, 'data.json')
  const { dataset } = await checkDataset(read, ACROSS, {
    year: 2024,
    leaveOutBroken: false,
  })
  if (!dataset) throw new Error('The data have mistakes')
  return evaluateRun(ACROSS, dataset, NO_SURROUNDINGS, { forgetsTables })
}

const totals = ({ methodology: { total }, bodies }: Run) =>
  bodies.map(({ cells }) => {
    const value = total && cells[total.slot]
    return value?.kind === 'number' ? decimalText(value.number) : value?.kind
  })

describe('bodies computed some at a time', () => {
  let [kept, forgotten]: Run[] = []
  beforeAll(async () => {
    kept = await runOf(false)
    forgotten = await runOf(true)
  })

  it('wait for one another where a figure looks at all of them', () => {
    const expected = Array.from({ length: 70 }, (_, index) =>
      String(2 * (index + 1) - 71),
    )
    expect(kept && totals(kept)).toEqual(expected)
    const places = [...(kept?.rankings.values() ?? [])].flatMap(({ placed }) =>
      placed.map(({ body, place }) => `${body.given?.id ?? ''} ${place}`),
    )
    expect(places.slice(0, 2)).toEqual(['b70 1', 'b69 2'])
    expect(places).toHaveLength(70)
  })

  it('have the same figures where the rows of their tables are given up', async () => {
    expect(forgotten && totals(forgotten)).toEqual(kept && totals(kept))
    const rows = (run?: Run) => run?.bodies[40]?.tables.get('rows')?.length
    expect(rows(kept)).toBe(2)
    expect(rows(forgotten)).toBeUndefined()
    if (!kept || !forgotten) return
    expect(await explainOutput(kept, 'b41', 'total')).not.toBeNull()
    await expect(explainOutput(forgotten, 'b41', 'total')).rejects.toThrow(
      'gave up its tables',
    )
  })

  it('keep their tables as long as a later node looks at them', () => {
    const phases = phasesOf(ACROSS)
    const last = lastOfTables(phases, ACROSS.bodies)
    expect(phases.map(({ kind }) => kind)).toEqual([
      'bodies',
      'whole',
      'bodies',
      'whole',
    ])
    expect(last).toBe(phases[0])
  })
})
