import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseFormula } from '../../../engine/expression/parse.js'
import { printSyntax } from '../../../engine/expression/print.js'
import type { Syntax } from '../../../engine/expression/syntax.js'

const name = fc.constantFrom('a', 'b_1', 'Total', '_x', 'andes', 'orion', 'e1')
const number = fc.constantFrom('0', '1', '12.5', '0.001', '999999999999')

const atom: fc.Arbitrary<Syntax> = fc.oneof(
  number.map((text): Syntax => ({ kind: 'number', text })),
  fc.boolean().map((boolean): Syntax => ({ kind: 'boolean', boolean })),
  fc
    .constantFrom('central', 'Қазақ тілі', 'a b', '', '#%')
    .map((word): Syntax => ({ kind: 'word', word })),
  fc
    .array(name, { minLength: 1, maxLength: 3 })
    .map((steps): Syntax => ({ kind: 'name', steps })),
)

/** Chains have one operator fewer than operands. */
function chained<O extends string>(
  inner: fc.Arbitrary<Syntax>,
  operators: readonly O[],
) {
  return fc
    .tuple(
      inner,
      fc.array(fc.tuple(fc.constantFrom(...operators), inner), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([first, rest]) => ({
      operands: [first, ...rest.map(([, operand]) => operand)],
      operators: rest.map(([operator]) => operator),
    }))
}

const syntax = fc.letrec<{ readonly tree: Syntax }>((tie) => {
  const tree = tie('tree')
  const isNot = (kind: Syntax['kind']) => (part: Syntax) => part.kind !== kind
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      atom,
      chained(tree, ['+', '-']).map((chain): Syntax => ({
        kind: 'terms',
        ...chain,
      })),
      chained(tree, ['*', '/']).map((chain): Syntax => ({
        kind: 'factors',
        ...chain,
      })),
      fc
        .record({ base: tree, exponent: tree })
        .map((parts): Syntax => ({ kind: 'power', ...parts })),
      tree.map((operand): Syntax => ({ kind: 'negation', operand })),
      tree.map((operand): Syntax => ({ kind: 'not', operand })),
      fc
        .record({
          operator: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
          left: tree.filter(isNot('comparison')),
          right: tree.filter(isNot('comparison')),
        })
        .map((parts): Syntax => ({ kind: 'comparison', ...parts })),
      fc
        .record({
          operator: fc.constantFrom('and', 'or'),
          operands: fc.array(tree, { minLength: 2, maxLength: 4 }),
        })
        .map((parts): Syntax => ({ kind: 'logic', ...parts })),
      fc
        .record({ test: tree, then: tree, otherwise: tree })
        .map((parts): Syntax => ({ kind: 'choice', ...parts })),
      fc
        .record({ name, operands: fc.array(tree, { maxLength: 3 }) })
        .map((parts): Syntax => ({ kind: 'call', ...parts })),
    ),
  }
}).tree

describe('a formula that is printed', () => {
  it('is read as the same tree', () => {
    fc.assert(
      fc.property(syntax, (tree) => {
        expect(parseFormula(printSyntax(tree), [])).toEqual({ syntax: tree })
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['a-b-c', 'a - b - c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['(a-b)-c', '(a - b) - c'],
    ['a/b*c', 'a / b * c'],
    ['a/(b*c)', 'a / (b * c)'],
    ['(a+b)*c', '(a + b) * c'],
    ['a+b*c', 'a + b * c'],
    ['-a^2', '-a ^ 2'],
    ['(-a)^2', '(-a) ^ 2'],
    ['a^b^c', 'a ^ (b ^ c)'],
    ['(a^b)^c', '(a ^ b) ^ c'],
    ['2^-a', '2 ^ (-a)'],
    ['a*-b', 'a * -b'],
    ['not a and b', 'not a and b'],
    ['not (a and b)', 'not (a and b)'],
    ['a or b and c', 'a or (b and c)'],
    ['(a or b) and c', '(a or b) and c'],
    ['a+1 > b*2', 'a + 1 > b * 2'],
    ['a ? b : c ? d : e1', 'a ? b : c ? d : e1'],
    ['(a ? b : c) + 1', '(a ? b : c) + 1'],
    ['+a', 'a'],
    ['"Қазақ"==kind', '"Қазақ" == kind'],
    ['mean( goals . indicators . h )', 'mean(goals.indicators.h)'],
  ])('%s is shown as %s, with the brackets that it needs', (text, shown) => {
    const parsed = parseFormula(text, [])
    expect('syntax' in parsed && printSyntax(parsed.syntax)).toBe(shown)
  })
})
