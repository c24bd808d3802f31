import { describe, expect, it } from 'vitest'

import { formulaValue } from '../../helpers/formula.js'

describe('a missing operand', () => {
  it.each([
    'x + 1',
    '1 - x',
    '2 * x',
    'x / 2',
    '0 * x',
    'x ^ 0',
    '2 ^ x',
    '-x',
    'abs(x)',
    'round(x, 2)',
    'sqrt(x)',
    'clamp(1, x, 3)',
    'min(x, 1)',
    'max(1, x)',
  ])('makes %s missing', async (formula) => {
    expect(await formulaValue(formula)).toBe('missing: NOT_GIVEN')
  })

  it.each(['x == 0', 'x != 0', 'x < 1', '1 >= x', 'kind == "a"'])(
    'leaves the comparison %s missing, neither true nor false',
    async (formula) => {
      expect(await formulaValue(formula)).toBe('missing: NOT_GIVEN')
    },
  )

  it('names all of its causes where there are several', async () => {
    expect(await formulaValue('x + y')).toBe('missing: OPERAND_MISSING')
  })
})

describe('zero', () => {
  it.each([
    ['x + 1', '1'],
    ['0 * x', '0'],
    ['x ^ 0', '1'],
    ['x == 0', 'true'],
    ['isMissing(x)', 'false'],
    ['coalesce(x, 5)', '0'],
    ['max(x, -1)', '0'],
  ])('is a number: %s is %s', async (formula, value) => {
    expect(await formulaValue(formula, { x: 0 })).toBe(value)
  })
})

describe('a value that an exclusion took away', () => {
  it.each([
    'gone',
    'gone + 1',
    'gone * 0',
    'gone ^ 0',
    '-gone',
    'gone == 7',
    'abs(gone)',
    'min(gone, 1)',
    'yes and gone == 7',
    'not (gone == 7)',
    'gone == 7 ? 1 : 2',
  ])('makes %s not applicable', async (formula) => {
    const given = { yes: false }
    expect(await formulaValue(formula, given)).toBe('not applicable: away')
  })

  it.each(['x + gone', 'gone + x', 'max(x, gone)', 'x / 0 + gone'])(
    'goes further than missing: %s is not applicable',
    async (formula) => {
      expect(await formulaValue(formula)).toBe('not applicable: away')
    },
  )

  it('counts as missing for coalesce and isMissing', async () => {
    expect(await formulaValue('coalesce(gone, 3)')).toBe('3')
    expect(await formulaValue('isMissing(gone)')).toBe('true')
    expect(await formulaValue('isMissing(gone + 1)')).toBe('true')
  })
})

describe('and, or, not with a missing operand', () => {
  // SQL:2016, three-valued logic.
  it.each([
    ['true and x == 1', 'missing: NOT_GIVEN'],
    ['false and x == 1', 'false'],
    ['x == 1 and false', 'false'],
    ['true or x == 1', 'true'],
    ['x == 1 or true', 'true'],
    ['false or x == 1', 'missing: NOT_GIVEN'],
    ['not (x == 1)', 'missing: NOT_GIVEN'],
    ['x == 1 and y == 1', 'missing: OPERAND_MISSING'],
  ])('%s is %s', async (formula, value) => {
    expect(await formulaValue(formula)).toBe(value)
  })
})

describe('a conditional', () => {
  it('with a missing condition is missing, whatever its branches say', async () => {
    expect(await formulaValue('x > 0 ? 1 : 1')).toBe('missing: NOT_GIVEN')
  })

  it('evaluates only the branch that is taken', async () => {
    const given = { y: 2, z: 0 }
    expect(await formulaValue('z == 0 ? y : x', given)).toBe('2')
    expect(await formulaValue('z == 0 ? 1 : y / z', given)).toBe('1')
    expect(await formulaValue('z == 1 ? gone : y', given)).toBe('2')
  })
})

describe('an aggregate', () => {
  const rows = [{ v: 1 }, { w: 5 }, { v: 0 }, { v: null, w: 1 }, { v: 5, w: 1 }]

  it.each([
    ['sum(rows.v)', '6'],
    ['mean(rows.v)', '2'],
    ['min(rows.v)', '0'],
    ['max(rows.v)', '5'],
    ['count(rows)', '5'],
    ['count(rows.v)', '3'],
    ['sum(rows.v * rows.w)', '5'],
    ['countIf(rows.v > 0)', '2'],
    ['median(rows.v)', '1'],
  ])('skips missing rows and keeps zeros: %s is %s', async (formula, value) => {
    expect(await formulaValue(formula, { rows })).toBe(value)
  })

  it.each([
    'sum(rows.v)',
    'mean(rows.v)',
    'min(rows.v)',
    'product(rows.v)',
    'geometricMean(rows.v)',
    'share(rows.v > 0)',
  ])('of nothing is missing: %s', async (formula) => {
    const reason = 'missing: NO_ROW_WITH_VALUE'
    expect(await formulaValue(formula)).toBe(reason)
    expect(await formulaValue(formula, { rows: [] })).toBe(reason)
    expect(await formulaValue(formula, { rows: [{ w: 1 }] })).toBe(reason)
  })

  it('counts nothing as 0', async () => {
    expect(await formulaValue('count(rows)')).toBe('0')
    expect(await formulaValue('count(rows.v)')).toBe('0')
    expect(await formulaValue('countIf(rows.ok)')).toBe('0')
  })

  it('skips rows whose value is not applicable', async () => {
    const given = { rows: [{ v: 1 }, { v: 3 }] }
    expect(await formulaValue('count(rows.v + gone)', given)).toBe('0')
    expect(await formulaValue('sum(rows.v > 1 ? rows.v : gone)', given)).toBe(
      '3',
    )
  })

  it('leaves undecided rows out of a share', async () => {
    const given = { rows: [{ ok: true }, { ok: false }, { ok: true }, {}] }
    expect(await formulaValue('share(rows.ok)', given)).toBe('2/3')
  })
})

describe('operations without a result', () => {
  it.each([
    ['1 / 0', 'DIVISION_BY_ZERO'],
    ['0 / 0', 'DIVISION_BY_ZERO'],
    ['ln(0)', 'LOGARITHM_OF_NON_POSITIVE'],
    ['sqrt(-1)', 'EVEN_ROOT_OF_NEGATIVE'],
    ['9 ^ 9 ^ 9', 'OVERFLOW'],
    ['(0 - 8) ^ 0.5', 'POWER_UNDEFINED'],
  ])('%s is missing, with the reason %s', async (formula, reason) => {
    expect(await formulaValue(formula)).toBe(`missing: ${reason}`)
  })

  it('can be caught by coalesce', async () => {
    expect(await formulaValue('coalesce(1 / 0, 4)')).toBe('4')
  })
})
