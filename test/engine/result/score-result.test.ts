import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'

import { canonicalJson, ENGINE_VERSION } from '../../../engine/index.js'
import { methodology } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const numberOrNull = { type: ['number', 'null'] }
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const decimalOrNull = {
  type: ['string', 'null'],
  pattern: '^-?\\d+(\\.\\d+)?$',
}

const list = (items: object) => ({ type: 'array', items })
const keyed = (additionalProperties: object) => ({
  type: 'object',
  additionalProperties,
})

/** Exactly these members. */
const exactly = (properties: object, further: object = {}) => ({
  type: 'object',
  properties: { ...properties, ...further },
  required: Object.keys(properties),
  additionalProperties: false,
})

const leftOut = list(
  exactly({
    id: text,
    reason: text,
    rule: textOrNull,
    citation: textOrNull,
  }),
)

/** What `score --json` prints: issue 2, section 4. */
const RESULT = exactly(
  {
    methodology: exactly({
      id: text,
      version: text,
      sha256: hash,
      inForce: { type: 'boolean' },
    }),
    year: { type: 'integer' },
    data: exactly({ sha256: hash }, { previous: exactly({ sha256: hash }) }),
    engine: exactly({ version: text }),
    results: list(
      exactly({
        id: text,
        name: textOrNull,
        status: { enum: ['scored', 'not-scored', 'not-applicable'] },
        outputs: keyed(numberOrNull),
        exact: keyed(decimalOrNull),
        missing: list(
          exactly(
            { output: text, input: text, row: textOrNull, reason: text },
            { code: text },
          ),
        ),
        absences: list(
          exactly({
            criterion: text,
            child: text,
            treatment: text,
            reason: text,
          }),
        ),
        imputed: list(exactly({ column: text, row: textOrNull, by: text })),
        notApplicable: list(
          exactly({ criterion: textOrNull, rule: text, citation: text }),
        ),
        deductions: list(
          exactly({
            rule: text,
            points: { type: 'number' },
            pointsBeforeCap: { type: 'number' },
            citation: text,
          }),
        ),
        limits: list(
          exactly({
            rule: text,
            of: text,
            kind: { enum: ['at_most', 'at_least', 'exactly'] },
            rounding: { enum: ['before', 'after'] },
            limit: { type: ['number', 'string', 'null'] },
            before: { type: ['number', 'string', 'null'] },
            bound: { type: 'boolean' },
            citation: text,
          }),
        ),
        flags: list(
          exactly({
            flag: text,
            rule: text,
            about: textOrNull,
            citation: text,
            undecided: { type: 'boolean' },
          }),
        ),
      }),
    ),
    rankings: keyed(
      list(
        exactly(
          {
            place: { type: 'integer' },
            id: text,
            value: { type: 'number' },
          },
          { group: keyed(text) },
        ),
      ),
    ),
    leftOutOfRankings: keyed(leftOut),
    populations: keyed(
      exactly(
        { bodies: { type: 'integer' }, leftOut },
        {
          groups: list(
            exactly({ group: keyed(text), bodies: { type: 'integer' } }),
          ),
        },
      ),
    ),
    leftOut: list(exactly({ id: text, errors: list({ type: 'object' }) })),
    sha256: hash,
  },
  { warnings: list({ type: 'object' }) },
)

const RULES = methodology(
  `
  years: { from: 2012, to: 2013 }
  inputs:
    late: { type: boolean, missing: allowed }
    out: { type: boolean, default: false }
    goals:
      plan: { type: number, missing: allowed }
      parts: { w: { type: number, missing: allowed } }
  indicators:
    x: { under: total, unit: points }
    y: { under: total }
  computed:
    goals.h: { formula: 1 / plan }
    goals.p: { formula: sum(parts.w) }
  criteria:
    all:
      aggregate: sum
      excluded_child: share-weights
      children:
        total: { aggregate: sum, excluded_child: share-weights }
        goals_of_body: { formula: "count(goals) == 0 ? 0 : goals_missing" }
  outputs: [all, total, W, goals_missing]
  total: all
  deductions: { W: { from: all, caps: { c: { at_most: 1, cite: "2", mark: given } } } }
  rules:
    gone: { when: out, exclude: { body: true }, cite: { act: Other act, paragraph: "4" } }
    no_y: { when: x > 5, exclude: { criterion: y }, cite: "5" }
    late: { when: late, deduct: { points: 1.5, into: W, cap: c }, cite: "6" }
    low: { when: x < 2, flag: { about: main }, cite: "7" }
    last: { when: { fact: below, ranking: main, operator: equal, value: 0 }, flag: {}, cite: "8" }
  rankings: { main: { output: all } }
`.replace(
    'computed:',
    'computed:\n    goals_missing: { formula: mean(goals.h) + mean(goals.p) }',
  ),
)

const BODIES = [
  { id: 'b', name: 'Body B', x: 3, y: 0.5, late: true },
  { id: 'a', x: 6, y: 2, late: false },
  { id: 'low', x: 1, y: 1, late: false },
  { id: 'lost', x: 1, late: false },
  { id: 'gone', x: 1, out: true },
  {
    id: 'rows',
    x: 1,
    y: 1,
    late: false,
    goals: [
      { plan: 0, parts: [{ w: 1 }] },
      { id: 'g2', parts: [{}, { id: 'p' }] },
    ],
  },
]

describe('the result of a run', () => {
  it('has the shape that programs rely on, and no other', async () => {
    const { result } = await score(RULES, BODIES, { year: 2012 })
    const validate = new Ajv2020({
      allErrors: true,
      allowUnionTypes: true,
    }).compile(RESULT)
    const parsed: unknown = JSON.parse(JSON.stringify(result))
    validate(parsed)
    expect(validate.errors).toBeNull()
    expect(parsed).toEqual(result)
  })

  it('names the methodology by its hash, and says whether it is in force for the year', async () => {
    const { result } = await score(RULES, BODIES, { year: 2012 })
    const bytes = Buffer.from(RULES.source.text, 'utf8')
    expect(result.methodology).toEqual({
      id: 'test',
      version: '1',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      inForce: true,
    })
    expect(result.engine.version).toBe(ENGINE_VERSION)
    expect(result.year).toBe(2012)
    const later = await score(RULES, BODIES, { year: 2014 })
    expect(later.result.methodology.inForce).toBe(false)
    expect(later.result.sha256).toBe(result.sha256)
  })

  it('has a hash of results and rankings in canonical form, and of nothing else', async () => {
    const { result } = await score(RULES, BODIES, { year: 2012 })
    const { results, rankings } = result
    const canonical = canonicalJson({ results, rankings })
    expect(result.sha256).toBe(
      createHash('sha256').update(canonical).digest('hex'),
    )
  })

  it('has another hash where a figure differs', async () => {
    const { result } = await score(RULES, BODIES, { year: 2012 })
    const [first, ...rest] = BODIES
    const other = [{ ...first, id: 'b', x: 3.0000001 }, ...rest]
    const changed = await score(RULES, other, { year: 2012 })
    expect(changed.result.sha256).not.toBe(result.sha256)
  })

  it('lists the bodies in the order of their ids', async () => {
    const { result } = await score(RULES, BODIES, { year: 2012 })
    expect(result.results.map(({ id }) => id)).toEqual(
      BODIES.map(({ id }) => id).sort(),
    )
  })
})

describe('a scored body', () => {
  it('has its outputs as doubles and as exact text, its deductions and flags', async () => {
    const { of, result } = await score(RULES, BODIES, { year: 2012 })
    expect(of('b')).toEqual({
      id: 'b',
      name: 'Body B',
      status: 'scored',
      outputs: { all: 2.5, total: 3.5, W: 1, goals_missing: null },
      exact: { all: '2.5', total: '3.5', W: '1', goals_missing: null },
      missing: [
        {
          output: 'goals_missing',
          input: 'goals',
          row: null,
          reason: 'no row has a value',
          code: 'NO_ROW_WITH_VALUE',
        },
      ],
      imputed: [],
      notApplicable: [],
      deductions: [
        {
          rule: 'late',
          points: 1,
          pointsBeforeCap: 1.5,
          citation: 'Test act, 6',
        },
      ],
      absences: [],
      limits: [],
      flags: [],
    })
    expect(result.rankings['main']).toEqual([
      // 6 of one child, scaled up to two: 12
      { place: 1, id: 'a', value: 12 },
      { place: 2, id: 'b', value: 2.5 },
      { place: 3, id: 'low', value: 2 },
    ])
  })

  it('says what was excluded and what was flagged', async () => {
    const { of } = await score(RULES, BODIES, { year: 2012 })
    expect(of('a').notApplicable).toEqual([
      { criterion: 'y', rule: 'no_y', citation: 'Test act, 5' },
    ])
    expect(of('low').flags).toEqual([
      {
        flag: 'low',
        rule: 'low',
        about: 'main',
        citation: 'Test act, 7',
        undecided: false,
      },
      {
        flag: 'last',
        rule: 'last',
        about: 'main',
        citation: 'Test act, 8',
        undecided: false,
      },
    ])
  })
})

describe('a body without a total', () => {
  it('is not scored, with the inputs that caused it', async () => {
    const { of, result } = await score(RULES, BODIES, { year: 2012 })
    expect(of('lost')).toMatchObject({
      status: 'not-scored',
      outputs: { all: null, total: null, W: 0 },
    })
    const cause = {
      row: null,
      reason: 'not given in the data',
      code: 'NOT_GIVEN',
    }
    expect(of('lost').missing.slice(0, 2)).toEqual([
      { output: 'all', input: 'y', ...cause },
      { output: 'total', input: 'y', ...cause },
    ])
    const leftOut = result.leftOutOfRankings['main'] ?? []
    expect(leftOut.map(({ id }) => id)).toEqual(['gone', 'lost', 'rows'])
  })

  it('traces what is missing down to the cells of nested rows, each once', async () => {
    const { of } = await score(RULES, BODIES, { year: 2012 })
    const lost = of('rows').missing.filter(({ output }) => output === 'all')
    expect(lost.map(({ input, row, code }) => [input, row, code])).toEqual([
      ['goals.h', 'goals[1]', 'DIVISION_BY_ZERO'],
      ['plan', 'goals[g2]', 'NOT_GIVEN'],
    ])
  })

  it('is not applicable where a rule excludes it, with the citation of its own act', async () => {
    const { of, result } = await score(RULES, BODIES, { year: 2012 })
    expect(of('gone')).toEqual({
      id: 'gone',
      name: null,
      status: 'not-applicable',
      outputs: { all: null, total: null, W: null, goals_missing: null },
      exact: { all: null, total: null, W: null, goals_missing: null },
      missing: [],
      imputed: [],
      notApplicable: [
        { criterion: null, rule: 'gone', citation: 'Other act, 4' },
      ],
      deductions: [],
      absences: [],
      limits: [],
      flags: [],
    })
    expect(result.leftOutOfRankings['main']?.[0]).toEqual({
      id: 'gone',
      reason: 'excluded',
      rule: 'gone',
      citation: 'Other act, 4',
    })
  })

  it('is scored all the same where only another output is missing', async () => {
    const { of } = await score(RULES, BODIES, { year: 2012 })
    expect(of('b').status).toBe('scored')
    expect(of('b').outputs['goals_missing']).toBeNull()
  })
})
