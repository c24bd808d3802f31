import { describe, expect, it } from 'vitest'

import { DATA_LIMITS } from '../../../engine/data/from-json.js'
import { readJson } from '../../../server/data/read-json.js'

function read(text: string) {
  return readJson(text, 'data.json', 2023, DATA_LIMITS)
}

function onlyProblem(text: string) {
  const { problems } = read(text)
  expect(problems).toHaveLength(1)
  return problems[0]
}

function cellOf(number: string) {
  const { dataset } = read(`{"bodies":[{"id":"a","x":${number}}]}`)
  return dataset.bodies[0]?.cells.get('x')
}

describe('readJson', () => {
  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['-0', 0],
    ['1e3', 1000],
    ['100000000000000000000', 1e20],
    ['123456789012345', 123456789012345],
  ])('reads %s, of at most 15 digits, as a number', (text, number) => {
    expect(cellOf(text)).toBe(number)
  })

  it.each([
    '1234567890123456',
    '0.1000000000000000055511151231257827',
    '1e400',
    '1e-400',
  ])('keeps the text of %s, which no double holds', (text) => {
    expect(cellOf(text)).toEqual({ longNumber: text })
  })

  it('takes a long list of digits for no table', () => {
    expect(cellOf('[1234567890123456]')).toEqual({ notACell: 'a list' })
  })

  it('reads prototype keys as cells, and leaves the prototype alone', () => {
    const { dataset, problems } = read(
      '{"bodies":[{"id":"a","__proto__":{"polluted":1},"constructor":2}]}',
    )
    expect(problems).toEqual([])
    const cells = dataset.bodies[0]?.cells
    expect([...(cells?.keys() ?? [])]).toEqual(['__proto__', 'constructor'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it.each([
    ['', 'line 1, column 1: JSON value expected but reached end of input'],
    ['{"bodies": [\n  {"id": "a",}\n]}', 'line 2, column 14'],
    ["{'bodies': []}", 'line 1, column 2: Quoted object key expected'],
    ['{"bodies": [1.]}', 'expecting a digit'],
    ['{"bodies": "a\nb"}', 'Unexpected character'],
    ['{"bodies": []} x', 'Expected end of input'],
    ['{"bodies": [NaN]}', 'Array item expected'],
  ])('DATA_JSON_SYNTAX for %j', (text, words) => {
    const problem = onlyProblem(text)
    expect(problem?.code).toBe('DATA_JSON_SYNTAX')
    expect(problem?.message).toContain(words)
    expect(problem?.message).not.toMatch(/invalid/i)
  })

  it.each([
    ['equal', '1', '1'],
    ['different', '1', '2'],
    ['empty objects', '{}', '{}'],
  ])(
    'DATA_JSON_SYNTAX for a key that stands twice with %s values',
    (_, a, b) => {
      const problem = onlyProblem(
        `{"bodies": [{"id": "a",\n"x": ${a},\n"\\u0078": ${b}}]}`,
      )
      expect(problem).toMatchObject({ code: 'DATA_JSON_SYNTAX', line: 3 })
      expect(problem?.message).toContain(
        'The key "x" on line 3 stands in the same object on line 2 already',
      )
    },
  )

  it('finds __proto__ twice, and not a key equal to a text or in another object', () => {
    const twice = '{"bodies":[{"id":"id","__proto__":1,"__proto__":1}]}'
    expect(onlyProblem(twice)?.message).toContain('"__proto__"')
    const once = '{"bodies":[{"id":"id","t":[{"id":"x"},{"id":"\\"id\\":"}]}]}'
    expect(read(once).problems).toEqual([])
  })

  it.each(['[', '{"a":', '{"bodies":[{"id":"a","x":['])(
    'DATA_TOO_LARGE for a hundred thousand times %s',
    (opening) => {
      const problem = onlyProblem(opening.repeat(100_000))
      expect(problem?.code).toBe('DATA_TOO_LARGE')
      expect(problem?.message).toContain('1000 is the most that is read')
    },
  )

  it('DATA_TOO_LARGE for rows more than 64 deep', () => {
    const text = `{"bodies":${'[{"id":"a","t":'.repeat(70)}1${'}]'.repeat(70)}}`
    expect(onlyProblem(text)?.code).toBe('DATA_TOO_LARGE')
  })

  it('counts no brackets inside texts', () => {
    const id = `\\"${'['.repeat(2000)}`
    expect(read(`{"bodies":[{"id":"${id}"}]}`).problems).toEqual([])
  })

  it('DATA_YEAR_MISMATCH for the data of another year', () => {
    const problem = onlyProblem('{"year": 2022, "bodies": []}')
    expect(problem).toMatchObject({
      code: 'DATA_YEAR_MISMATCH',
      column: 'year',
    })
    expect(problem?.message).toContain('of 2022, and 2023 was asked for')
  })

  it('DATA_JSON_SHAPE reaches the reader of the file', () => {
    expect(onlyProblem('[]')?.code).toBe('DATA_JSON_SHAPE')
  })
})
