/**
 * mathjs whole, as it comes, is the measure of the parts of it that are loaded:
 * the same trees, the same complaints, the same roots.
 */
import {
  BigNumberDependencies,
  create,
  nthRootDependencies,
  parseDependencies,
  type MathNode,
} from 'mathjs'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { parseWithMathjs } from '../../../engine/expression/mathjs-parser.js'
import { bigNumber, bigRoot } from '../../../engine/number/big-number.js'
import { RULE_FILES } from '../../helpers/rule-files.js'

const whole = create(
  { parseDependencies, BigNumberDependencies, nthRootDependencies } as never,
  { number: 'BigNumber', precision: 64 },
) as unknown as {
  readonly parse: (text: string) => MathNode
  readonly bignumber: (text: string) => { toString(): string }
  readonly nthRoot: (x: unknown, degree: unknown) => { toString(): string }
}

const WRITTEN = [
  '1.50 + 0.1 * 1e-7 - 123456789012345678901234567890.123456789',
  'a.b.c >= 2 and not (x == "level one") or y != true',
  'a ? b : c ? d : -e ^ 2 ^ -f',
  'mean(goals.indicators.h) / max(0, -x)',
  'null',
  'NaN + Infinity',
  'true',
  '1 < 2 < 3',
  '[1, 2; 3, 4]',
  'a = 3',
  'f(x) = x ^ 2',
  'a; b',
  '1:2:3',
  '{ a: 1 }',
  'a[1]',
  'a?.b',
  '2 a',
  '5!',
  "a'",
  '50%',
  'x to cm',
  '0xff',
]

const BROKEN = [
  '1 +',
  '(1',
  'a b c)',
  'f(,)',
  '1..2',
  '"open',
  '',
  'a ? b',
  '@',
]

/** Every quoted or plain formula of the files that ship. */
const SHIPPED = RULE_FILES.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /formula: (?:"(?<quoted>[^"]*)"|(?<plain>[^,}\n]*))/g,
    ),
  ].map(({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? ''),
)

describe('the parser of mathjs without the rest', () => {
  it('reads formulas as mathjs does', () => {
    expect(SHIPPED.length).toBeGreaterThan(50)
    for (const text of [...WRITTEN, ...SHIPPED]) {
      expect(outcome(parseWithMathjs, text), text).toEqual(
        outcome(whole.parse, text),
      )
    }
  })

  it('complains in the words of mathjs', () => {
    for (const text of BROKEN) {
      expect(outcome(parseWithMathjs, text), text).toEqual(
        outcome(whole.parse, text),
      )
    }
  })

  it('keeps the digits of a number that no double holds', () => {
    const { value } = parseWithMathjs('0.12345678901234567890123456789')
    expect(String(value)).toBe('0.12345678901234567890123456789')
  })
})

describe('roots of mathjs without the rest', () => {
  it.each([
    ['2', 4],
    ['10', 5],
    ['0.000001', 7],
    ['-32', 5],
    ['-2', 7],
    ['0', 6],
    ['123456789012345678901234567890', 9],
  ])('the root of %s of degree %i is that of mathjs', (x, degree) => {
    const expected = whole.nthRoot(
      whole.bignumber(x),
      whole.bignumber(String(degree)),
    )
    expect(bigRoot(bigNumber(x), degree).toString()).toBe(expected.toString())
  })
})

/** The tree as data and as text, or the complaint. */
function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    const tree = parse(text)
    return {
      tree: JSON.parse(JSON.stringify(tree)) as unknown,
      text: String(tree),
    }
  } catch (error) {
    return { complaint: String(error) }
  }
}
