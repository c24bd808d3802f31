import { describe, expect, it } from 'vitest'

import {
  bodyFromJson,
  NO_SURROUNDINGS,
  scoreBodies,
} from '../../../engine/index.js'
import { methodology } from '../../helpers/methodology.js'

const RULES = methodology(`
  inputs:
    kind: { type: level, values: [central, local] }
    x: { type: number }
    goals: { y: { type: number, missing: allowed } }
  computed:
    share: { formula: x / 3 }
  criteria:
    total:
      variants:
        one: { formula: x, cite: "1", mark: given }
        two: { formula: 2 * x, cite: "1", mark: given }
  outputs: [total, share]
  rules:
    first: { when: kind == "central", choose: { of: total, variant: one } }
    second: { when: kind == "local" or x == 7, choose: { of: total, variant: two } }
  rankings:
    central: { output: share, where: kind == "central" }
    all: { output: total }`)

function score(...bodies: readonly unknown[]) {
  const read = bodies.map((body, index) =>
    bodyFromJson(body, { file: 'x.ndjson', line: index + 11 }),
  )
  return scoreBodies(read, RULES, NO_SURROUNDINGS, 2020)
}

describe('bodies scored one by one', () => {
  it('get a result or their errors, in the order in which they came', async () => {
    const { bodies } = await score(
      { id: 'c', kind: 'central', x: 6 },
      { id: 'b', kind: 'elsewhere', x: 6 },
      'no body',
      { id: 'a', kind: 'local', x: 5 },
    )
    const gist = bodies.map((body) =>
      body.kind === 'scored'
        ? `${body.result.id} ${body.result.exact['total'] ?? ''}`
        : `${body.id ?? '?'} ${body.errors.map(({ code, line }) => `${line ?? ''} ${code}`).join()}`,
    )
    expect(gist).toEqual([
      'c 6',
      'b 12 CELL_NOT_A_LEVEL',
      '? 13 DATA_JSON_SHAPE',
      'a 10',
    ])
  })

  it('lack a cell even where no body has its column', async () => {
    const { bodies } = await score({ id: 'a', kind: 'local' })
    expect(bodies).toMatchObject([
      {
        kind: 'broken',
        id: 'a',
        errors: [{ code: 'CELL_REQUIRED', line: 11 }],
      },
    ])
  })

  it('are broken each for itself where two rules choose different variants', async () => {
    const { bodies } = await score(
      { id: 'a', kind: 'central', x: 7 },
      { id: 'b', kind: 'central', x: 8 },
    )
    expect(bodies.map(({ kind }) => kind)).toEqual(['broken', 'scored'])
    expect(bodies[0]).toMatchObject({ errors: [{ code: 'VARIANT_AMBIGUOUS' }] })
  })

  it('bring the figures that their places are counted by', async () => {
    const { bodies } = await score({ id: 'a', kind: 'central', x: 1 })
    expect(bodies).toMatchObject([
      {
        contends: [
          {
            ranking: 0,
            figure: { kind: 'ratio', numerator: 1n, denominator: 3n },
            next: null,
            group: '',
          },
          { ranking: 1, figure: { numerator: 1n, denominator: 1n } },
        ],
      },
    ])
  })

  it('say which tables are empty, and which columns nobody knows', async () => {
    const { warnings } = await score({ id: 'a', kind: 'local', x: 1, z: 2 })
    expect(warnings.map(({ code, line }) => `${code} ${line ?? ''}`)).toEqual([
      'COLUMN_UNKNOWN 11',
      'TABLE_EMPTY 11',
    ])
  })
})
