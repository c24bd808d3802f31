/** What the fields of a row make of it: the values follow the operator and the type of the figure. */
import type { ScopeName, ValueType } from '../../../../engine/index.js'
import {
  arityOf,
  ROW_OPERATORS,
  type ConditionRow,
  type RowOperator,
  type RowValue,
} from './condition-groups.js'

const OF_FIGURES: readonly RowOperator[] = ['holds', 'holdsNot']
const ORDERED: readonly RowOperator[] = ['less', 'atMost', 'more', 'atLeast']

/** The figures that a condition can look at. */
export function factNames(names: readonly ScopeName[]): readonly ScopeName[] {
  const others = new Set<ScopeName['kind']>(['table', 'file-table', 'scale'])
  return names.filter(({ kind, isOfRows }) => !isOfRows && !others.has(kind))
}

export function typeOfFact(
  names: readonly ScopeName[],
  fact: string,
): ValueType | null {
  return names.find(({ name }) => name === fact.trim())?.type ?? null
}

/** The row's own operator is always among them. */
export function operatorsFor(
  type: ValueType | null,
  own: RowOperator,
): readonly RowOperator[] {
  const left = unfit(type)
  return ROW_OPERATORS.filter((each) => each === own || !left.includes(each))
}

function unfit(type: ValueType | null): readonly RowOperator[] {
  if (type === null) return []
  return type.kind === 'boolean' ? ORDERED : OF_FIGURES
}

export function withFact(
  row: ConditionRow,
  fact: string,
  type: ValueType | null,
): ConditionRow {
  const values = row.values.map(({ text }) => valueFor(text, type))
  const operators = operatorsFor(type, row.operator)
  const isFitting = !unfit(type).includes(row.operator)
  const operator = isFitting ? row.operator : (operators[0] ?? row.operator)
  return withOperator({ kind: 'row', fact, operator, values }, operator)
}

export function withOperator(
  { fact, values }: ConditionRow,
  operator: RowOperator,
): ConditionRow {
  const most = { none: 0, one: 1, many: Infinity }[arityOf(operator)]
  return { kind: 'row', fact, operator, values: values.slice(0, most) }
}

export function withValues(
  { fact, operator }: ConditionRow,
  texts: readonly string[],
  type: ValueType | null,
): ConditionRow {
  const values = texts
    .filter((text) => text.trim() !== '')
    .map((text) => valueFor(text, type))
  return { kind: 'row', fact, operator, values }
}

/** Levels stand in quotes, and so do words of a figure whose type nobody knows. */
function valueFor(text: string, type: ValueType | null): RowValue {
  const isWord =
    type?.kind === 'level'
      ? type.values.includes(text) || !/^[-\d]/.test(text)
      : type?.kind === 'text'
  return { kind: isWord ? 'word' : 'written', text }
}
