/** Mistakes in the rows of an example, each at its cell in the file. */
import type { DataCode } from '../data/codes.js'
import type { DataProblem } from '../data/problem.js'
import { problem, type Problem } from '../errors.js'
import type { Entry } from '../methodology/entry.js'
import type { Level, Methodology, Node } from '../methodology/methodology.js'
import { closest } from '../source/closest.js'
import type { RawRow } from '../data/raw.js'
import type { Path } from '../source/path.js'
import { SINGLE_BODY } from './example-data.js'

/** Remarks on data that are slips of the pen in rows written by hand. */
const SPOKEN: ReadonlySet<DataProblem['code']> = new Set([
  'COLUMN_UNKNOWN',
  'TABLE_UNKNOWN',
  'ID_MIXED_ALPHABETS',
])

const LACKING: ReadonlySet<DataCode> = new Set([
  'CELL_REQUIRED',
  'COLUMN_MISSING',
])

/**
 * @param entry - the example, with its rows under `body` or `bodies`
 * @param usable - inputs with mistakes are not among its nodes; what is said of
 *   them is not repeated
 * @param excused - columns whose declaration is misspelt
 */
export function rowMistakes(
  entry: Entry,
  usable: Methodology,
  found: readonly DataProblem[],
  warnings: readonly DataProblem[],
  excused: readonly string[],
): readonly Problem[] {
  const inputs = usable.nodes.filter((node) => node.kind === 'input')
  const spoken = warnings.filter(
    ({ code, column }) =>
      SPOKEN.has(code) && !isExcused(usable, column ?? '', excused),
  )
  const meant = spoken.flatMap(
    ({ column }) => nearInput(column ?? '', inputs) ?? [],
  )
  return [
    // The cell that is missing stands there under a misspelt name.
    ...found.filter(
      ({ code, column }) => !LACKING.has(code) || !meant.includes(column ?? ''),
    ),
    ...spoken,
  ].map((each) => toProblem(entry, each, inputs))
}

/** True for a column whose declaration has a mistake of its own, which has been reported. */
export function isExcused(
  usable: Methodology,
  column: string,
  excused: readonly string[],
): boolean {
  const computable = new Set<Node>(usable.nodes)
  return excused.includes(column) || isBroken(usable.bodies, column, computable)
}

function toProblem(
  entry: Entry,
  { body, row, column, code, message }: DataProblem,
  inputs: readonly Node[],
): Problem {
  const bodies = entry.has('body')
    ? [entry.entry('body')]
    : entry.items('bodies')
  const owner = bodies.find((each) => (each.text('id') ?? SINGLE_BODY) === body)
  const place = owner ? findRow(owner, row) : entry
  const holder = owner || column === null ? place : findHolder(bodies, column)
  const has = column !== null && holder?.has(column) === true
  const at = holder && has ? holder.path(column) : (holder ?? entry).at
  const where = has ? '' : [body, row].filter((part) => part !== null).join(' ')
  const words = `${where === '' ? '' : `${where}: `}${column ?? ''}${column === null ? '' : ' '}${message}`
  const written =
    code === 'CELL_NOT_A_LEVEL' && holder && has
      ? (holder.text(column) ?? '')
      : (column ?? '')
  const near =
    code === 'CELL_NOT_A_LEVEL'
      ? closest(written, levelsOf(column ?? '', inputs))
      : code === 'COLUMN_UNKNOWN'
        ? nearInput(written, inputs)
        : undefined
  const made = problem('EXAMPLE_DATA', at, { words })
  return near === undefined ? made : { ...made, typo: { written, near } }
}

/** `goals[g1].indicators[2]` below the entry of a body. */
function findRow(body: Entry, row: string | null): Entry {
  let here = body
  for (const [, table = '', key = ''] of (row ?? '').matchAll(
    /(\w+)\[([^\]]*)\]/g,
  )) {
    const rows = here.items(table)
    const next =
      rows.find((each) => each.text('id') === key) ?? rows[Number(key) - 1]
    if (!next) return here
    here = next
  }
  return here
}

/** The first row that has the column. */
function findHolder(rows: readonly Entry[], column: string): Entry | undefined {
  for (const row of rows) {
    if (row.has(column)) return row
    const below = row.keys().flatMap((key) => row.items(key))
    const found = findHolder(below, column)
    if (found) return found
  }
  return undefined
}

/** True for an input that has a mistake of its own. */
function isBroken(
  level: Level,
  column: string,
  computable: ReadonlySet<Node>,
): boolean {
  const declared = level.columns.get(column)
  return (
    (declared !== undefined && !computable.has(declared)) ||
    [...level.tables.values()].some((table) =>
      isBroken(table, column, computable),
    )
  )
}

/** Columns of a data file that nobody reads, beside inputs that the file does not have. */
export function fileMistakes(
  at: Path,
  usable: Methodology,
  rows: readonly RawRow[],
  warnings: readonly DataProblem[],
): readonly Problem[] {
  const inputs = usable.nodes.filter((node) => node.kind === 'input')
  return warnings.flatMap(({ code, column, message }) => {
    const near = nearInput(column ?? '', inputs)
    const isGiven = rows.some((row) => row.cells.has(near ?? ''))
    if (code !== 'COLUMN_UNKNOWN' || near === undefined || isGiven) return []
    const typo = { written: column ?? '', near }
    return [{ ...problem('EXAMPLE_DATA', at, { words: message }), typo }]
  })
}

function nearInput(name: string, inputs: readonly Node[]): string | undefined {
  return closest(
    name,
    inputs.flatMap((node) => (node.kind === 'input' ? [node.column] : [])),
  )
}

function levelsOf(column: string, inputs: readonly Node[]): readonly string[] {
  return inputs.flatMap((node) =>
    node.kind === 'input' &&
    node.column === column &&
    node.type.kind === 'level'
      ? node.type.values
      : [],
  )
}
