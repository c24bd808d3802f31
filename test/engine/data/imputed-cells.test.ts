import { describe, expect, it } from 'vitest'
import { check, messages, score } from '../../helpers/score.js'

const RULES = `
  inputs: { goals: { met: { type: number, missing: allowed } } }
  indicators: { gdp: { under: total } }
  criteria: { total: { aggregate: only } }`

describe('a cell imputed outside', () => {
  it('is kept with who imputed it, on the body and in tables', async () => {
    const { of } = await score(RULES, [
      {
        id: 'k',
        gdp: 5,
        'imputed:gdp': 'Bureau of statistics, 2019',
        goals: [{ id: 'g1', met: 1, 'imputed:met': 'ministry' }, { met: 2 }],
      },
      { id: 'l', gdp: 6, 'imputed:gdp': null, goals: [] },
      { id: 'm', gdp: 7, 'imputed:gdp': '', goals: [] },
    ])
    expect(of('k').imputed).toEqual([
      { column: 'gdp', row: null, by: 'Bureau of statistics, 2019' },
      { column: 'met', row: 'goals[g1]', by: 'ministry' },
    ])
    expect(of('l').imputed).toEqual([])
    expect(of('m').imputed).toEqual([])
  })

  it('is part of the hash of the data', async () => {
    const hash = async (mark: string | null) =>
      (await check(RULES, [{ id: 'k', gdp: 5, 'imputed:gdp': mark }])).dataset
        ?.sha256
    expect(await hash('me')).not.toBe(await hash(null))
    expect(await hash(null)).toBe(
      (await check(RULES, [{ id: 'k', gdp: 5 }])).dataset?.sha256,
    )
  })

  it('must have a value, and say by whom in words', async () => {
    const { problems } = await check(RULES, [
      { id: 'k', gdp: null, 'imputed:gdp': 'me' },
      { id: 'l', gdp: 1, 'imputed:gdp': true },
    ])
    expect(messages(problems)).toEqual([
      'IMPUTED_WITHOUT_VALUE k - imputed:gdp: says that "gdp" was imputed (me), and "gdp" is empty; give the value, or take this away.',
      'CELL_NOT_TEXT l - imputed:gdp: says by whom the cell was imputed; write text, or leave it empty where the value was observed.',
    ])
  })

  it('of an input that is not there is a column that is not used', async () => {
    const { warnings } = await check(RULES, [
      { id: 'k', gdp: 1, 'imputed:gpd': 'me' },
    ])
    expect(messages(warnings)[0]).toContain('Did you mean "imputed:gdp"?')
  })
})
