import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseJson } from '../../../server/data/parse-json.js'
import { parsePlainJson } from '../../../server/data/parse-plain-json.js'

/** JSON as people and programs write it: numbers of all lengths, keys that come twice, escapes, and mistakes. */
const numbers = fc.oneof(
  fc.constantFrom('0', '-0', '0.0', '-0.0', '1e-400', '1e400', '0e5', '1.50'),
  fc.constantFrom('123456789012345', '1234567890123456', '0.1234567890123456'),
  fc.constantFrom('1e5', '1E-7', '01', '.5', '5.', '1e', '-'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
)
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'Ә', ' ', '1', 'e', '.', ':') }),
  fc.string(),
  fc.constantFrom('longNumber', '__proto__', '12345678901234567890'),
)
const quoted = fc.oneof(
  texts.map((text) => JSON.stringify(text)),
  fc.constantFrom('"\\u0061"', '"a"', '"\\""', '"\\\\"', '"\\', '"\\ud800"'),
)
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    numbers,
    quoted,
    fc.constantFrom('true', 'false', 'null', 'nul', ''),
    fc
      .array(fc.tuple(quoted, tie('json')), { maxLength: 4 })
      .map((fields) => `{${fields.map((field) => field.join(':')).join(',')}}`),
    fc.array(tie('json'), { maxLength: 4 }).map((all) => `[${all.join(', ')}]`),
  ),
}))

describe('the fast way through JSON', () => {
  it('gives what the exact parser gives, or leaves the text to it', () => {
    fc.assert(
      fc.property(json, (text) => {
        const plain = parsePlainJson(text)
        if (plain === undefined) return
        const exact = parseJson(text, 'x.json')
        expect(exact.problems).toEqual([])
        expect(exact.isJson).toBe(true)
        expect(plain).toStrictEqual(exact.json)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes ordinary bodies', () => {
    const text = '{"id": "b1", "name": "Дене \\"1\\"", "a": [{"x": 0.5}]}'
    expect(parsePlainJson(text)).toEqual({
      id: 'b1',
      name: 'Дене "1"',
      a: [{ x: 0.5 }],
    })
  })

  it.each([
    ['a key that stands twice', '{"a": 1, "a": 1}'],
    ['the same in an inner object', '{"a": [{"b": 1, "\\u0062": 2}]}'],
    ['a number of sixteen digits', '{"a": 1234567890.123456}'],
    ['a number below every double', '{"a": 1e-999}'],
    ['a number above every double', '{"a": 1e999}'],
    ['minus zero', '{"a": -0}'],
    ['no JSON', '{"a": 1'],
    ['a thousand brackets', `${'['.repeat(1001)}${']'.repeat(1001)}`],
  ])('leaves %s to the exact parser', (_, text) => {
    expect(parsePlainJson(text)).toBeUndefined()
  })
})
