/** How a figure is named in an explanation: `A`, `goals[g1].K`, `population.best`. */
import { keyedKey } from './keyed-figures.js'
import { columnRow } from '../evaluation/read-column.js'
import type { Row } from '../evaluation/row.js'
import type { Operand } from './operands.js'

/** Unique within the explanation of one body. */
export function keyOf(operand: Operand): string {
  if (operand.kind === 'parameter' || operand.kind === 'lookup') {
    return keyedKey(operand)
  }
  if (operand.kind === 'scale') return `scale ${operand.scale.name}`
  if (operand.kind === 'distribution') return operand.distribution.name
  if (operand.kind === 'flag') return `flag ${operand.flag}`
  if (operand.kind === 'population') return operand.population.name
  if (operand.kind === 'previous') {
    const { expression, row } = operand
    return keyIn(row, expression.text)
  }
  const { column } = operand
  const name = column.name.slice(column.name.lastIndexOf('.') + 1)
  const row = columnRow(column, operand.row)
  if ('kind' in row) return column.name
  return row.given?.label ? keyIn(row, name) : column.name
}

/** `goals[g1].K`; the name alone on the body itself. */
function keyIn({ given }: Row, name: string): string {
  return given?.label ? `${given.label}.${name}` : name
}
