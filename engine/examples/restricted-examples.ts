/** A methodology file is public, and so are its examples: restricted values in them are made up. */
import { problem, type Problem } from '../errors.js'
import type { Entry } from '../methodology/entry.js'
import type {
  InputNode,
  Level,
  Methodology,
} from '../methodology/methodology.js'
import { restrictionOf } from '../restriction/restriction.js'

/** A row as it is given, or as it was read. */
export interface AnyRow {
  readonly cells: ReadonlyMap<string, unknown>
  readonly tables: ReadonlyMap<string, readonly AnyRow[]>
}

/** @param rows - of bodies, of the year and of earlier ones */
export function restrictedMistakes(
  entry: Entry,
  methodology: Methodology,
  rows: readonly AnyRow[],
): readonly Problem[] {
  const source = entry.text('source')
  const { inputs } = restrictionOf(methodology)
  if (source === 'invented' || inputs.length === 0) return []
  const given = inputs.filter((input) =>
    rows.some((row) => holds(row, methodology.bodies, input)),
  )
  if (given.length === 0) return []
  const names = given.map(({ name }) => name).join(', ')
  const info = {
    received: `source: ${source ?? 'nothing'} with values of ${names}, which ${given.length === 1 ? 'is' : 'are'} restricted`,
    expected:
      'source: invented, with values that are made up (the file is public)',
  }
  return [problem('WRONG_TYPE', entry.path('source'), info)]
}

function holds(row: AnyRow, level: Level, input: InputNode): boolean {
  if (level === input.level)
    return (row.cells.get(input.column) ?? null) !== null
  return [...row.tables].some(([name, rows]) => {
    const below = level.tables.get(name)
    return below !== undefined && rows.some((each) => holds(each, below, input))
  })
}
