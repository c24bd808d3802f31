/**
 * json-rules-engine knows true and false; the conditions of a methodology are
 * three-valued. Expected: Kleene's strong logic (Introduction to
 * Metamathematics, 1952, section 64) over facts that are independent.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { score, type Body } from '../../helpers/score.js'

type Truth = 'true' | 'false' | 'undecided'

type Tree =
  | { readonly kind: 'leaf'; readonly truth: Truth }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Tree[] }
  | { readonly kind: 'not'; readonly part: Tree }

/** Kleene: `all` is the least of its parts, `any` the greatest, `not` turns round. */
function kleene(tree: Tree): Truth {
  if (tree.kind === 'leaf') return tree.truth
  if (tree.kind === 'not') {
    const inner = kleene(tree.part)
    if (inner === 'undecided') return inner
    return inner === 'true' ? 'false' : 'true'
  }
  const parts = tree.parts.map(kleene)
  const deciding = tree.kind === 'all' ? 'false' : 'true'
  if (parts.includes(deciding)) return deciding
  if (parts.includes('undecided')) return 'undecided'
  return deciding === 'true' ? 'false' : 'true'
}

/** The condition as a file says it; every leaf asks for a fact of its own. */
function condition(tree: Tree, truths: Truth[]): unknown {
  if (tree.kind === 'not') return { not: condition(tree.part, truths) }
  if (tree.kind !== 'leaf') {
    return { [tree.kind]: tree.parts.map((part) => condition(part, truths)) }
  }
  truths.push(tree.truth)
  const fact = `f${truths.length}`
  return { fact, operator: 'equal', value: 1 }
}

const FACTS = { true: 1, false: 0, undecided: null }

/** What a rule with this condition comes to. */
async function decided(tree: Tree): Promise<Truth> {
  const truths: Truth[] = []
  const when = JSON.stringify(condition(tree, truths))
  const inputs = truths.map(
    (_, index) => `  f${index + 1}: { type: number, missing: allowed }\n`,
  )
  const text = `inputs:\n${inputs.join('')}criteria: { total: { formula: 1 } }
rules: { r: { when: ${when}, flag: {} } }`
  const facts = truths.map(
    (truth, index) => [`f${index + 1}`, FACTS[truth]] as const,
  )
  const body: Body = { id: 'b', ...Object.fromEntries(facts) }
  const { run, of } = await score(text, [body])
  const [flag] = of('b').flags
  const value = figure(run, 'b', 'rule r')
  // The result says the same as the run.
  expect(flag !== undefined).toBe(value !== 'false')
  expect(flag?.undecided ?? false).toBe(value.startsWith('missing'))
  return value === 'true' || value === 'false' ? value : 'undecided'
}

const leaf = (truth: Truth): Tree => ({ kind: 'leaf', truth })
const TRUTHS: readonly Truth[] = ['true', 'false', 'undecided']

describe('a condition over facts of which some are missing', () => {
  it.each(TRUTHS)('not %s', async (truth) => {
    const tree: Tree = { kind: 'not', part: leaf(truth) }
    expect(await decided(tree)).toBe(kleene(tree))
  })

  it.each(
    TRUTHS.flatMap((a) =>
      TRUTHS.flatMap((b) =>
        (['all', 'any'] as const).map((kind) => ({ kind, a, b })),
      ),
    ),
  )('$kind of $a, $b', async ({ kind, a, b }) => {
    const tree: Tree = { kind, parts: [leaf(a), leaf(b)] }
    expect(await decided(tree)).toBe(kleene(tree))
    expect(await decided({ kind: 'not', part: tree })).toBe(
      kleene({ kind: 'not', part: tree }),
    )
  })

  it('does not fire where the negation of a comparison with a missing fact is asked', async () => {
    const tree: Tree = {
      kind: 'all',
      parts: [{ kind: 'not', part: leaf('undecided') }, leaf('true')],
    }
    expect(await decided(tree)).toBe('undecided')
  })

  it("is decided as in Kleene's logic, however it is nested", async () => {
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.constantFrom(...TRUTHS).map(leaf),
        fc.record({
          kind: fc.constantFrom('all' as const, 'any' as const),
          parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
        }),
        fc.record({ kind: fc.constant('not' as const), part: tie('tree') }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(tree, async (each) => {
        expect(await decided(each)).toBe(kleene(each))
      }),
      { numRuns: 150 },
    )
  })
})
