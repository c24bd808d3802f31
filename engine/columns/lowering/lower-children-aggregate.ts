/** mean(CRITERION.children) and its like as column code: the children stand in one row. */
import type { ChildrenExpression } from '../../expression/expression.js'
import { findAggregate } from '../../functions/table.js'
import type { OperationName } from '../operations/table.js'
import type { Builder } from '../code/builder.js'
import type { Code } from '../code/code.js'
import { union } from '../code/facts.js'
import type { ColumnRows } from './column-rows.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { anyNotApplicable, type Lowered } from './lowered.js'
import { NotLowered } from './lowering.js'

export function lowerChildrenAggregate(
  { name, children, settings }: ChildrenExpression,
  frame: LoweringFrame,
): Lowered {
  const { code } = frame.lowering
  const declared = findAggregate(name)
  const given = settings.map((each) =>
    each.kind === 'constant' && each.value.kind === 'word'
      ? each.value.word
      : lowerExpression(each, frame),
  )
  const lowered = given.filter((each) => typeof each !== 'string')
  const values = children.map((child) => lowerExpression(child, frame).value)
  const rows = rowsOfChildren(code, values)
  const plain = given.map((each) =>
    typeof each === 'string' ? each : each.value,
  )
  const made = declared?.inColumns?.(rows, plain)
  if (!made) throw new NotLowered(`${name} of children has no column code`)
  const isNone = code.operation('equal', rows.count, code.number(0))
  const ofNothing = declared?.ofNothing === 0 ? 0 : NaN
  const haveSettings = lowered.reduce<Code>(
    (so, { value }) => code.both(so, code.isPresent(value)),
    code.number(1),
  )
  const value = code.select(isNone, code.number(ofNothing), made)
  return {
    value: code.select(haveSettings, value, code.number(NaN)),
    notApplicable: anyNotApplicable(code, lowered),
  }
}

/** Several values of one row as if each stood in a row of its own; absent ones are left out. */
function rowsOfChildren(code: Builder, values: readonly Code[]): ColumnRows {
  const [first, ...others] = values
  if (!first) throw new NotLowered('there are no children')
  // Stands for the value of each child in turn; none of it is left in the end.
  const facts = others.reduce((so, each) => union(so, each.facts), first.facts)
  const child = code.setting(-1, { ...facts, mayBeAbsent: false })
  const zero = code.number(0)
  const fold = (name: OperationName, of: Code, neutral: number) =>
    values
      .map((value) =>
        code.select(
          code.isPresent(value),
          substitute(code, of, child, value),
          code.number(neutral),
        ),
      )
      .reduce((so, next) => code.operation(name, so, next))
  return {
    code,
    columns: [child],
    count: values.reduce<Code>(
      (so, value) => code.operation('add', so, code.isPresent(value)),
      zero,
    ),
    sum: (of) => fold('add', of, 0),
    product: (of) => fold('multiply', of, 1),
    least: (of) => fold('min', of, Infinity),
    most: (of) => fold('max', of, -Infinity),
    any: (of) => fold('either', of, 0),
    quantile: () => {
      throw new NotLowered('a quantile of children has no column code')
    },
  }
}

/** The same code with another value in the place of one. */
function substitute(code: Builder, of: Code, child: Code, value: Code): Code {
  if (of === child) return value
  if (of.kind !== 'operation') return of
  const operands = of.operands.map((each) =>
    substitute(code, each, child, value),
  )
  return of.table
    ? code.lookUp(operands[0] ?? of, of.table)
    : code.operation(of.operation, ...operands)
}
