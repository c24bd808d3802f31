/**
 * The decision at once is held against json-rules-engine, over conditions nested
 * at random whose facts are true, false, missing or not applicable.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Condition } from '../../../engine/conditions/condition.js'
import { compileCondition } from '../../../engine/conditions/decide.js'
import { decideNow } from '../../../engine/conditions/decide-now.js'
import type { Expression } from '../../../engine/expression/expression.js'
import { booleanValue, missing, type Value } from '../../../engine/value.js'
import { scoreEverything } from '../explanation/everything.js'

const exclusion = { rule: 'away', criterion: null, citation: '1' }

const fact: fc.Arbitrary<Value> = fc.oneof(
  fc.boolean().map(booleanValue),
  fc.integer({ min: 1, max: 9 }).map((index) => {
    const at = { column: `f${index}`, row: null }
    return missing('NOT_GIVEN', { at })
  }),
  fc.constant<Value>({ kind: 'not-applicable', exclusion }),
)

/** `fact equal true`: what the fact is, the leaf is. */
const leaf: fc.Arbitrary<Condition> = fact.map((value) => ({
  kind: 'leaf',
  operator: 'equal',
  left: constant(value),
  right: [constant(booleanValue(true))],
  text: 'fact equal true',
}))

function constant(value: Value): Expression {
  return { kind: 'constant', value, text: value.kind }
}

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    leaf,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      conditions: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('not' as const),
      condition: tie('condition'),
    }),
  ),
}))

describe('a condition that is decided at once', () => {
  it('comes to what json-rules-engine says, with the same causes', async () => {
    const { run } = await scoreEverything()
    const frame = { row: run.population, node: 'rule' }
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(condition, async (each) => {
        const expected = (await compileCondition(each)(frame)).value
        seen.add(JSON.stringify(expected).slice(0, 40))
        expect(decideNow(each, frame)).toStrictEqual(expected)
      }),
      { numRuns: 2000 },
    )
    // True, false, and undecided for one reason and for several.
    expect(seen.size).toBeGreaterThanOrEqual(4)
  })

  it('looks at no fact after one that decides', async () => {
    const { run } = await scoreEverything()
    const frame = { row: run.population, node: 'rule' }
    const read: string[] = []
    const watched = (name: string, value: boolean): Condition => ({
      kind: 'leaf',
      operator: 'equal',
      get left() {
        read.push(name)
        return constant(booleanValue(value))
      },
      right: [constant(booleanValue(true))],
      text: name,
    })
    const both: Condition = {
      kind: 'all',
      conditions: [watched('no', false), watched('yes', true)],
    }
    expect(decideNow(both, frame)).toEqual({ kind: 'boolean', boolean: false })
    expect(new Set(read)).toEqual(new Set(['no']))
  })
})
