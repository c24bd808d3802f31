/** The figures that a formula reads in one row, and the rows that its aggregates left out. */
import {
  evaluateAggregate,
  type Aggregated,
} from '../evaluation/evaluate-aggregate.js'
import {
  evaluateExpression,
  type Frame,
} from '../evaluation/evaluate-expression.js'
import { rowAt, type Row } from '../evaluation/row.js'
import type {
  Expression,
  PreviousExpression,
} from '../expression/expression.js'
import { looksAtBodies, partsOf } from '../expression/parts.js'
import type {
  Column,
  DistributionNode,
  Parameter,
} from '../methodology/methodology.js'

export type Operand =
  | { readonly kind: 'column'; readonly column: Column; readonly row: Row }
  | { readonly kind: 'parameter'; readonly parameter: Parameter }
  | {
      readonly kind: 'previous'
      readonly expression: PreviousExpression
      readonly row: Row
    }
  | {
      readonly kind: 'distribution'
      readonly distribution: DistributionNode
      readonly row: Row
    }

export interface Operands {
  readonly operands: readonly Operand[]
  readonly skipped: Aggregated['skipped']
  /** How many bodies an aggregate over them looked at; null where there is none. */
  readonly bodies: number | null
}

export function expressionOperands(
  expression: Expression,
  frame: Frame,
): Operands {
  const found: Operand[] = []
  const skipped: Aggregated['skipped'][number][] = []
  let bodies: number | null = null
  const visit = (part: Expression, row: Row): void => {
    switch (part.kind) {
      case 'constant':
      case 'argument':
      case 'built-in':
        return
      case 'previous': {
        const there = rowAt(row, part.column.level)
        found.push({ kind: 'previous', expression: part, row: there })
        return
      }
      case 'parameter':
        found.push({ kind: 'parameter', parameter: part.parameter })
        return
      case 'column':
        // Its own row is found from here: the group of the body may decide it.
        found.push({ kind: 'column', column: part.column, row })
        return
      case 'choice': {
        visit(part.test, row)
        const test = evaluateExpression(part.test, { ...frame, row })
        if (test.kind === 'boolean')
          visit(test.boolean ? part.then : part.otherwise, row)
        return
      }
      case 'standing':
        visit(part.own, row)
        found.push({ kind: 'distribution', distribution: part.among, row })
        return
      case 'aggregate': {
        const result = evaluateAggregate(part, { ...frame, row })
        skipped.push(...result.skipped)
        part.settings.forEach((setting) => visit(setting, row))
        if (looksAtBodies(part)) {
          // The bodies are counted and not listed: each has its own explanation.
          bodies = result.used.length
          return
        }
        const rows = [...result.used, ...result.skipped.map((each) => each.row)]
        for (const each of rows)
          part.columns.forEach((column) => visit(column, each))
        return
      }
      default:
        partsOf(part).forEach((inner) => visit(inner, row))
    }
  }
  visit(expression, frame.row)
  return { operands: found, skipped, bodies }
}
