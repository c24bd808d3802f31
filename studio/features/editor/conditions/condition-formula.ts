/** A condition that is written as a formula, to groups and back; what nobody edited keeps its text. */
import {
  locateSyntax,
  parseFormula,
  printSyntax,
  type Comparison,
  type Span,
  type Syntax,
} from '../../../../engine/index.js'
import {
  asGroup,
  type ConditionGroup,
  type ConditionItem,
  type ConditionRow,
  type RowOperator,
  type RowValue,
} from './condition-groups.js'

/** @returns one formula in a group where the text cannot be read */
export function groupsOfFormula(text: string): ConditionGroup {
  if (text.trim() === '') return { kind: 'group', joiner: 'all', items: [] }
  const line = text.replace(/[\r\n\t]/g, ' ')
  const parsed = parseFormula(line, [])
  if ('problem' in parsed) return asGroup({ kind: 'formula', formula: text })
  const places = locateSyntax(line, parsed.syntax)
  return asGroup(itemOf(parsed.syntax, line, places))
}

/** @param group - complete, or empty as a whole */
export function formulaOfGroups(group: ConditionGroup): string {
  return textOf(group)
}

type Places = ReadonlyMap<Syntax, Span>

function itemOf(syntax: Syntax, text: string, places: Places): ConditionItem {
  const of = (part: Syntax) => itemOf(part, text, places)
  if (syntax.kind === 'logic') {
    const joiner = syntax.operator === 'and' ? 'all' : 'any'
    return { kind: 'group', joiner, items: syntax.operands.map(of) }
  }
  const span = places.get(syntax) ?? { from: 0, to: text.length }
  const source = text.slice(span.from, span.to)
  const row = rowOf(syntax)
  if (row) return { ...row, source }
  if (syntax.kind === 'not') {
    const { operand } = syntax
    const isAny = operand.kind === 'logic' && operand.operator === 'or'
    const items = isAny ? operand.operands.map(of) : [of(operand)]
    return { kind: 'group', joiner: 'none', items }
  }
  return { kind: 'formula', formula: source }
}

const OPERATORS: Readonly<Record<Comparison, RowOperator>> = {
  '==': 'is',
  '!=': 'isNot',
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast',
}

const SIGNS: ReadonlyMap<RowOperator, string> = new Map(
  Object.entries(OPERATORS).map(([sign, operator]) => [operator, sign]),
)

/** @returns null for what compares more than one figure with one value */
function rowOf(syntax: Syntax): ConditionRow | null {
  if (syntax.kind === 'comparison') {
    const fact = factOf(syntax.left)
    const value = valueOf(syntax.right)
    if (fact === null || !value) return null
    const operator = OPERATORS[syntax.operator]
    return { kind: 'row', fact, operator, values: [value] }
  }
  const isNot = syntax.kind === 'not'
  const inner = isNot ? syntax.operand : syntax
  const absent = inner.kind === 'call' && inner.name === 'isMissing'
  const [operand, more] = absent ? inner.operands : [inner]
  const fact = operand && !more ? factOf(operand) : null
  if (fact === null) return null
  const [yes, no] = absent
    ? (['missing', 'present'] as const)
    : (['holds', 'holdsNot'] as const)
  return { kind: 'row', fact, operator: isNot ? no : yes, values: [] }
}

const NAMING = new Set(['score', 'previous', 'after', 'lookup'])

/** A name, or a function that names a figure. */
function factOf(syntax: Syntax): string | null {
  const isFact =
    syntax.kind === 'name' ||
    (syntax.kind === 'call' && NAMING.has(syntax.name))
  return isFact ? printSyntax(syntax) : null
}

function valueOf(syntax: Syntax): RowValue | null {
  if (syntax.kind === 'word') return { kind: 'word', text: syntax.word }
  const isPlain =
    syntax.kind === 'number' ||
    syntax.kind === 'boolean' ||
    (syntax.kind === 'negation' && syntax.operand.kind === 'number') ||
    factOf(syntax) !== null
  return isPlain ? { kind: 'written', text: printSyntax(syntax) } : null
}

function textOf(item: ConditionItem): string {
  switch (item.kind) {
    case 'formula':
      return item.formula
    case 'row':
      return typeof item.source === 'string' ? item.source : rowText(item)
    case 'group': {
      const { joiner, items } = item
      if (joiner === 'none') {
        return `not (${items.map((each) => within(each, items.length)).join(' or ')})`
      }
      const word = joiner === 'all' ? ' and ' : ' or '
      return items.map((each) => within(each, items.length)).join(word)
    }
  }
}

/** In brackets where joining it to others would tear it apart. */
function within(item: ConditionItem, count: number): string {
  const [only, second] = item.kind === 'group' ? item.items : []
  const isBare = item.kind === 'group' && item.joiner !== 'none'
  if (isBare && only && !second) return within(only, count)
  const text = textOf(item)
  if (count < 2) return text
  const isLoose =
    item.kind === 'group'
      ? item.joiner !== 'none'
      : item.kind === 'formula' || item.operator.endsWith('neOf')
  return isLoose ? `(${text})` : text
}

function rowText({ fact, operator, values }: ConditionRow): string {
  const sign = SIGNS.get(operator)
  const each = (compared: string) =>
    values.map((value) => `${fact} ${compared} ${valueText(value)}`)
  if (sign !== undefined) return each(sign).join(' or ')
  switch (operator) {
    case 'oneOf':
      return each('==').join(' or ')
    case 'notOneOf':
      return each('!=').join(' and ')
    case 'missing':
      return `isMissing(${fact})`
    case 'present':
      return `not isMissing(${fact})`
    case 'holdsNot':
      return `not ${fact}`
    default:
      return fact
  }
}

function valueText({ kind, text }: RowValue): string {
  return kind === 'word' ? `"${text}"` : text.trim()
}
