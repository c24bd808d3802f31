/** The head of a loop over the rows of a level, inside one over a level above. */
import type { ColumnLevel } from '../../code/code.js'
import type { RowsOfLevel } from '../../program/step.js'

export type RowsPart = Exclude<keyof RowsOfLevel, 'count'>

/** What rows are called in the text. */
export interface RowNames {
  row(level: ColumnLevel): string
  part(level: ColumnLevel, part: RowsPart): string
}

/** @param above - the level that the loop around it goes through, or the population */
export function loopHead(
  above: ColumnLevel,
  level: ColumnLevel,
  names: RowNames,
): readonly string[] {
  const row = names.row(level)
  if (above.kind === 'group') {
    const offsets = names.part(above, 'offsets')
    const members = names.part(above, 'members')
    const at = `${row}m`
    const from = names.row(above)
    return [
      `for (let ${at} = ${offsets}[${from}]; ${at} < ${offsets}[${from} + 1]; ${at} += 1) {`,
      `const ${row} = ${members}[${at}];`,
    ]
  }
  const offsets = names.part(level, 'offsets')
  const from = above.kind === 'population' ? '0' : names.row(above)
  const to = above.kind === 'population' ? '1' : `${from} + 1`
  const end = `${row}e`
  return [
    `for (let ${row} = ${offsets}[${from}], ${end} = ${offsets}[${to}]; ${row} < ${end}; ${row} += 1) {`,
  ]
}
