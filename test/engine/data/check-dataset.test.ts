import { describe, expect, it } from 'vitest'

import { checkDataset } from '../../../engine/index.js'
import type { RawCell, RawRow } from '../../../engine/data/raw.js'
import { methodology } from '../../helpers/methodology.js'
import { check, messages, score, type Body } from '../../helpers/score.js'

const RULES = methodology(`
  inputs:
    x: { type: number }
    maybe: { type: number, missing: allowed }
    count: { type: number, default: 0, bounds: { least: 0 } }
    kind: { type: level, values: [central, local], missing: allowed }
    when_central: { type: number, required_when: { fact: kind, operator: equal, value: central } }
    goals:
      plan: { type: number }
      fact: { type: number, required_when: plan > 0 }
      parts: { w: { type: number } }
  checks:
    order: { on: goals, formula: fact <= plan, says: The fact is above the plan }
    large: { formula: x < 1000, otherwise: warning, says: The figure is unusual }
  criteria: { total: { formula: x } }`)

/** The problems of bodies, as text. */
async function problems(bodies: readonly Body[]): Promise<readonly string[]> {
  return messages((await check(RULES, bodies)).problems)
}

describe('cells that are bad', () => {
  it('are all reported, with body, row and column', async () => {
    const found = await problems([
      { id: 'a', x: 'many', kind: 'centrl' },
      {
        id: 'b',
        x: 1,
        count: -1,
        goals: [{ id: 'g', plan: 'p' }, { plan: '' }],
      },
      { id: 'c', x: 1, goals: [{ plan: 0, parts: [{ w: 1 }, { w: '1,5' }] }] },
    ])
    expect(found.map((each) => each.split(': received')[0])).toEqual([
      'CELL_NOT_A_NUMBER a - x',
      'CELL_NOT_A_LEVEL a - kind',
      'CELL_OUT_OF_BOUNDS b - count',
      'CELL_NOT_A_NUMBER b goals[g] plan',
      'CELL_NOT_A_NUMBER b goals[2] plan',
      'CELL_DECIMAL_COMMA c goals[1].parts[2] w',
    ])
  })

  it('let nothing be scored', async () => {
    const { dataset } = await check(RULES, [{ id: 'a', x: 'many' }])
    expect(dataset).toBeNull()
  })

  it('carry the file and the path of their row', async () => {
    const checked = await check(RULES, [{ id: 'a', x: 'many' }])
    expect(checked.problems[0]).toMatchObject({ file: 'data.json', line: null })
  })
})

describe('an empty cell', () => {
  it('is an error where the input may not be missing', async () => {
    const words =
      'CELL_REQUIRED a - x: the cell is empty; give a value. The methodology does not allow it to be missing.'
    expect(await problems([{ id: 'a' }, { id: 'b', x: 1 }])).toEqual([words])
    expect(await problems([{ id: 'a', x: null }])).toEqual([words])
    expect(await problems([{ id: 'a', x: 0 }])).toEqual([])
  })

  it('is said once where the whole column is not there, with the name that may be meant', async () => {
    const rules = methodology(`
      inputs: { turnover: { type: number } }
      criteria: { total: { formula: turnover } }`)
    const bodies = [
      { id: 'a', turnovr: 1 },
      { id: 'b', turnovr: 2 },
    ]
    expect(messages((await check(rules, bodies)).problems)).toEqual([
      'COLUMN_MISSING - - turnover: no row has the column "turnover", which the methodology needs. Is "turnovr" meant? Rename it.',
    ])
  })

  it('is an error where a condition over its row asks for it', async () => {
    const words = 'the cell is empty; it must have a value where'
    const found = await problems([
      { id: 'a', x: 1, kind: 'central' },
      { id: 'b', x: 1, kind: 'local' },
      { id: 'c', x: 1 },
      { id: 'd', x: 1, kind: 'central', when_central: 0 },
      { id: 'e', x: 1, goals: [{ plan: 0 }, { plan: 1 }] },
    ])
    expect(found).toEqual([
      expect.stringContaining(`CELL_REQUIRED a - when_central: ${words}`),
      expect.stringContaining(`CELL_REQUIRED e goals[2] fact: ${words}`),
    ])
  })
})

describe('a check of the methodology', () => {
  it('refuses a row for which it does not hold, in the words of the methodology', async () => {
    const goals = [
      { plan: 5, fact: 5 },
      { id: 'g', plan: 5, fact: 6 },
    ]
    expect(await problems([{ id: 'a', x: 1, goals }])).toEqual([
      'CHECK_FAILED a goals[g] -: The fact is above the plan (fact <= plan, here 6 <= 5; Test act, 1)',
    ])
  })

  it('is not broken where a figure is missing', async () => {
    const goals = [{ plan: 0 }]
    expect(await problems([{ id: 'a', x: 1, goals }])).toEqual([])
  })

  it('may be a warning, and the body is scored all the same', async () => {
    const checked = await check(RULES, [{ id: 'a', x: 1000 }])
    expect(checked.problems).toEqual([])
    expect(messages(checked.warnings)).toEqual([
      expect.stringContaining('TABLE_EMPTY - - goals: no body has a row'),
      'CHECK_FAILED a - -: The figure is unusual (x < 1000, here 1000 < 1000; Test act, 1)',
    ])
    const { result } = await score(RULES, [{ id: 'a', x: 1000 }])
    expect(result.warnings).toHaveLength(2)
    expect(result.results[0]?.status).toBe('scored')
  })
})

describe('a column or table that the methodology does not have', () => {
  it('is a warning, once, with the nearest name, and is not used', async () => {
    const checked = await check(RULES, [
      { id: 'a', x: 1, maybee: 5, goal: [{ plan: 1 }] },
      { id: 'b', x: 1, maybee: 5, goal: [{ plan: 1 }] },
      { id: 'c', x: 1, goals: [{ plan: 0, fac: 1, part: [{ w: 1 }] }] },
    ])
    expect(checked.problems).toEqual([])
    expect(messages(checked.warnings)).toEqual([
      'COLUMN_UNKNOWN - - maybee: the methodology has no input "maybee"; the column is not used. Did you mean "maybe"?',
      'TABLE_UNKNOWN - - goal: the methodology has no table "goal"; its rows are not used. Did you mean "goals"?',
      'COLUMN_UNKNOWN - - fac: the methodology has no input "fac" in "goals"; the column is not used. Did you mean "fact"?',
      'TABLE_UNKNOWN - - part: the methodology has no table "part" in "goals"; its rows are not used. Did you mean "parts"?',
    ])
  })

  it('changes no hash', async () => {
    const plain = await check(RULES, [{ id: 'a', x: 1 }])
    const more = await check(RULES, [{ id: 'a', x: 1, other: 5 }])
    expect(more.dataset?.sha256).toBe(plain.dataset?.sha256)
  })
})

describe('ids', () => {
  it('that mix alphabets are a warning', async () => {
    // The first letter of the second id is Cyrillic.
    const { warnings } = await check(RULES, [
      { id: 'ABC', x: 1 },
      { id: '\u0410BC', x: 1 },
    ])
    expect(warnings.map(({ code }) => code)).toEqual([
      'TABLE_EMPTY',
      'ID_MIXED_ALPHABETS',
      'ID_MIXED_ALPHABETS',
    ])
    expect(warnings[1]?.message).toContain('mixes Cyrillic and Latin letters')
    expect(warnings[2]?.message).toContain('look the same and are different')
  })

  it('of rows are told from the numbers of rows without one', async () => {
    const goals = [{ id: '2', plan: 'p' }, { plan: 'q' }]
    const found = await check(RULES, [{ id: 'a', x: 1, goals }])
    const rows = found.problems.map(({ row }) => row)
    expect(new Set(rows).size).toBe(2)
  })
})

describe('an id', () => {
  it('with a space at its end is refused, because other data do not find it', async () => {
    expect(await problems([{ id: 'a ', x: 1 }])).toEqual([
      expect.stringContaining('ID_SPACES a  - id: the id "a " begins or ends'),
    ])
  })
})

describe('data of the year before', () => {
  const rules = methodology(`
    inputs:
      x: { type: number }
      y: { type: number }
    criteria: { total: { formula: x - previous(x) + y } }`)
  const options = { year: 2019, role: 'previous' as const }

  it('need only what previous(x) looks at', async () => {
    const { problems: found, dataset } = await check(
      rules,
      [{ id: 'a', x: 1, y: 'not looked at' }, { id: 'b' }],
      options,
    )
    expect(found).toEqual([])
    expect(dataset?.bodies).toHaveLength(2)
  })

  it('are refused where a cell that is looked at is bad', async () => {
    const checked = await check(rules, [{ id: 'a', x: 'many' }], options)
    expect(messages(checked.problems)).toEqual([
      expect.stringContaining('CELL_NOT_A_NUMBER a - x'),
    ])
  })
})

describe('leaving the broken bodies out', () => {
  const bodies = [
    { id: 'c', x: 'many', count: 'few' },
    { id: 'a', x: 1 },
    { id: 'b', x: 1, goals: [{ plan: 5, fact: 6 }] },
  ]
  const options = { leaveOutBroken: true }

  it('scores the others and lists each with its errors', async () => {
    const { result } = await score(RULES, bodies, options)
    expect(result.results.map(({ id }) => id)).toEqual(['a'])
    const codes = result.leftOut.map(({ id, errors }) => [
      id,
      errors.map(({ code }) => code),
    ])
    expect(codes).toEqual([
      ['b', ['CHECK_FAILED']],
      ['c', ['CELL_NOT_A_NUMBER', 'CELL_NOT_A_NUMBER']],
    ])
  })

  it('gives the hash of the data that were scored', async () => {
    const left = await check(RULES, bodies, options)
    const alone = await check(RULES, [{ id: 'a', x: 1 }])
    expect(left.dataset?.sha256).toBe(alone.dataset?.sha256)
  })

  it('does not help where it is not known which body is broken', async () => {
    const cells = new Map<string, RawCell>([['x', 1]])
    const place = { file: 'data.csv', line: 2, path: null }
    const body: RawRow = {
      id: 'a',
      name: null,
      cells,
      tables: new Map(),
      place,
    }
    const problem = {
      code: 'ID_MISSING' as const,
      file: 'data.csv',
      line: 3,
      body: null,
      row: null,
      column: 'id',
      message: 'The row has no id.',
    }
    const read = {
      dataset: { year: null, bodies: [body] },
      problems: [problem],
    }
    const year = { year: 2020, leaveOutBroken: true }
    const { dataset, problems: found } = await checkDataset(read, RULES, year)
    expect(dataset).toBeNull()
    expect(found).toEqual([problem])
  })
})

describe('the hash of the data', () => {
  const hash = async (bodies: readonly Body[], year = 2020) =>
    (await check(RULES, bodies, { year })).dataset?.sha256

  it('is the same for the same figures, however they are written', async () => {
    const one = await hash([{ id: 'a', x: 1.5, maybe: null }])
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(await hash([{ id: 'a', x: '1.50' }])).toBe(one)
    expect(await hash([{ id: 'a', x: '15e-1', goals: [] }])).toBe(one)
    expect(await hash([{ maybe: null, x: 1.5, id: 'a' }])).toBe(one)
  })

  it('is the same for JSON and for the text cells of CSV', async () => {
    const place = { file: 'data.csv', line: 2, path: null }
    const cells = new Map<string, RawCell>([
      ['kind', 'central'],
      ['when_central', '2.0'],
      ['x', '1.50'],
      ['maybe', null],
    ])
    const goal: RawRow = {
      id: 'g',
      name: null,
      cells: new Map<string, RawCell>([['plan', '0']]),
      tables: new Map(),
      place,
    }
    const body: RawRow = {
      id: 'a',
      name: null,
      cells,
      tables: new Map([['goals', [goal]]]),
      place,
    }
    const read = { dataset: { year: null, bodies: [body] }, problems: [] }
    const options = { year: 2020, leaveOutBroken: false }
    const { dataset } = await checkDataset(read, RULES, options)
    const json = { kind: 'central', when_central: 2, x: 1.5 }
    const goals = [{ id: 'g', plan: 0 }]
    expect(dataset?.sha256).toBe(await hash([{ id: 'a', ...json, goals }]))
  })

  it('does not hang on the order of the bodies', async () => {
    const a = { id: 'a', x: 1 }
    const b = { id: 'b', x: 2 }
    expect(await hash([a, b])).toBe(await hash([b, a]))
  })

  it('tells other data apart: a figure, an id, a name, zero and missing, the year', async () => {
    const hashes = await Promise.all([
      hash([{ id: 'a', x: 1 }]),
      hash([{ id: 'a', x: 1.0000000001 }]),
      hash([{ id: 'b', x: 1 }]),
      hash([{ id: 'a', name: 'A', x: 1 }]),
      hash([{ id: 'a', x: 1, maybe: 0 }]),
      hash([{ id: 'a', x: 1, count: 0 }]),
      hash([{ id: 'a', x: 1 }], 2021),
      hash([{ id: 'a', x: 1, goals: [{ plan: 0 }] }]),
      hash([{ id: 'a', x: 1, goals: [{ plan: 0 }, { plan: -1 }] }]),
      hash([{ id: 'a', x: 1, goals: [{ plan: -1 }, { plan: 0 }] }]),
    ])
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
