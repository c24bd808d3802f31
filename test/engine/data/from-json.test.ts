import { describe, expect, it } from 'vitest'

import { DATA_LIMITS, datasetFromJson } from '../../../engine/data/from-json.js'

function problemsOf(json: unknown, limits = DATA_LIMITS) {
  return datasetFromJson(json, 'data.json', limits).problems
}

function onlyProblem(json: unknown, limits = DATA_LIMITS) {
  const problems = problemsOf(json, limits)
  expect(problems).toHaveLength(1)
  return problems[0]
}

function firstBody(json: unknown) {
  const [body] = datasetFromJson(json, 'data.json').dataset.bodies
  if (!body) throw new Error('there is no body')
  return body
}

function nested(depth: number): object {
  let row: object = { id: 'deepest' }
  for (let level = 1; level < depth; level += 1) row = { id: 'r', rows: [row] }
  return row
}

describe('datasetFromJson', () => {
  it('reads scalars as cells and lists of objects as tables', () => {
    const { dataset, problems } = datasetFromJson(
      {
        year: 2023,
        bodies: [
          {
            id: 'me',
            name: 'Education',
            staff: 12,
            open: true,
            budget: '3.50',
            goals: [{ id: 'g1', met: null, indicators: [{ plan: 1 }] }],
          },
        ],
      },
      'data.json',
    )
    expect(problems).toEqual([])
    expect(dataset.year).toBe(2023)
    const [body] = dataset.bodies
    expect(body?.id).toBe('me')
    expect(body?.name).toBe('Education')
    expect([...(body?.cells ?? [])]).toEqual([
      ['staff', 12],
      ['open', true],
      ['budget', '3.50'],
    ])
    const goal = body?.tables.get('goals')?.[0]
    expect(goal?.cells.get('met')).toBeNull()
    expect(goal?.tables.get('indicators')?.[0]).toEqual({
      id: null,
      name: null,
      cells: new Map([['plan', 1]]),
      tables: new Map(),
      place: {
        file: 'data.json',
        line: null,
        path: 'bodies[0].goals[0].indicators[0]',
      },
    })
  })

  it('keeps null apart from absent, though both are missing', () => {
    const { cells } = firstBody({ bodies: [{ id: 'a', x: null }] })
    expect([cells.has('x'), cells.has('y')]).toEqual([true, false])
  })

  it('takes a year that is text, and null where none is said', () => {
    const yearOf = (json: unknown) =>
      datasetFromJson(json, 'data.json').dataset.year
    expect(yearOf({ year: '2023', bodies: [] })).toBe(2023)
    expect(yearOf({ bodies: [] })).toBeNull()
  })

  it('takes whole numbers as ids, by their text', () => {
    const id = '123456789012345678'
    const body = { id: { longNumber: id }, goals: [{ id: 7 }] }
    const { id: read, tables } = firstBody({ bodies: [body] })
    expect(read).toBe(id)
    expect(tables.get('goals')?.[0]?.id).toBe('7')
  })

  it('passes a long number through by its text', () => {
    const longNumber = '0.12345678901234567'
    const json = { bodies: [{ id: 'a', x: { longNumber } }] }
    expect(firstBody(json).cells.get('x')).toEqual({ longNumber })
  })

  it('takes no object for a long number that only has its shape', () => {
    const json = { bodies: [{ id: 'a', x: { longNumber: '12; drop' } }] }
    expect(firstBody(json).cells.get('x')).toEqual({ notACell: 'an object' })
  })

  it.each([
    ['a list of numbers', [1, 2], 'a list'],
    ['a list of long numbers', [{ longNumber: '1234567890123456' }], 'a list'],
    ['a list of lists', [[{}]], 'a list'],
    [
      'a list of rows and numbers',
      [{ id: 'g' }, 1],
      'a list in which not every item is an object',
    ],
    ['an object', { a: 1 }, 'an object'],
    ['half a character', '\uD800', 'a text with half of a surrogate pair'],
  ])('names %s as no cell', (_, value, notACell) => {
    const { cells, tables } = firstBody({ bodies: [{ id: 'a', x: value }] })
    expect(cells.get('x')).toEqual({ notACell })
    expect(tables.size).toBe(0)
  })

  it('takes an empty list for a table without rows', () => {
    const { tables } = firstBody({ bodies: [{ id: 'a', goals: [] }] })
    expect(tables.get('goals')).toEqual([])
  })

  it('puts ids, names and texts in NFC, so that й is one letter', () => {
    const twoSigns = '\u0438\u0306'
    const body = { id: twoSigns, name: twoSigns, kind: twoSigns }
    const { id, name, cells } = firstBody({ bodies: [body] })
    expect([id, name, cells.get('kind')]).toEqual(['й', 'й', 'й'])
    const twice = { bodies: [{ id: 'й' }, { id: twoSigns }] }
    expect(onlyProblem(twice)?.code).toBe('ID_DUPLICATE')
  })

  it('reads prototype keys as cells, and leaves the prototype alone', () => {
    const json: unknown = JSON.parse(
      '{"bodies":[{"id":"a","__proto__":1,"constructor":2,"toString":[{"__proto__":[{}]}]}]}',
    )
    const { cells, tables } = firstBody(json)
    expect(cells.get('__proto__')).toBe(1)
    expect(cells.get('constructor')).toBe(2)
    const row = tables.get('toString')?.[0]
    expect(row?.tables.get('__proto__')).toHaveLength(1)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('the mistakes that datasetFromJson reports', () => {
  it.each([
    ['a list', [{ id: 'a' }], 'Put the list under the key "bodies"'],
    ['null', null, 'but it is null'],
    ['a text', 'bodies', 'but it is the text "bodies"'],
  ])('DATA_JSON_SHAPE for %s in place of the object', (_, json, words) => {
    const problem = onlyProblem(json)
    expect(problem?.code).toBe('DATA_JSON_SHAPE')
    expect(problem?.message).toContain(words)
  })

  it.each([
    [{}, '"bodies" should be a list of objects'],
    [{ bodies: { a: 1 } }, 'but it is an object'],
    [{ bodies: [], boddies: [] }, 'the key "boddies", which is not read'],
    [JSON.parse('{"bodies":[],"__proto__":1}'), '"__proto__"'],
    [{ bodies: [5] }, 'bodies[0] should be an object with an "id"'],
    [{ bodies: [], year: 'last' }, '"year" should be a whole number'],
    [{ bodies: [], year: 2023.5 }, 'it is the number 2023.5'],
    [{ bodies: [{ id: true }] }, 'The "id" of bodies[0] should be text'],
    [{ bodies: [{ id: 1.5 }] }, 'it is the number 1.5'],
    [{ bodies: [{ id: 'a', name: [] }] }, 'The "name" of bodies[0]'],
    [{ bodies: [{ id: 'a', t: [{ id: {} }] }] }, '"id" of bodies[0].t[0]'],
  ])('DATA_JSON_SHAPE for %j', (json: unknown, words) => {
    const problem = onlyProblem(json)
    expect(problem?.code).toBe('DATA_JSON_SHAPE')
    expect(problem?.message).toContain(words)
  })

  it.each([{}, { id: null }, { id: '' }])('ID_MISSING for %j', (body) => {
    const problem = onlyProblem({ bodies: [{ id: 'a' }, body] })
    expect(problem?.code).toBe('ID_MISSING')
    expect(problem?.message).toContain('bodies[1] has no "id"')
  })

  it('ID_DUPLICATE for two bodies, the text "7" and the number 7 alike', () => {
    const problem = onlyProblem({ bodies: [{ id: '7' }, { id: 7 }] })
    expect(problem).toMatchObject({ code: 'ID_DUPLICATE', body: '7' })
    expect(problem?.message).toContain(
      'bodies[1] has the id "7", which bodies[0] has already',
    )
  })

  it('ID_DUPLICATE for two rows of one table, and not across parents', () => {
    const goals = (...ids: string[]) => ids.map((id) => ({ id }))
    const problem = onlyProblem({
      bodies: [
        { id: 'a', goals: goals('g1', 'g2') },
        { id: 'b', goals: goals('g1', 'g1') },
      ],
    })
    expect(problem).toMatchObject({
      code: 'ID_DUPLICATE',
      body: 'b',
      row: 'goals[g1]',
    })
    expect(problem?.message).toContain('bodies[1].goals[1]')
  })

  it('DATA_TOO_LARGE for rows more than 64 deep, and not for 64', () => {
    expect(problemsOf({ bodies: [nested(64)] })).toEqual([])
    const problem = onlyProblem({ bodies: [nested(65)] })
    expect(problem?.code).toBe('DATA_TOO_LARGE')
    expect(problem?.message).toContain('more than 64 deep')
  })

  it('survives nesting of a hundred thousand rows', () => {
    expect(onlyProblem({ bodies: [nested(100_000)] })?.code).toBe(
      'DATA_TOO_LARGE',
    )
  })

  it('DATA_TOO_LARGE for a table of one body, summed over its parents', () => {
    const goal = { tasks: [{}, {}] }
    const limits = { rows: 3, depth: 64 }
    const within = { bodies: [{ id: 'a', goals: [goal] }] }
    expect(problemsOf(within, limits)).toEqual([])
    const beyond = { bodies: [{ id: 'a', goals: [goal, goal, goal] }] }
    const problem = onlyProblem(beyond, limits)
    expect(problem).toMatchObject({ code: 'DATA_TOO_LARGE', body: 'a' })
    expect(problem?.message).toContain('"goals.tasks"')
  })

  it('DATA_TOO_LARGE for too many bodies', () => {
    const bodies = [{ id: 'a' }, { id: 'b' }]
    const problem = onlyProblem({ bodies }, { rows: 1, depth: 64 })
    expect(problem?.code).toBe('DATA_TOO_LARGE')
    expect(problem?.message).toContain('"bodies" has 2 rows')
  })

  it('reports all of them at once, and still gives the rows', () => {
    const { dataset, problems } = datasetFromJson(
      { year: 'x', note: 1, bodies: [{}, { id: 'a' }, { id: 'a' }] },
      'data.json',
    )
    expect(problems.map(({ code }) => code)).toEqual([
      'DATA_JSON_SHAPE',
      'DATA_JSON_SHAPE',
      'ID_MISSING',
      'ID_DUPLICATE',
    ])
    expect(dataset.bodies).toHaveLength(3)
  })
})
