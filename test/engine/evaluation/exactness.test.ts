import { describe, expect, it } from 'vitest'

import { formulaValue } from '../../helpers/formula.js'
import { score } from '../../helpers/score.js'

describe('a formula of + - * / and comparisons', () => {
  it.each([
    ['1/3 + 1/3 + 2/6', '1'],
    ['1/3 + 1/3 + 2/6 == 1', 'true'],
    ['0.1 + 0.2', '0.3'],
    ['0.1 + 0.2 == 0.3', 'true'],
    ['0.1 * 3 == 0.3', 'true'],
    ['1 - 0.9 == 0.1', 'true'],
    ['1/3', '1/3'],
    ['2/6 == 1/3', 'true'],
    ['1/3 * 3 < 1', 'false'],
    ['1e-30 + 1 > 1', 'true'],
    ['10 - 2 - 3', '5'],
    ['24 / 4 / 3', '2'],
    ['-2 ^ 2', '-4'],
    ['2 ^ 3 ^ 2', '512'],
    ['2 ^ -2', '0.25'],
  ])('is exact: %s is %s', async (formula, value) => {
    expect(await formulaValue(formula)).toBe(value)
  })

  it('keeps every digit of long decimals', async () => {
    const x = '12345678901234567890.123456789012345678901234567890123'
    // By hand: the last digit of x is 3, and 3 + 1 is 4.
    expect(
      await formulaValue('x + 0.000000000000000000000000000000001', { x }),
    ).toBe('12345678901234567890.123456789012345678901234567890124')
    expect(await formulaValue('x - y', { x, y: x })).toBe('0')
  })

  it('tells numbers apart that one double stands for', async () => {
    const given = { x: '9007199254740993', y: '9007199254740992' }
    expect(await formulaValue('x > y', given)).toBe('true')
    expect(await formulaValue('x - y', given)).toBe('1')
  })
})

describe('rounding', () => {
  it.each([
    ['round(0.125, 2)', '0.13'],
    ['round(-0.125, 2)', '-0.13'],
    ['round(2.5)', '3'],
    ['round(-2.5)', '-3'],
    ['round(1.005, 2)', '1.01'],
    ['round(2.5, 0, "half-even")', '2'],
    ['round(3.5, 0, "half-even")', '4'],
    ['round(-2.5, 0, "half-even")', '-2'],
    ['round(0.125, 2, "half-even")', '0.12'],
    ['round(250, -2)', '300'],
    ['round(250, -2, "half-even")', '200'],
  ])('%s is %s', async (formula, value) => {
    expect(await formulaValue(formula)).toBe(value)
  })

  it('sees a true tie after divisions that do not end', async () => {
    // 5/3 + 5/6 = 15/6 = 2.5
    expect(await formulaValue('round(5/3 + 5/6)')).toBe('3')
    // 1/7 * 7 / 2 = 0.5
    expect(await formulaValue('round(1/7 * 7 / 2)')).toBe('1')
  })

  it('sees a true tie after roots and logarithms', async () => {
    // sqrt(2) * sqrt(2) * 1.25 = 2.5
    expect(await formulaValue('round(sqrt(2) * sqrt(2) * 1.25)')).toBe('3')
    // ln(exp(2.5)) = 2.5
    expect(await formulaValue('round(ln(exp(2.5)))')).toBe('3')
  })

  it('does not take a near miss for a tie', async () => {
    const x = '2.4999999999999999999999999999999999999999'
    expect(await formulaValue('round(x)', { x })).toBe('2')
  })
})

describe('the round of a criterion', () => {
  const RULES = (mode: string) => `
    indicators: { x: { under: total } }
    criteria:
      total: { aggregate: only, round: { digits: 1, mode: ${mode} } }`

  it.each([
    ['half-up', 0.25, '0.3'],
    ['half-up', -0.25, '-0.3'],
    ['half-even', 0.25, '0.2'],
    ['half-even', 0.35, '0.4'],
    ['half-even', -0.25, '-0.2'],
  ])('%s makes %s into %s', async (mode, x, exact) => {
    const { of } = await score(RULES(mode), [{ id: 'b', x }])
    expect(of('b').exact).toEqual({ total: exact })
  })

  it('sees the tie of a mean that does not end on the way', async () => {
    // (1/3 + 1/3 + 1/12) / 3 = (3/4) / 3 = 1/4, a tie at one digit
    const rules = `
      inputs: { a: { type: number }, b: { type: number } }
      criteria:
        total:
          aggregate: arithmetic
          round: { digits: 1, mode: half-up }
          children:
            p: { formula: a / b }
            q: { formula: a / b }
            r: { formula: a / (4 * b) }`
    const { of } = await score(rules, [{ id: 'b', a: 1, b: 3 }])
    expect(of('b').exact['total']).toBe('0.3')
  })
})

describe('the result', () => {
  const RULES = `
    inputs: { x: { type: number }, y: { type: number } }
    criteria: { q: { formula: x / y } }`

  it('gives 64 digits of a figure that does not end, and all of one that does', async () => {
    const { of } = await score(RULES, [
      { id: 'third', x: 1, y: 3 },
      { id: 'eighth', x: 1, y: 8 },
      { id: 'long', x: '1', y: '1e70' },
    ])
    expect(of('third').exact['q']).toBe(`0.${'3'.repeat(64)}`)
    expect(of('eighth').exact['q']).toBe('0.125')
    expect(of('long').exact['q']).toBe(`0.${'0'.repeat(69)}1`)
  })

  it('gives the double nearest to the exact figure beside it', async () => {
    const { of } = await score(RULES, [
      { id: 'third', x: 1, y: 3 },
      { id: 'big', x: '9007199254740993', y: 1 },
    ])
    expect(of('third').outputs['q']).toBe(1 / 3)
    // 2^53 + 1 lies between two doubles; the tie goes to the even one.
    expect(of('big').outputs['q']).toBe(9007199254740992)
    expect(of('big').exact['q']).toBe('9007199254740993')
  })

  it('never shows a negative zero', async () => {
    const { of } = await score(RULES, [{ id: 'b', x: 0, y: -5 }])
    expect(Object.is(of('b').outputs['q'], 0)).toBe(true)
    expect(of('b').exact['q']).toBe('0')
  })
})
