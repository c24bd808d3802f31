/** A condition that is written as facts, operators and values, to groups and back. */
import {
  asGroup,
  type ConditionGroup,
  type ConditionItem,
  type ConditionRow,
  type RowOperator,
  type RowValue,
} from './condition-groups.js'

/** As plain data of the file: `{ all: [...] }`, `{ fact, operator, value }`. */
export interface WrittenCondition {
  readonly [key: string]: unknown
}

/** @returns null where it is not of this form, or says what rows do not show */
export function groupsOfFacts(
  written: WrittenCondition,
): ConditionGroup | null {
  const item = itemOf(written)
  return item && asGroup(item)
}

/** @returns null for an empty condition, and where a formula stands among the rows */
export function factsOfGroups(group: ConditionGroup): WrittenCondition | null {
  const [only, second] = group.items
  const isBare = only && !second && group.joiner === 'all'
  return only ? writtenOf(isBare ? only : group) : null
}

const OPERATORS: Readonly<Record<string, RowOperator>> = {
  equal: 'is',
  notEqual: 'isNot',
  lessThan: 'less',
  lessThanInclusive: 'atMost',
  greaterThan: 'more',
  greaterThanInclusive: 'atLeast',
  in: 'oneOf',
  notIn: 'notOneOf',
}

const WRITTEN: ReadonlyMap<RowOperator, string> = new Map(
  Object.entries(OPERATORS).map(([written, operator]) => [operator, written]),
)

function itemOf(written: unknown): ConditionItem | null {
  if (!isTable(written)) return null
  const keys = Object.keys(written)
  const [key = ''] = keys
  const inner = written[key]
  if (keys.length === 1 && (key === 'all' || key === 'any')) {
    return Array.isArray(inner) ? groupOf(key, inner) : null
  }
  if (keys.length === 1 && key === 'not') {
    const any = isTable(inner) ? inner['any'] : undefined
    const isAny = isTable(inner) && Object.keys(inner).length === 1
    return isAny && Array.isArray(any)
      ? groupOf('none', any)
      : groupOf('none', [inner])
  }
  return rowOf(written)
}

function groupOf(
  joiner: ConditionGroup['joiner'],
  written: readonly unknown[],
): ConditionGroup | null {
  const items = written.map(itemOf)
  return items.every((each) => each !== null)
    ? { kind: 'group', joiner, items }
    : null
}

function rowOf(written: WrittenCondition): ConditionRow | null {
  const { operator: word, value } = written
  const fact = factText(written)
  const operator = OPERATORS[String(word)]
  if (fact === null || operator === undefined) return null
  const [, absent] = /^present\((.+)\)$/.exec(fact) ?? []
  if (absent !== undefined) {
    if (typeof value !== 'boolean' || !['is', 'isNot'].includes(operator)) {
      return null
    }
    const isThere = value === (operator === 'is')
    return {
      ...{ kind: 'row', fact: absent, values: [], source: written },
      operator: isThere ? 'present' : 'missing',
    }
  }
  const given: readonly unknown[] = Array.isArray(value) ? value : [value]
  const values = given.map(valueOf)
  return values.every((each) => each !== null)
    ? { kind: 'row', fact, operator, values, source: written }
    : null
}

/** The fact as formulas write it, with its ranking where it has one. */
function factText(written: WrittenCondition): string | null {
  const { fact, path, ranking, years_ago: years } = written
  if (typeof fact !== 'string') return null
  const steps = typeof path === 'string' ? path.replace(/^\$/, '') : ''
  const name = `${fact}${steps}`
  if (typeof ranking === 'string') return `${name} in ${ranking}`
  const isPlain = typeof years === 'number' || typeof years === 'string'
  return isPlain ? `previous(${name}, ${years})` : name
}

function valueOf(value: unknown): RowValue | null {
  if (typeof value === 'string') return { kind: 'word', text: value }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'written', text: String(value) }
  }
  const fact = isTable(value) ? factText(value) : null
  return fact === null ? null : { kind: 'written', text: fact }
}

function writtenOf(item: ConditionItem): WrittenCondition | null {
  switch (item.kind) {
    case 'formula':
      return null
    case 'row':
      return isTable(item.source) ? item.source : rowWritten(item)
    case 'group': {
      const items = item.items.map(writtenOf)
      if (!items.every((each) => each !== null)) return null
      if (item.joiner !== 'none') return { [item.joiner]: items }
      const [only, second] = items
      return { not: only && !second ? only : { any: items } }
    }
  }
}

function rowWritten({
  fact,
  operator,
  values,
}: ConditionRow): WrittenCondition {
  switch (operator) {
    case 'missing':
    case 'present': {
      const value = operator === 'present'
      return { fact: `present(${fact})`, operator: 'equal', value }
    }
    case 'holds':
    case 'holdsNot':
      return { ...factOf(fact), operator: 'equal', value: operator === 'holds' }
    default: {
      const written = values.map(valueWritten)
      const isList = operator === 'oneOf' || operator === 'notOneOf'
      const value = isList ? written : written[0]
      return { ...factOf(fact), operator: WRITTEN.get(operator), value }
    }
  }
}

/** `place in total` is the fact `place` with its ranking. */
function factOf(text: string): WrittenCondition {
  const [, fact = text, ranking] = /^(place|below) in (.+)$/.exec(text) ?? []
  return ranking === undefined ? { fact } : { fact, ranking }
}

function valueWritten({ kind, text }: RowValue): unknown {
  const written = text.trim()
  if (kind === 'word') return text
  if (written === 'true' || written === 'false') return written === 'true'
  const isNumber = /^-?\d/.test(written)
  if (!isNumber) return factOf(written)
  // Digits that a double would lose stay text; the engine reads it as a number.
  return String(Number(written)) === written ? Number(written) : written
}

function isTable(value: unknown): value is WrittenCondition {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
