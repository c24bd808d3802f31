/** The text that data are hashed by is held against RFC 8785 as a library writes it. */
import { describe, expect, it } from 'vitest'

import { canonicalData } from '../../../engine/data/canonical-data.js'
import { canonicalJson } from '../../../engine/index.js'
import { check } from '../../helpers/score.js'

const RULES = `
  inputs:
    x: { type: number, missing: allowed }
    late: { type: boolean, missing: allowed }
    note: { type: text, missing: allowed }
    goals: { plan: { type: number, missing: allowed }, fact: { type: number, missing: allowed } }
  criteria: { total: { formula: 1 } }`

describe('checked data as text', () => {
  it('are canonical JSON, numbers as decimal text, what is empty left out', async () => {
    const { dataset } = await check(RULES, [
      {
        id: 'b',
        name: 'A "quoted" \u0001 \u2028 name 🙂',
        note: 'line\nbreak',
        x: '12.50',
        late: false,
        goals: [{ id: 'g', plan: 1, fact: 0.1 }, { plan: null }],
        'imputed:x': 'the office',
      },
      { id: 'a', goals: [] },
    ])
    const text = canonicalData(2020, dataset?.bodies ?? [])
    const b = {
      id: 'b',
      name: 'A "quoted" \u0001 \u2028 name 🙂',
      cells: { note: 'line\nbreak', x: '12.5', late: false },
      imputed: { x: 'the office' },
      tables: {
        goals: [
          {
            id: 'g',
            name: null,
            cells: { plan: '1', fact: '0.1' },
            tables: {},
          },
          { id: null, name: null, cells: {}, tables: {} },
        ],
      },
    }
    const a = { id: 'a', name: null, cells: {}, tables: {} }
    expect(text).toBe(canonicalJson({ year: 2020, bodies: [a, b] }))
  })
})
