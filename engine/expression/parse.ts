/**
 * Formula text -> our own syntax tree. mathjs parses; every node it returns is
 * checked against a closed list and copied. No mathjs node is ever evaluated.
 */
import { problem, type Problem } from '../errors.js'
import type { Path } from '../source/path.js'
import { parseWithMathjs, type Parsed } from './mathjs-parser.js'
import { LONGEST_FORMULA, MOST_FORMULA_NESTING, scanFormula } from './scan.js'
import type { Comparison, Syntax } from './syntax.js'

class NotAllowed extends Error {
  constructor(
    readonly part: string,
    readonly words: string,
  ) {
    super(words)
  }
}

/** @returns the tree, or the one problem that keeps the text from being a formula */
export function parseFormula(
  text: string,
  at: Path,
): { readonly syntax: Syntax } | { readonly problem: Problem } {
  const line = text.replace(/[\r\n\t]+/g, ' ').trim()
  if (line.length > LONGEST_FORMULA) {
    const info = { length: line.length, most: LONGEST_FORMULA }
    return { problem: problem('FORMULA_TOO_LONG', at, info) }
  }
  const scanned = scanFormula(line)
  if (scanned.kind === 'too-deep') {
    const info = { most: MOST_FORMULA_NESTING }
    return { problem: problem('FORMULA_TOO_DEEP', at, info) }
  }
  if (scanned.kind === 'not-allowed') {
    const { from, ...fault } = scanned.fault
    const span = { from, to: from + fault.part.length }
    return {
      problem: { ...problem('FORMULA_NOT_ALLOWED', at, fault), span },
    }
  }
  if (line === '') return { problem: syntaxProblem(line, 'it is empty', at) }
  try {
    return { syntax: copy(parseWithMathjs(line)) }
  } catch (error) {
    if (error instanceof NotAllowed) {
      const { part, words } = error
      return {
        problem: problem('FORMULA_NOT_ALLOWED', at, { part: cut(part), words }),
      }
    }
    if (error instanceof RangeError) {
      const info = { most: MOST_FORMULA_NESTING }
      return { problem: problem('FORMULA_TOO_DEEP', at, info) }
    }
    const found = syntaxProblem(line, (error as Error).message, at)
    // The characters of mathjs begin with 1.
    const { char } = error as { readonly char?: number }
    if (char === undefined) return { problem: found }
    return { problem: { ...found, span: { from: char - 1, to: char } } }
  }
}

function syntaxProblem(formula: string, words: string, at: Path): Problem {
  const comma = /\d,\d/.test(formula)
    ? '; numbers have a decimal point, and commas stand between arguments'
    : ''
  const plain = `${words.charAt(0).toLowerCase()}${words.slice(1)}${comma}`
  return problem('FORMULA_SYNTAX', at, { formula: cut(formula), words: plain })
}

function copy(node: Parsed): Syntax {
  switch (node.type) {
    case 'ParenthesisNode':
      return copy(part(node, node.content))
    case 'ConstantNode':
      return constant(node)
    case 'SymbolNode':
      return { kind: 'name', steps: [String(node.name)] }
    case 'AccessorNode':
      return { kind: 'name', steps: steps(node) }
    case 'FunctionNode':
      return call(node)
    case 'ConditionalNode':
      return {
        kind: 'choice',
        test: copy(part(node, node.condition)),
        then: copy(part(node, node.trueExpr)),
        otherwise: copy(part(node, node.falseExpr)),
      }
    case 'RelationalNode':
      throw new NotAllowed(
        node.toString(),
        'chained comparisons: write a < b and b < c',
      )
    case 'OperatorNode':
      return operator(node)
    default:
      throw new NotAllowed(
        node.toString(),
        REFUSED_NODES[node.type] ?? 'the language has no such thing',
      )
  }
}

const REFUSED_NODES: { readonly [type: string]: string } = {
  ArrayNode: 'there are no lists',
  ObjectNode: 'there are no objects',
  AssignmentNode: 'a formula assigns nothing',
  FunctionAssignmentNode: 'a formula defines no functions',
  BlockNode: 'a formula is one expression',
  RangeNode: 'there are no ranges',
  IndexNode: 'there are no indices',
}

function constant(node: Parsed): Syntax {
  const { value } = node
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value }
  if (typeof value === 'string')
    return { kind: 'word', word: value.normalize('NFC') }
  const text = String((value as { toString(): string } | null) ?? '')
  if (!/^\d/.test(text)) {
    throw new NotAllowed(
      node.toString(),
      'it is neither a number, a boolean nor a level',
    )
  }
  return { kind: 'number', text }
}

/** `a.b.c`, and nothing else that an accessor can be. */
function steps(node: Parsed): readonly string[] {
  if (node.type === 'SymbolNode') return [String(node.name)]
  const [dimension, ...more] = node.index?.dimensions ?? []
  const isPlain =
    node.type === 'AccessorNode' &&
    node.optionalChaining !== true &&
    dimension?.type === 'ConstantNode' &&
    typeof dimension.value === 'string' &&
    more.length === 0
  if (!isPlain || !node.object) {
    throw new NotAllowed(
      node.toString(),
      'only names joined by points lead to a table below',
    )
  }
  return [...steps(node.object), dimension.value]
}

function call(node: Parsed): Syntax {
  const fn = node.fn as Parsed | undefined
  if (fn?.type !== 'SymbolNode') {
    throw new NotAllowed(
      node.toString(),
      'only functions of the language can be called',
    )
  }
  return {
    kind: 'call',
    name: String(fn.name),
    operands: (node.args ?? []).map(copy),
  }
}

const COMPARISONS = new Set<string>(['==', '!=', '<', '<=', '>', '>='])

function operator(node: Parsed): Syntax {
  const { op = '', args = [] } = node
  if (node.implicit === true) {
    throw new NotAllowed(node.toString(), 'implicit multiplication: write *')
  }
  const [left, right] = args
  if (args.length === 1 && left) {
    if (op === '-') return { kind: 'negation', operand: copy(left) }
    if (op === '+') return copy(left)
    if (op === 'not') return { kind: 'not', operand: copy(left) }
  }
  if (args.length === 2 && left && right) {
    if (op === '+' || op === '-') {
      const { operands, operators } = chain(node, ['+', '-'])
      return { kind: 'terms', operands, operators }
    }
    if (op === '*' || op === '/') {
      const { operands, operators } = chain(node, ['*', '/'])
      return { kind: 'factors', operands, operators }
    }
    if (op === 'and' || op === 'or') {
      return {
        kind: 'logic',
        operator: op,
        operands: chain(node, [op]).operands,
      }
    }
    if (op === '^')
      return { kind: 'power', base: copy(left), exponent: copy(right) }
    if (COMPARISONS.has(op)) {
      return {
        kind: 'comparison',
        operator: op as Comparison,
        left: copy(left),
        right: copy(right),
      }
    }
  }
  throw new NotAllowed(node.toString(), `the language has no operator "${op}"`)
}

/** Unrolls `a + b - c`, which mathjs nests to the left, without recursion. */
function chain<O extends string>(
  node: Parsed,
  family: readonly O[],
): { readonly operands: readonly Syntax[]; readonly operators: readonly O[] } {
  const operands: Syntax[] = []
  const operators: O[] = []
  let here = node
  for (;;) {
    const [left, right] = here.args ?? []
    const own = family.find((candidate) => candidate === here.op)
    const isLink =
      here.type === 'OperatorNode' &&
      here.args?.length === 2 &&
      own !== undefined
    if (!isLink || !left || !right) break
    if (here.implicit === true) {
      throw new NotAllowed(here.toString(), 'implicit multiplication: write *')
    }
    operands.unshift(copy(right))
    operators.unshift(own)
    here = left
  }
  operands.unshift(copy(here))
  return { operands, operators }
}

function part(node: Parsed, child: Parsed | undefined): Parsed {
  if (!child) throw new NotAllowed(node.toString(), 'a part is empty')
  return child
}

function cut(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
