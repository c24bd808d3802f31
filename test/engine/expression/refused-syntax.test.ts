import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'
import { parseFormula } from '../../../engine/expression/parse.js'
import { score } from '../../helpers/score.js'

/** What is said of a formula on a body with `x`, `kind` and a table `t` with `v`. */
function said(formula: string): readonly string[] {
  const { problems } = loadMethodology('x.yaml', file(formula))
  return problems.map(({ code, message }) => `${code}: ${message}`)
}

function file(formula: string): string {
  return [
    'format: 1',
    'methodology: example',
    'version: "1"',
    'status: published',
    'act: { number: "1" }',
    'years: { from: 2020 }',
    'outputs: [y]',
    'total: y',
    'inputs:',
    '  x: { type: number, missing: allowed }',
    '  kind: { type: level, values: [constructor, __proto__, a], missing: allowed }',
    '  t: { v: { type: number } }',
    'computed:',
    `  y: { formula: ${JSON.stringify(formula)}, cite: "1", mark: given }`,
    '',
  ].join('\n')
}

describe('syntax that mathjs reads and the language refuses', () => {
  it.each([
    ['2x', 'write a decimal number, and * between'],
    ['2(3)', 'implicit multiplication: write *'],
    ['5 cm', 'implicit multiplication: write *'],
    ['(x)(x)', 'implicit multiplication: write *'],
    ['x x', 'implicit multiplication: write *'],
    ['x%', 'divide by 100'],
    ['x % 2', 'divide by 100'],
    ['t?.v', 'with a plain point'],
    ['x ?? 1', 'write coalesce(x, y)'],
    ['x # the rest is dropped', 'comments'],
    ['1 < x < 2', 'write a < b and b < c'],
    ['x == 1 == true', 'write a < b and b < c'],
    ['1_000', 'write a decimal number'],
    ['1:3', 'there are no ranges'],
    ['[1, 2]', 'no lists or indices'],
    ['x[1]', 'no lists or indices'],
    ['{a: 1}', 'there are no objects'],
    ['a = 1', 'to compare write =='],
    ['f(x) = x', 'to compare write =='],
    ["x'", 'double quotes'],
    ["'a' == kind", 'double quotes'],
    ['5!', 'write not, or !='],
    ['!x', 'write not, or !='],
    ['x & 1', 'write and'],
    ['x && 1', 'write and'],
    ['x | 1', 'write or'],
    ['x || 1', 'write or'],
    ['~x', 'write not'],
    ['x << 1', 'no bit operations'],
    ['x >> 1', 'no bit operations'],
    ['x >>> 1', 'no bit operations'],
    ['5 to cm', 'no operator "to"'],
    ['x in cm', 'no operator "in"'],
    ['5 mod 2', 'no operator "mod"'],
    ['x xor 1', 'no operator "xor"'],
    ['x .^ 2', 'write ^'],
    ['x .* 2', 'write *'],
    ['x ./ 2', 'write /'],
    ['x; x', 'one expression'],
    ['0x10', 'write a decimal number'],
    ['0b1', 'write a decimal number'],
    ['1i', 'write a decimal number'],
    ['Infinity', 'neither a number, a boolean nor a level'],
    ['NaN', 'neither a number, a boolean nor a level'],
    ['null', 'neither a number, a boolean nor a level'],
    ['undefined', 'neither a number, a boolean nor a level'],
    ['рост + 1', 'titles carry the other alphabets'],
    ['x − 1', 'hyphen-minus'],
    ['x ≤ 1 ? 1 : 0', 'write <='],
    ['kind == "a\\"b" ? 1 : 0', 'no backslash'],
    ['kind == "\\u0061" ? 1 : 0', 'no backslash'],
    ['$x', 'columns of tables are not read here'],
  ])('%s', (formula, words) => {
    const [only, ...more] = said(formula)
    expect(only).toMatch(/^FORMULA_NOT_ALLOWED: /)
    expect(only).toContain(words)
    expect(more).toEqual([])
  })

  it.each(['i', 'pi', 'e', 'tau', 'end', 'cm', 'constructor', '__proto__'])(
    'knows no constant or unit "%s"',
    (name) => {
      expect(said(name)).toEqual([
        expect.stringMatching(`^UNKNOWN_NAME: "${name}" is not a name`),
      ])
    },
  )

  it.each([
    '',
    ' ',
    'x +',
    '()',
    'x,,x',
    'min(,x)',
    '==',
    '1,5',
    'x //2',
    'x /* c */',
  ])('cannot read %j', (formula) => {
    expect(said(formula)).toEqual([expect.stringMatching(/^FORMULA_SYNTAX: /)])
  })
})

/**
 * @source mathjs, docs/expressions/security.md; its test
 *   unit-tests/expression/security.test.js; issues 821 and 822; advisories
 *   GHSA-vx5c-87qx-cv6c (CVE-2017-1001002, CVE-2017-1001003),
 *   GHSA-29qv-4j9f-fjw5 (CVE-2026-40897), GHSA-5v89-rwgr-qj6g (CVE-2026-41139).
 *   The last two were published without a text to try; the shapes here reach
 *   what they describe: property setters on arrays, index getters with objects.
 */
const ESCAPES = [
  'cos.constructor("return process")()',
  'sqrt.constructor("return 1")',
  '[].map.constructor("return 1")()',
  'f=[].map.constructor("return 1"); f()',
  '[].map["constructor"]("return 1")()',
  '{}.constructor.assign(cos.constructor, {binding: cos.bind})',
  '["//","a/*\\nreturn process"]._data.map(cos.constructor)[1]()',
  'import({matrix: cos.constructor}, {override: 1})',
  'import("x")',
  'createUnit("foo")',
  'evaluate("1 + 1")',
  'parse("1").compile().evaluate()',
  'parse("1")',
  'simplify("x")',
  'derivative("x", "x")',
  'resolve("x")',
  'rationalize("x")',
  'help("cos")',
  'parser()',
  'chain(x)',
  'typed("f", x)',
  'reviver()',
  'config({})',
  'map(x)',
  'forEach(x)',
  'filter(x)',
  'subset([1], index(1))',
  'index(1)',
  'matrix(x)',
  'compile("1")',
  'unit("5 cm")',
  'bignumber(1)',
  'expression.node.ConstantNode',
  'expression.docs.constructor',
  'x.constructor',
  'x.__proto__',
  't.constructor',
  't.v.constructor',
  'sum(t.constructor)',
  'sum(t.__proto__)',
  'score(constructor)',
  'previous(__proto__)',
  'constructor(1)',
  '__proto__(1)',
  'toString()',
  'hasOwnProperty("x")',
  'valueOf()',
  'isMissing(constructor)',
  'x["constructor"]',
  'x.co\\u006Estructor',
  'x["co\\u006Estructor"]',
  '"".constructor',
  '("a").constructor',
  '(1).constructor',
  'a = {"constructor": 2}',
  'a=[1,2];a.map=cos;a.map(x)',
  '[1,2,3][{length: 1, reduce: cos}]',
  'subset([[1]], {isIndex: true, length: 1})',
  'f(x)(y) = x',
  'f = _(x) = x',
  'x.(constructor)',
  'x..constructor',
]

describe('nothing that people write is evaluated by mathjs', () => {
  it.each(ESCAPES)('refuses %s', (formula) => {
    const problems = said(formula)

    expect(problems).not.toEqual([])
    for (const each of problems) {
      expect(each).toMatch(
        /^(FORMULA_NOT_ALLOWED|FORMULA_SYNTAX|UNKNOWN_FUNCTION|UNKNOWN_NAME|WRONG_ARGUMENTS|TYPE_MISMATCH): /,
      )
    }
  })

  it.each([
    '$..[?(@.x)]',
    '$[0]',
    '$.*',
    '$..x',
    '$.x[?(@.constructor)]',
    '$["x"]',
    'x',
    '$.x.',
    '$.x-y',
  ])('reads no JSONPath but plain steps: %s', (path) => {
    const rule = `rules: { r: { when: { fact: x, path: ${JSON.stringify(path)}, operator: equal, value: 1 }, flag: {}, cite: "1", mark: given } }\n`
    const { problems } = loadMethodology('x.yaml', file('x') + rule)

    expect(problems.map(({ code }) => code)).toEqual(['CONDITION_NOT_ALLOWED'])
    expect(problems[0]?.message).toContain(path)
  })
})

describe('a level may be called what it likes', () => {
  it.each(['constructor', '__proto__'])('%s', async (level) => {
    const rules = file(`kind == "${level}" ? 1 : 0`)
    const { of } = await score(rules, [
      { id: 'a', kind: level },
      { id: 'b', kind: 'a' },
    ])

    expect(of('a').exact).toEqual({ y: '1' })
    expect(of('b').exact).toEqual({ y: '0' })
  })
})

describe('length, depth and size are bounded', () => {
  it('refuses more than 10,000 characters and reads 10,000', () => {
    expect(said(`x${' '.repeat(5)}+${'1'.repeat(10_000)}`)).toEqual([
      expect.stringMatching(/^FORMULA_TOO_LONG: .*10007.*10000/),
    ])
    expect(said('n'.repeat(10_000))).toEqual([
      expect.stringMatching(/^UNKNOWN_NAME: /),
    ])
  })

  it.each([
    { what: 'brackets', formula: `${'('.repeat(65)}x${')'.repeat(65)}` },
    { what: 'calls', formula: `${'abs('.repeat(65)}x${')'.repeat(65)}` },
    { what: 'minuses', formula: `${'-'.repeat(3_000)}x` },
    { what: 'minuses with blanks', formula: `${'- '.repeat(3_000)}x` },
    { what: 'negations', formula: `${'not '.repeat(100)}x` },
    { what: 'powers', formula: `x${'^x'.repeat(100)}` },
    { what: 'conditionals', formula: `${'true ? 1 : '.repeat(100)}x` },
    { what: 'open brackets', formula: '('.repeat(9_000) },
  ])('refuses deep $what', ({ formula }) => {
    expect(said(formula)).toEqual([
      expect.stringMatching(/^FORMULA_TOO_DEEP: .*64/),
    ])
  })

  it('reads a sum of 2,000 terms, which does not nest', async () => {
    const { of } = await score(file(`x${' + x'.repeat(1_999)}`), [
      { id: 'a', x: 0.1 },
    ])

    expect(of('a').exact).toEqual({ y: '200' })
  })

  it('refuses a number that no figure can be', () => {
    expect(said('1e999999')).toEqual([
      expect.stringMatching(/^TYPE_MISMATCH: .*10\^400/),
    ])
  })

  it('finds no value for a power that is too large, and finds it at once', async () => {
    const { of } = await score(file('9^9^9^9'), [{ id: 'a' }])

    expect(of('a').status).toBe('not-scored')
    expect(of('a').missing.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('too large'),
    ])
  })
})

describe('the door to mathjs', () => {
  it('gives a tree of our own kinds and never a node of mathjs', () => {
    const parsed = parseFormula('a + b * max(c, 2)', [])

    expect(parsed).toEqual({
      syntax: {
        kind: 'terms',
        operators: ['+'],
        operands: [
          { kind: 'name', steps: ['a'] },
          {
            kind: 'factors',
            operators: ['*'],
            operands: [
              { kind: 'name', steps: ['b'] },
              {
                kind: 'call',
                name: 'max',
                operands: [
                  { kind: 'name', steps: ['c'] },
                  { kind: 'number', text: '2' },
                ],
              },
            ],
          },
        ],
      },
    })
  })
})
