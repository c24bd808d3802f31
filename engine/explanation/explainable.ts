/** What can be explained of a body: its figures by name, and the flags that rules may raise. */
import type { Run } from '../evaluation/run.js'
import type { Row } from '../evaluation/row.js'
import type { Column, Methodology } from '../methodology/methodology.js'
import type { Operand } from './operands.js'

export function explainableFigures({ methodology }: Run): readonly string[] {
  return methodology.nodes.flatMap((node) =>
    node.level === methodology.bodies && isColumn(node) && node.kind !== 'input'
      ? [node.name]
      : [],
  )
}

export function explainableFlags({ methodology }: Run): readonly string[] {
  const flags = methodology.rules.flatMap(({ event }) =>
    event.kind === 'flag' ? [event.flag] : [],
  )
  return [...new Set(flags)]
}

/** @returns null where nothing of the body has the name; a figure goes before a flag */
export function operandNamed(
  methodology: Methodology,
  name: string | undefined,
  row: Row,
): Operand | null {
  const column = methodology.nodes.find(
    (node): node is Column =>
      isColumn(node) && node.level === methodology.bodies && node.name === name,
  )
  if (column) return { kind: 'column', column, row }
  const rules = methodology.rules.filter(
    ({ event }) => event.kind === 'flag' && event.flag === name,
  )
  return name === undefined || rules.length === 0
    ? null
    : { kind: 'flag', flag: name, rules, row }
}

function isColumn(node: { readonly kind: string }): node is Column {
  return !['rule', 'ranking', 'distribution', 'population'].includes(node.kind)
}
