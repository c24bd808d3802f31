/** What each child weighs and brings, calculated by hand beside each figure. */
import { describe, expect, it } from 'vitest'

import {
  explainOutput,
  type ExplainedAggregation,
  type Methodology,
} from '../../../engine/index.js'
import { methodology } from '../../helpers/methodology.js'
import { score, type Body } from '../../helpers/score.js'

const PARTS = { a: 0.45, b: 0.3, c: 0.25 }

function rules(aggregate: string, more = ''): Methodology {
  const indicators = Object.entries(PARTS).map(
    ([name, weight]) =>
      `${name}: { under: total, weight: ${weight}, missing: allowed }`,
  )
  return methodology(`
  indicators: { ${indicators.join(', ')} }
  criteria:
    total: { aggregate: ${aggregate}, cite: "1"${more} }`)
}

async function aggregationOf(
  text: Methodology,
  body: Body,
): Promise<ExplainedAggregation> {
  const { run } = await score(text, [body])
  const explanation = await explainOutput(run, body.id, 'total')
  const found = explanation?.figures[0]?.aggregation
  if (!found) throw new Error('The total is not explained by its children')
  return found
}

const WHOLE = { id: 'x', a: 70.1, b: 80, c: 90 }

describe('how a criterion is made of its children', () => {
  it('tells what each child of a weighted mean brings', async () => {
    // 0.45 * 70.1 = 31.545; 0.3 * 80 = 24; 0.25 * 90 = 22.5
    expect(await aggregationOf(rules('arithmetic'), WHOLE)).toEqual({
      kind: 'arithmetic',
      parts: [
        {
          key: 'score(a)',
          weight: '0.45',
          share: '0.45',
          role: 'used',
          contribution: '31.545',
        },
        {
          key: 'score(b)',
          weight: '0.3',
          share: '0.3',
          role: 'used',
          contribution: '24',
        },
        {
          key: 'score(c)',
          weight: '0.25',
          share: '0.25',
          role: 'used',
          contribution: '22.5',
        },
      ],
    })
  })

  it('shares out the weight of a missing child', async () => {
    const text = rules('arithmetic', ', missing_child: share-weights')
    const { parts } = await aggregationOf(text, { id: 'x', a: 70, b: 80 })
    // 0.45 / 0.75 = 0.6, of 70: 42; 0.3 / 0.75 = 0.4, of 80: 32
    expect(
      parts.map(({ share, role, contribution }) => [share, role, contribution]),
    ).toEqual([
      ['0.6', 'used', '42'],
      ['0.4', 'used', '32'],
      [null, 'left-out', null],
    ])
  })

  it('scales up a sum of which a child is missing', async () => {
    const text = rules('sum', ', missing_child: share-weights')
    const { parts } = await aggregationOf(text, { id: 'x', a: 70, b: 80 })
    // Divided by 0.75 as well, as all weights are 1 together; a sum has no shares.
    expect(
      parts.map(({ share, contribution }) => [share, contribution]),
    ).toEqual([
      [null, '42'],
      [null, '32'],
      [null, null],
    ])
  })

  it('counts a missing child as zero where the file says so', async () => {
    const text = rules('arithmetic', ', missing_child: count-as-zero')
    const { parts } = await aggregationOf(text, { id: 'x', a: 70, b: 80 })
    expect(parts[2]).toEqual({
      key: 'score(c)',
      weight: '0.25',
      share: '0.25',
      role: 'zero',
      contribution: '0',
    })
  })

  it('gives no child a part of a geometric mean, nor of a value that is not there', async () => {
    const geometric = await aggregationOf(rules('geometric'), WHOLE)
    expect(geometric.parts.map((part) => part.contribution)).toEqual([
      null,
      null,
      null,
    ])
    const { parts } = await aggregationOf(rules('arithmetic'), {
      id: 'x',
      a: 70,
      b: 80,
    })
    expect(parts.map(({ role, contribution }) => [role, contribution])).toEqual(
      [
        ['used', null],
        ['used', null],
        ['decides', null],
      ],
    )
  })
})
