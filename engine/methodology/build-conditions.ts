/** Conditions of rules, rankings and normalisers: a formula, or json-rules-engine's form. */
import {
  COMPARISONS,
  type Condition,
  type Leaf,
} from '../conditions/condition.js'
import type { Expression } from '../expression/expression.js'
import type { Scope } from '../expression/scope.js'
import { TRUE } from '../value.js'
import { buildLeaf } from './build-condition-leaf.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import { isTable } from './tables.js'
import type { Level } from './methodology.js'
import { show } from './structure.js'

/** @returns null where the condition has a mistake, which has been reported */
export function buildCondition(
  draft: Draft,
  entry: Entry,
  key: string,
  level: Level,
  options: Partial<Scope> = {},
): Condition | null {
  const value = entry.value(key)
  return isTable(value)
    ? buildPart(draft, entry.entry(key), level, options)
    : buildFormulaLeaf(draft, entry, key, level, options)
}

/** The same as one formula, for where no body is looked at one by one. */
export function buildConditionFormula(
  draft: Draft,
  entry: Entry,
  key: string,
  level: Level,
  options: Partial<Scope> = {},
): Expression | null {
  const condition = buildCondition(draft, entry, key, level, options)
  return condition && asExpression(condition)
}

function asExpression(condition: Condition): Expression {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return {
        kind: 'logic',
        operator: condition.kind === 'all' ? 'and' : 'or',
        operands: condition.conditions.map(asExpression),
      }
    case 'not':
      return { kind: 'not', operand: asExpression(condition.condition) }
    case 'leaf':
      return leafExpression(condition)
  }
}

function leafExpression(leaf: Leaf): Expression {
  const { left, operator, right, scale } = leaf
  const equals = (value: Expression): Expression => ({
    kind: 'comparison',
    operator: COMPARISONS[operator] ?? '==',
    left,
    right: value,
    ...(scale ? { scale } : {}),
  })
  if (operator !== 'in' && operator !== 'notIn') {
    const [value = left] = right
    return equals(value)
  }
  const among: Expression = {
    kind: 'logic',
    operator: 'or',
    operands: right.map(equals),
  }
  return operator === 'in' ? among : { kind: 'not', operand: among }
}

function buildFormulaLeaf(
  draft: Draft,
  entry: Entry,
  key: string,
  level: Level,
  options: Partial<Scope>,
): Leaf | null {
  const checked = draft.formula(entry, key, level, options)
  if (!checked) return null
  const text = entry.text(key) ?? ''
  if (checked.type.kind !== 'boolean') {
    draft.report('TYPE_MISMATCH', entry.path(key), {
      part: text,
      words: 'a condition is true or false; compare something',
    })
    return null
  }
  const yes: Expression = { kind: 'constant', value: TRUE, text: 'true' }
  return {
    kind: 'leaf',
    operator: 'equal',
    left: checked.expression,
    right: [yes],
    text,
  }
}

function buildPart(
  draft: Draft,
  entry: Entry,
  level: Level,
  options: Partial<Scope>,
): Condition | null {
  const keys = entry.keys()
  const [group] = keys.filter((key) => ['all', 'any', 'not'].includes(key))
  if (group === undefined) return buildLeaf(draft, entry, level, options)
  const stray = keys.find((key) => key !== group)
  if (stray !== undefined) {
    draft.report('CONDITION_NOT_ALLOWED', entry.path(stray), {
      part: stray,
      words: `beside "${group}" nothing else stands`,
    })
    return null
  }
  if (group === 'not') {
    const condition = buildPart(draft, entry.entry('not'), level, options)
    return condition && { kind: 'not', condition }
  }
  const items = entry.items(group)
  if (items.length === 0) {
    draft.report('WRONG_TYPE', entry.path(group), {
      received: show(entry.value(group)),
      expected: 'a list of at least one condition',
    })
    return null
  }
  const conditions = items.map((item) => buildPart(draft, item, level, options))
  return conditions.every((condition) => condition !== null)
    ? { kind: group === 'all' ? 'all' : 'any', conditions }
    : null
}
