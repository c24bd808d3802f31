/** Rules that change by year, with tables and levels: as a reader of an act writes them. */
import { describe, expect, it } from 'vitest'

import {
  explainOutput,
  explanationText,
  loadMethodology,
  readRun,
  runExamples,
} from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { withHeader } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

function said(rules: string): readonly string[] {
  const { problems } = loadMethodology('x.yaml', withHeader(rules))
  return problems.map(({ code, message }) => `${code}: ${message}`)
}

describe('an indicator that comes in a later year', () => {
  const RULES = (law: string, digital: string) => `
    parameters:
      w_law: { by: year, values: { ${law} }, cite: "7" }
      w_digital: { by: year, values: { ${digital} }, cite: "7" }
    indicators:
      courts: { under: total, weight: w_law }
      media: { under: total, weight: 0.5 }
      digital: { under: total, weight: w_digital, missing: allowed }
    criteria: { total: { aggregate: arithmetic, excluded_child: share-weights } }
    rules: { later: { when: year < 2018, exclude: { criterion: digital }, cite: "8" } }`
  const GIVEN = RULES('2015-2017: 0.5, 2018-: 0.3', '2018-: 0.2')
  const BODY = { id: 'b', courts: 8, media: 4, digital: 10 }
  const total = async (rules: string, year: number) => {
    const { run } = await score(rules, [BODY], { year })
    return figure(run, 'b', 'total')
  }

  it('needs no weight in the years without it', async () => {
    // 0.5 * 8 + 0.5 * 4 = 6; 0.3 * 8 + 0.5 * 4 + 0.2 * 10 = 6.4
    expect(await total(GIVEN, 2016)).toBe('6')
    expect(await total(GIVEN, 2018)).toBe('6.4')
  })

  it('takes part in a sum as if it had no weight', async () => {
    const sum = GIVEN.replace('aggregate: arithmetic', 'aggregate: sum')
    expect(await total(sum, 2016)).toBe('6')
  })

  it('leaves the others a sum that is checked for its years too', () => {
    expect(said(RULES('2015-2017: 0.4, 2018-: 0.3', '2018-: 0.2'))).toEqual([
      expect.stringMatching(/^WEIGHTS_SUM: .* for year 2015 add up to 0.9/),
    ])
  })

  it('is missed where no rule excludes it and it has no weight', async () => {
    const kept = GIVEN.replace('year < 2018', 'year < 2016')
    expect(await total(kept, 2017)).toBe('missing: NO_PARAMETER_VALUE')
  })

  it('is not weighed below zero, in any year', () => {
    const rules = RULES('2015-2017: 0.5, 2018-: 0.7', '2018-: -0.2')
    expect(said(rules)).toEqual([
      'WRONG_TYPE: Received "w_digital" with the value -0.2 where a weight of 0 or more is needed.',
    ])
  })
})

describe('weights whose years overlap', () => {
  it('add up in the middle of a range as well as at its ends', () => {
    const found = said(`
    parameters:
      w_a: { by: year, values: { 2010-2020: 0.5 }, cite: "1" }
      w_b: { by: year, values: { 2005-2013: 0.5, 2014-2015: 0.4, 2016-: 0.5 }, cite: "1" }
    indicators: { a: { under: total, weight: w_a }, b: { under: total, weight: w_b } }
    criteria: { total: { aggregate: arithmetic } }`)
    expect(found).toEqual([
      expect.stringMatching(/^WEIGHTS_SUM: .* for year 2014 add up to 0.9/),
    ])
  })
})

describe('a table of the act', () => {
  const TABLE = (rows: string) => `
    tables: { weights: { key: n, columns: { n: number, weight: number }, rows: [${rows}] } }
    inputs: { n: { type: number } }
    criteria: { total: { formula: "18 * lookup(weights, n)" } }`

  it('holds fractions, as keys too', async () => {
    const rules = TABLE('[1/2, 1/6], [1, 1/18]')
    const { run } = await score(rules, [
      { id: 'half', n: 0.5 },
      { id: 'one', n: 1 },
    ])
    expect(figure(run, 'half', 'total')).toBe('3')
    expect(figure(run, 'one', 'total')).toBe('1')
  })

  it('has one row for a number, however it is written', () => {
    expect(said(TABLE('[0.5, 1], [1/2, 2]'))).toEqual([
      expect.stringMatching(/^TABLE_KEY_DUPLICATE: .* has a row for "1\/2"/),
    ])
  })

  it('puts a fraction into a formula as one number', async () => {
    const { run } = await score(
      `
    tables: { fines: { key: name, columns: { name: text, points: number }, rows: [[late, 3/2]] } }
    inputs: { x: { type: number } }
    criteria: { total: { formula: 10 - fine } }
    deductions: { fine: {} }
    rules: { fine-$name: { each: fines, when: x > 0, deduct: { points: 6 / $points, into: fine } } }`,
      [{ id: 'b', x: 1 }],
    )
    // 6 / (3/2) = 4
    expect(figure(run, 'b', 'total')).toBe('6')
  })

  const CEILINGS = `
    scales: { stars: { order: worst-first, levels: { one: {}, two: { at_least: 30 }, three: { at_least: 60 } } } }
    tables:
      ceilings: { key: fact, columns: { fact: text, most: { type: level, scale: stars }, sets: list, better: text }, rows: [[unsafe, one, [peers], less], [late, two, [], more]] }
    populations: { peers: { by: kind } }
    inputs: { kind: { type: text }, x: { type: number }, unsafe: { type: boolean }, late: { type: boolean } }
    computed: { population.mean: { formula: mean(bodies.x), among: peers }, mean: { formula: population.mean } }
    criteria: { stars: { scale: stars, formula: "band(x, stars)" } }
    rules:
      ceiling-$fact: { each: ceilings, when: { fact: $fact, operator: equal, value: true }, limit: { of: stars, at_most: $most } }
      out-$fact: { each: { table: ceilings, where: $fact == "unsafe" }, when: unsafe, exclude: { population: $sets } }
    rankings: { by-$fact: { each: ceilings, output: x, better: $better, among: peers } }
    outputs: [stars, x]
    total: stars`

  it('limits, leaves populations and turns rankings by the cells of each row', async () => {
    const { run, result } = await score(CEILINGS, [
      { id: 'p', kind: 'k', x: 70, unsafe: false, late: true },
      { id: 'q', kind: 'k', x: 90, unsafe: true, late: true },
      { id: 'r', kind: 'k', x: 40, unsafe: false, late: false },
    ])
    const stars = ['p', 'q', 'r'].map((id) => figure(run, id, 'stars'))
    expect(stars).toEqual(['two', 'one', 'two'])
    const placed = (name: string) =>
      result.rankings[name]?.map(({ id, place }) => `${place} ${id}`)
    expect(placed('by-unsafe')).toEqual(['1 r', '2 p'])
    expect(placed('by-late')).toEqual(['1 p', '2 r'])
    // (70 + 40) / 2: q is out.
    expect(figure(run, 'p', 'mean')).toBe('55')
  })

  it('says a misspelt level of a cell once, and a misspelt scale once', () => {
    expect(said(CEILINGS.replace('[late, two', '[late, tow'))).toEqual([
      expect.stringMatching(/^UNKNOWN_NAME: "tow" is not a level/),
    ])
    expect(
      said(CEILINGS.replace('scale: stars }, sets', 'scale: star }, sets')),
    ).toEqual([expect.stringMatching(/^UNKNOWN_NAME: "star" is not a scale/)])
  })

  it('says a misspelt direction at its cell', () => {
    expect(said(CEILINGS.replace('[], more]', '[], most]'))).toEqual([
      expect.stringMatching(/^WRONG_TYPE: Received "most" where one of: more/),
    ])
  })
})

describe('a cap that differs by year', () => {
  it('is explained with its parameter, its citation and its line', async () => {
    const { run } = await score(
      `
    parameters: { most: { by: year, values: { 2019: 3, 2020-: 2.5 }, cite: "9" } }
    inputs: { late: { type: boolean } }
    criteria: { total: { formula: 10 - fine } }
    deductions: { fine: { caps: { all: { at_most: most, over: all, cite: "10", mark: given } } } }
    rules: { late: { when: late, deduct: { points: 4, into: fine } } }`,
      [{ id: 'b', late: true }],
    )
    expect(figure(run, 'b', 'total')).toBe('7.5')
    const explained = await explainOutput(run, 'b', 'fine')
    const found = explained?.figures.find(
      ({ key }) => key === 'parameter most (year 2020)',
    )
    expect(found?.citation).toBe('Test act, 9')
    expect(found?.source?.says).toBe('year 2020')
  })
})

describe('the piece of a normaliser that was taken', () => {
  it('is named with its condition, the last with what it leaves', async () => {
    const { run } = await score(
      `
    indicators: { x: { under: total, normalise: { kind: formula, cite: "1", mark: given, pieces: [{ when: x >= 4, value: 50 }, { value: 100 - x }] } } }
    criteria: { total: { aggregate: only } }`,
      [
        { id: 'low', x: 1 },
        { id: 'high', x: 4 },
      ],
    )
    const words = async (id: string) => {
      const explained = await explainOutput(run, id, 'score(x)')
      return explained?.figures[0]?.steps[1]?.words
    }
    expect(await words('high')).toBe('formula: 50 with x = 4, where x >= 4')
    expect(await words('low')).toBe(
      'formula: 100 - x with x = 1, where no piece before it holds',
    )
  })
})

describe('an output that is true or false', () => {
  const RULES = `
    inputs: { x: { type: number, missing: allowed } }
    computed:
      passed: { formula: x > 5 }
      kept: { formula: passed and previous(passed) }
    criteria: { total: { formula: "coalesce(x, 0)" } }
    outputs: [total, passed, kept]
    total: total`

  it('stands in the result, and is read again a year later', async () => {
    const first = await score(
      RULES,
      [
        { id: 'yes', x: 6 },
        { id: 'no', x: 5 },
        { id: 'open', x: null },
      ],
      { year: 2019 },
    )
    expect(first.of('yes').outputs['passed']).toBe(true)
    expect(first.of('no').outputs['passed']).toBe(false)
    expect(first.of('no').exact['passed']).toBe('false')
    expect(first.of('open').outputs['passed']).toBeNull()
    const json: unknown = JSON.parse(JSON.stringify(first.result))
    const { record, faults } = await readRun(json)
    expect([faults, record?.isWhole]).toEqual([[], true])
    const history = record ? [record.known] : []
    const next = await score(
      RULES,
      [
        { id: 'yes', x: 7 },
        { id: 'no', x: 7 },
        { id: 'open', x: 7 },
      ],
      { history },
    )
    expect(next.of('yes').outputs['kept']).toBe(true)
    expect(next.of('no').outputs['kept']).toBe(false)
    expect(figure(next.run, 'open', 'kept')).toBe('missing: MISSING_THEN')
    const explained = await explainOutput(next.run, 'no', 'kept')
    expect(explained && explanationText(explained)).toContain(
      'previous(passed) = false',
    )
  })

  it('is an input of another methodology, that takes true or false', async () => {
    const { result } = await score(RULES, [{ id: 'b', x: 6 }])
    const { record } = await readRun(JSON.parse(JSON.stringify(result)))
    const others = record ? [record.known] : []
    const bonus = (type: string) => `
    methodology: bonus
    inputs: { ok: { type: ${type}, from: { methodology: test, output: passed } } }
    criteria: { total: { formula: ${type === 'boolean' ? '"ok ? 1 : 0"' : 'ok'} } }`
    const { of } = await score(bonus('boolean'), [{ id: 'b' }], { others })
    expect(of('b').exact['total']).toBe('1')
    await expect(
      score(bonus('number'), [{ id: 'b' }], { others }),
    ).rejects.toThrow('the input takes a number')
    await expect(
      score(bonus('boolean'), [{ id: 'b', ok: false }], { others }),
    ).rejects.toThrow('the data say false')
  })

  it('stands in the history of an example', async () => {
    const example = (kept: boolean) => `${RULES}
    examples:
      - { title: Kept, source: hand, calculation: seven is above five in both years, year: 2021, body: { id: b, x: 7 }, history: { 2020: { b: { passed: ${kept} } } }, expect: { outputs: { kept: true } } }`
    const failed = async (text: string) => {
      const loaded = loadMethodology('x.yaml', withHeader(text))
      const { problems } = await runExamples(loaded, () =>
        Promise.reject(new Error('No data file')),
      )
      return [...loaded.problems, ...problems].map(({ code }) => code)
    }
    expect(await failed(example(true))).toEqual([])
    expect(await failed(example(false))).toEqual(['EXAMPLE_FAILED'])
  })
})

describe('a value of up to three years before', () => {
  it('is the latest that was given, and says of which year', async () => {
    const { run, of } = await score(
      `
    indicators: { x: { under: total, missing: allowed } }
    criteria: { total: { aggregate: only } }
    steps: [{ name: s, impute: { method: previous-year, years: 3 } }]`,
      [
        { id: 'one', x: null },
        { id: 'three', x: null },
        { id: 'four', x: null },
      ],
      {
        earlier: {
          2019: [
            { id: 'one', x: 1 },
            { id: 'three', x: null },
          ],
          2018: [{ id: 'one', x: 2 }],
          2017: [{ id: 'three', x: 3 }],
          2016: [{ id: 'four', x: 4 }],
        },
      },
    )
    expect(figure(run, 'one', 'total')).toBe('1')
    expect(figure(run, 'three', 'total')).toBe('3')
    expect(figure(run, 'four', 'total')).toBe('missing: NO_CHILD')
    expect(of('three').imputed[0]?.by).toBe('step s: value of 3 years before')
  })
})

describe('a row inside a row', () => {
  it('reads the figure of the group of its own body', async () => {
    const { run } = await score(
      `
    populations: { regions: { by: region } }
    inputs: { region: { type: text }, homes: { people: { years: { type: number } } } }
    computed:
      schooling: { formula: mean(homes.people.years) }
      population.best: { formula: max(bodies.schooling), among: regions }
      homes.people.gap: { formula: population.best - years }
    criteria: { total: { formula: sum(homes.people.gap) } }`,
      [
        body('a', 'north', [4, 8]),
        body('b', 'north', [10, 11]),
        body('c', 'south', [2]),
      ],
    )
    // The best of the north is 10.5: 6.5 + 2.5 = 9; the best of the south is 2.
    expect(figure(run, 'a', 'total')).toBe('9')
    expect(figure(run, 'c', 'total')).toBe('0')
  })

  const body = (id: string, region: string, years: readonly number[]) => ({
    id,
    region,
    homes: [{ people: years.map((each) => ({ years: each })) }],
  })
})
