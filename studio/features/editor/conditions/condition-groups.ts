/**
 * A condition as people take it apart: groups of which all, any or none hold,
 * over rows that compare one figure. What is no such row stays a formula.
 */
export type Joiner = 'all' | 'any' | 'none'

export const JOINERS: readonly Joiner[] = ['all', 'any', 'none']

export interface ConditionGroup {
  readonly kind: 'group'
  readonly joiner: Joiner
  readonly items: readonly ConditionItem[]
}

export interface ConditionRow {
  readonly kind: 'row'
  /** As formulas write it: `kind`, `score(gdp)`, `previous(total, 1)`. */
  readonly fact: string
  readonly operator: RowOperator
  /** One, several for `oneOf`, none for operators that need none. */
  readonly values: readonly RowValue[]
  /** As it stands in the file, until the row is edited. */
  readonly source?: unknown
}

export interface ConditionFormula {
  readonly kind: 'formula'
  readonly formula: string
}

export type ConditionItem = ConditionGroup | ConditionRow | ConditionFormula

/** A `word` is a level; what is `written` is a number, true, false or another figure. */
export interface RowValue {
  readonly kind: 'word' | 'written'
  readonly text: string
}

export const ROW_OPERATORS = [
  'is',
  'isNot',
  'less',
  'atMost',
  'more',
  'atLeast',
  'oneOf',
  'notOneOf',
  'holds',
  'holdsNot',
  'missing',
  'present',
] as const

export type RowOperator = (typeof ROW_OPERATORS)[number]

export const EMPTY_ROW: ConditionRow = {
  kind: 'row',
  fact: '',
  operator: 'is',
  values: [],
}

export type Arity = 'none' | 'one' | 'many'

/** How many values an operator takes. */
export function arityOf(operator: RowOperator): Arity {
  switch (operator) {
    case 'holds':
    case 'holdsNot':
    case 'missing':
    case 'present':
      return 'none'
    case 'oneOf':
    case 'notOneOf':
      return 'many'
    default:
      return 'one'
  }
}

/** False while a field is empty: such a condition says nothing yet. */
export function isComplete(item: ConditionItem): boolean {
  switch (item.kind) {
    case 'group':
      return item.items.length > 0 && item.items.every(isComplete)
    case 'formula':
      return item.formula.trim() !== ''
    case 'row': {
      const arity = arityOf(item.operator)
      const given = item.values.filter(({ text }) => text.trim() !== '').length
      const isEnough =
        arity === 'none' || (given > 0 && given === item.values.length)
      return item.fact.trim() !== '' && isEnough
    }
  }
}

/** A group to begin with around whatever a condition is. */
export function asGroup(item: ConditionItem): ConditionGroup {
  return item.kind === 'group'
    ? item
    : { kind: 'group', joiner: 'all', items: [item] }
}
