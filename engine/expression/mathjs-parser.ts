/**
 * The parser of mathjs and nothing else of it, put together from its factory
 * functions. mathjs's own list of what `parse` needs holds all that evaluates a
 * node: matrices, units, fractions, complex numbers, half of the library and
 * most of the time that it takes to load. No node of mathjs is ever evaluated
 * here, so these parts are left out, and who reaches for one is told so.
 */
import {
  createAccessorNode,
  createArrayNode,
  createAssignmentNode,
  createBlockNode,
  createConditionalNode,
  createConstantNode,
  createFunctionAssignmentNode,
  createFunctionNode,
  createIndexNode,
  createNode,
  createObjectNode,
  createOperatorNode,
  createParenthesisNode,
  createParse,
  createRangeNode,
  createRelationalNode,
  createSymbolNode,
} from 'mathjs'
import { bigNumber } from '../number/big-number.js'

/** A parsed mathjs node, as loosely as it must be read. */
export interface Parsed {
  readonly type: string
  readonly fn?: unknown
  readonly op?: string
  readonly implicit?: boolean
  readonly args?: readonly Parsed[]
  readonly content?: Parsed
  readonly value?: unknown
  readonly name?: string
  readonly object?: Parsed
  readonly index?: Parsed
  readonly dimensions?: readonly Parsed[]
  readonly condition?: Parsed
  readonly trueExpr?: Parsed
  readonly falseExpr?: Parsed
  readonly optionalChaining?: boolean
  readonly toString: () => string
}

/** A factory of mathjs: what it depends on, by name -> what it makes. */
type Factory<Made = unknown> = (
  needs: Readonly<Record<string, unknown>>,
) => Made

// mathjs documents its factory functions and leaves them out of its types.
declare module 'mathjs' {
  const createAccessorNode: Factory
  const createArrayNode: Factory
  const createAssignmentNode: Factory
  const createBlockNode: Factory
  const createConditionalNode: Factory
  const createConstantNode: Factory
  const createFunctionAssignmentNode: Factory
  const createFunctionNode: Factory
  const createIndexNode: Factory
  const createNode: Factory
  const createObjectNode: Factory
  const createOperatorNode: Factory
  const createParenthesisNode: Factory
  const createParse: Factory<(text: string) => Parsed>
  const createRangeNode: Factory
  const createRelationalNode: Factory
  const createSymbolNode: Factory
}

/**
 * mathjs's `parse` with numbers that keep their digits (its setting
 * `number: 'BigNumber'`).
 *
 * @param text - one line
 * @throws SyntaxError with the words of mathjs
 */
export const parseWithMathjs = makeParser()

function makeParser(): (text: string) => Parsed {
  const math = {}
  const Node = createNode({ mathWithTransform: math })
  const SymbolNode = createSymbolNode({ math, Node })
  const subset = leftOut
  return createParse({
    typed: Object.assign(ofTexts, { addConversion: () => undefined }),
    numeric,
    config: { number: 'BigNumber', numberFallback: 'BigNumber' },
    AccessorNode: createAccessorNode({ Node, subset }),
    ArrayNode: createArrayNode({ Node }),
    AssignmentNode: createAssignmentNode({ Node, subset }),
    BlockNode: createBlockNode({ Node, ResultSet: leftOut }),
    ConditionalNode: createConditionalNode({ Node }),
    ConstantNode: createConstantNode({ Node, isBounded: leftOut }),
    FunctionAssignmentNode: createFunctionAssignmentNode({
      Node,
      typed: leftOut,
    }),
    FunctionNode: createFunctionNode({ math, Node, SymbolNode }),
    IndexNode: createIndexNode({ Node, size: leftOut }),
    ObjectNode: createObjectNode({ Node }),
    OperatorNode: createOperatorNode({ Node }),
    ParenthesisNode: createParenthesisNode({ Node }),
    RangeNode: createRangeNode({ Node }),
    RelationalNode: createRelationalNode({ Node }),
    SymbolNode,
  })
}

/** Of the kinds of arguments that mathjs tells apart, a text alone is given. */
function ofTexts(
  _name: string,
  signatures: { readonly string: unknown },
): unknown {
  return signatures.string
}

/** A number of a formula; only NaN and Infinity are asked for as doubles. */
function numeric(text: string, type: string): unknown {
  return type === 'BigNumber' ? bigNumber(text) : Number(text)
}

function leftOut(): never {
  throw new TypeError('Nodes of mathjs are read and never evaluated')
}
