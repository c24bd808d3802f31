/** Which figures results hold: those that `outputs` names, or all inner criteria and deductions. */
import type { Entry } from './entry.js'
import type { Column } from './methodology.js'

/** @param root - the file; whether it is right is checked where the outputs are read */
export function isOutput(root: Entry, column: Column): boolean {
  if (root.has('outputs')) {
    const named = root
      .texts('outputs')
      .map((text) => text.replaceAll(/\s/g, ''))
    return named.includes(column.name.replaceAll(/\s/g, ''))
  }
  return column.kind === 'criterion'
    ? column.maker.kind !== 'indicator'
    : column.kind === 'deduction'
}
