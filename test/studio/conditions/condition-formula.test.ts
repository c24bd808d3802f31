import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseFormula, type Syntax } from '../../../engine/index.js'
import {
  formulaOfGroups,
  groupsOfFormula,
} from '../../../studio/features/editor/conditions/condition-formula.js'
import type {
  ConditionGroup,
  ConditionItem,
} from '../../../studio/features/editor/conditions/condition-groups.js'

const FACTS = ['a', 'b', 'c', 'd'] as const

/** The condition as a table of truth: one answer for each way its facts may be. */
function truths(text: string): string {
  const parsed = parseFormula(text, [])
  if (!('syntax' in parsed)) throw new Error(`Not a formula: ${text}`)
  return Array.from({ length: 16 }, (_, bits) =>
    holds(parsed.syntax, bits) ? '1' : '0',
  ).join('')
}

function holds(syntax: Syntax, bits: number): boolean {
  switch (syntax.kind) {
    case 'name':
      return isSet(syntax.steps[0] ?? '', bits)
    case 'comparison': {
      const left = Number(holds(syntax.left, bits))
      const right =
        syntax.right.kind === 'number' ? Number(syntax.right.text) : 0
      return syntax.operator === '==' ? left === right : left >= right
    }
    case 'not':
      return !holds(syntax.operand, bits)
    case 'logic': {
      const all = syntax.operands.map((part) => holds(part, bits))
      return syntax.operator === 'and'
        ? !all.includes(false)
        : all.includes(true)
    }
    case 'choice': {
      const { test, then, otherwise } = syntax
      return holds(test, bits) ? holds(then, bits) : holds(otherwise, bits)
    }
    default:
      throw new Error(syntax.kind)
  }
}

function isSet(name: string, bits: number): boolean {
  return ((bits >> FACTS.findIndex((fact) => fact === name)) & 1) === 1
}

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...FACTS),
    fc.constantFrom('a == 1', 'b >= 1', 'not c', '(d == 0)', 'a ? b : c'),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([left, word, right]) => `(${left}) ${word} (${right})`),
    tie('condition').map((inner) => `not (${inner})`),
  ),
}))

/** As if every row had been typed anew. */
function retyped(item: ConditionItem): ConditionItem {
  if (item.kind === 'group') return retypedGroup(item)
  if (item.kind === 'formula') return item
  const { kind, fact, operator, values } = item
  return { kind, fact, operator, values }
}

function retypedGroup(group: ConditionGroup): ConditionGroup {
  return { ...group, items: group.items.map(retyped) }
}

describe('a condition as groups', () => {
  it('means the same when it is written again, edited or not', () => {
    fc.assert(
      fc.property(condition, (text) => {
        const groups = groupsOfFormula(text)
        expect(truths(formulaOfGroups(groups))).toBe(truths(text))
        expect(truths(formulaOfGroups(retypedGroup(groups)))).toBe(truths(text))
      }),
      { numRuns: 400 },
    )
  })

  it('has a row for each comparison, and the text of rows that nobody edited', () => {
    const text = 'kind=="central" and (staff >= 1.50 or not late)'
    const groups = groupsOfFormula(text)
    expect(retypedGroup(groups)).toEqual({
      kind: 'group',
      joiner: 'all',
      items: [
        {
          kind: 'row',
          fact: 'kind',
          operator: 'is',
          values: [{ kind: 'word', text: 'central' }],
        },
        {
          kind: 'group',
          joiner: 'any',
          items: [
            {
              kind: 'row',
              fact: 'staff',
              operator: 'atLeast',
              values: [{ kind: 'written', text: '1.5' }],
            },
            { kind: 'row', fact: 'late', operator: 'holdsNot', values: [] },
          ],
        },
      ],
    })
    expect(formulaOfGroups(groups)).toBe(text)
  })

  it.each([
    ['isMissing(x)', 'x', 'missing'],
    ['not isMissing(x)', 'x', 'present'],
    ['previous(total, 1) < total', 'previous(total, 1)', 'less'],
    ['score(gdp) != -1', 'score(gdp)', 'isNot'],
    ['late', 'late', 'holds'],
  ])('shows %s as a row', (text, fact, operator) => {
    expect(groupsOfFormula(text).items).toMatchObject([
      { kind: 'row', fact, operator },
    ])
  })

  it('reads "not (a or b)" as none of these', () => {
    expect(groupsOfFormula('not (a or b)')).toMatchObject({
      joiner: 'none',
      items: [{ fact: 'a' }, { fact: 'b' }],
    })
  })

  it('keeps as a formula what compares a calculation, and what is no formula', () => {
    expect(groupsOfFormula('x + y > 3 and late').items).toMatchObject([
      { kind: 'formula', formula: 'x + y > 3' },
      { kind: 'row' },
    ])
    expect(groupsOfFormula('x >').items).toEqual([
      { kind: 'formula', formula: 'x >' },
    ])
    expect(groupsOfFormula(' ').items).toEqual([])
  })

  it('writes several values as one comparison each', () => {
    const values = ['a', 'b'].map((text) => ({ kind: 'word' as const, text }))
    const row = { kind: 'row', fact: 'kind', values } as const
    const late = {
      kind: 'row',
      fact: 'late',
      operator: 'holds',
      values: [],
    } as const
    expect(
      formulaOfGroups({
        kind: 'group',
        joiner: 'all',
        items: [{ ...row, operator: 'oneOf' }, late],
      }),
    ).toBe('(kind == "a" or kind == "b") and late')
    expect(
      formulaOfGroups({
        kind: 'group',
        joiner: 'any',
        items: [{ ...row, operator: 'notOneOf' }, late],
      }),
    ).toBe('(kind != "a" and kind != "b") or late')
  })
})
