import { describe, expect, it } from 'vitest'

import { score, type ScoredBodies } from '../../helpers/score.js'

/** Three rules that deduct `one`, `two` and `three` points, under two caps. */
function rules(caps: string): string {
  return `
    inputs:
      one: { type: number, default: 0 }
      two: { type: number, default: 0 }
      three: { type: number, default: 0 }
      sure: { type: boolean, missing: allowed }
    criteria: { total: { formula: 100 - W } }
    deductions:
      W:
        caps: { ${caps} }
    rules:
      first: { when: one > 0, deduct: { points: one, into: W, cap: g } }
      second: { when: two > 0, deduct: { points: two, into: W } }
      third: { when: three > 0, deduct: { points: three, into: W, cap: g } }
      unsure: { when: not sure, deduct: { points: 50, into: W } }`
}

const GROUP = 'g: { at_most: 5, cite: "1", mark: given }'

async function deduct(
  caps: string,
  given: { readonly [column: string]: unknown },
): Promise<ReturnType<ScoredBodies['of']>> {
  const { of } = await score(rules(caps), [{ id: 'b', sure: true, ...given }])
  return of('b')
}

/** The points of each rule, and the node. */
function points(body: ReturnType<ScoredBodies['of']>) {
  return [
    ...body.deductions.map((each) => `${each.rule} ${each.points}`),
    `W ${String(body.exact['W'])}`,
  ]
}

describe('a deduction', () => {
  it('is 0 where no rule fires', async () => {
    const body = await deduct(GROUP, {})
    expect(body.exact).toEqual({ total: '100', W: '0' })
    expect(body.deductions).toEqual([])
  })

  it('is the sum of what its rules deduct', async () => {
    const body = await deduct(GROUP, { one: 1.5, two: 2, three: 0.2 })
    expect(points(body)).toEqual([
      'first 1.5',
      'second 2',
      'third 0.2',
      'W 3.7',
    ])
    expect(body.exact['total']).toBe('96.3')
    expect(body.deductions[0]).toEqual({
      rule: 'first',
      points: 1.5,
      pointsBeforeCap: 1.5,
      citation: 'Test act, 1',
    })
  })

  it('is missing where the points of a rule are negative', async () => {
    const text = `
      inputs: { x: { type: number } }
      criteria: { total: { formula: 100 - W } }
      deductions: { W: {} }
      rules: { r: { when: true, deduct: { points: x, into: W } } }`
    const { of } = await score(text, [{ id: 'b', x: -1 }])
    expect(of('b')).toMatchObject({
      status: 'not-scored',
      outputs: { W: null },
    })
    expect(of('b').missing[0]).toMatchObject({ code: 'NEGATIVE_POINTS' })
  })

  it('is missing where a rule is undecided, and says which fact is missing', async () => {
    const body = await deduct(GROUP, { one: 1, sure: null })
    expect(body.status).toBe('not-scored')
    expect(body.missing.map(({ output, input }) => [output, input])).toEqual([
      ['total', 'sure'],
      ['W', 'sure'],
    ])
  })

  it('is missing where the points are', async () => {
    const text = `
      inputs: { x: { type: number, missing: allowed } }
      criteria: { total: { formula: 100 - W } }
      deductions: { W: {} }
      rules: { r: { when: true, deduct: { points: 2 * x, into: W } } }`
    const { of } = await score(text, [{ id: 'b' }])
    expect(of('b').missing[0]).toMatchObject({ input: 'x', code: 'NOT_GIVEN' })
  })
})

describe('a cap', () => {
  it('lets earlier rules keep their points and later ones shrink', async () => {
    const body = await deduct(GROUP, { one: 3, two: 10, three: 4 })
    expect(points(body)).toEqual(['first 3', 'second 10', 'third 2', 'W 15'])
    expect(body.deductions[2]).toMatchObject({ points: 2, pointsBeforeCap: 4 })
  })

  it('leaves nothing to later rules once it is used up', async () => {
    const body = await deduct(GROUP, { one: 8, three: 4 })
    expect(points(body)).toEqual(['first 5', 'third 0', 'W 5'])
    expect(body.deductions[1]).toMatchObject({ points: 0, pointsBeforeCap: 4 })
  })

  it('is reached without being broken', async () => {
    const body = await deduct(GROUP, { one: 2, three: 3 })
    expect(points(body)).toEqual(['first 2', 'third 3', 'W 5'])
  })

  it('over all holds for rules of every group', async () => {
    const caps = `${GROUP}, a: { at_most: 6, over: all, cite: "1", mark: given }`
    const body = await deduct(caps, { one: 8, two: 4, three: 1 })
    // first 5 of its group, second what is left of 6, third nothing
    expect(points(body)).toEqual(['first 5', 'second 1', 'third 0', 'W 6'])
  })

  it('of a group is used up by what a cap over all has left', async () => {
    const caps = `g: { at_most: 9, cite: "1", mark: given }, a: { at_most: 6, over: all, cite: "1", mark: given }`
    const body = await deduct(caps, { one: 1, two: 4, three: 9 })
    expect(points(body)).toEqual(['first 1', 'second 4', 'third 1', 'W 6'])
  })
})
