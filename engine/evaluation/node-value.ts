/** The value of a node in one row, from that row and those that it looks at. */
import type { Node } from '../methodology/methodology.js'
import { missing, type Value } from '../value.js'
import { cellOf } from './cell.js'
import { evaluateCriterion } from './evaluate-criterion.js'
import { evaluateDeduction } from './evaluate-deduction.js'
import { compiled, evaluateExpression } from './evaluate-expression.js'
import { evaluateScreening } from './evaluate-screening.js'
import { evaluateStep } from './evaluate-step.js'
import { exclusionBy } from './membership.js'
import type { Row } from './row.js'
import { inputValue } from './rows.js'

/** A node that is computed row by row: neither a condition nor something of all bodies. */
export type Computable = Exclude<
  Node,
  { kind: 'distribution' | 'population' | 'ranking' | 'rule' | 'standing' }
>

export function isComputable(node: Node): node is Computable {
  return ![
    'distribution',
    'population',
    'ranking',
    'rule',
    'standing',
  ].includes(node.kind)
}

/** The same for many rows. */
export function valuesOf(node: Computable): (row: Row) => Value {
  if (node.kind !== 'computed') return (row) => valueOf(node, row)
  const evaluate = compiled(node.expression)
  const { name } = node
  return (row) => evaluate({ row, node: name })
}

export function valueOf(node: Computable, row: Row): Value {
  switch (node.kind) {
    case 'input':
      return inputValue(node, row)
    case 'indicator': {
      const exclusion = exclusionBy(row, node.exclusions, node.name)
      if (exclusion.kind === 'excluded') {
        return { kind: 'not-applicable', exclusion: exclusion.exclusion }
      }
      return exclusion.kind === 'undecided'
        ? exclusion.because
        : (cellOf(row, node.input) ?? missing('NOT_GIVEN'))
    }
    case 'computed':
      return evaluateExpression(node.expression, { row, node: node.name })
    case 'criterion':
      return evaluateCriterion(node, row).value
    case 'deduction':
      return evaluateDeduction(node, row).value
    case 'step':
      return evaluateStep(node, row)
    case 'screening':
      return evaluateScreening(node, row).value
  }
}
