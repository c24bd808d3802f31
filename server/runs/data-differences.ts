/** The cells in which corrected data differ from the data that they replace. */
import type { Sight } from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { getText } from '../repository/texts.js'
import { canonicalBodies, type CanonicalRow } from './canonical-rows.js'
import { getShownDataSet } from './data-set-sight.js'

export interface CellDifference {
  readonly body: string
  /** As `goals[g1].indicators[2]`: by id, or by number; null on the body itself. */
  readonly row: string | null
  /** An input, or `name`; null where the whole row is on one side alone. */
  readonly column: string | null
  /** As text; null where the cell is empty or the row is not there. */
  readonly before: string | null
  readonly after: string | null
}

export interface Correction {
  /** The data set that is corrected; null where there is none. */
  readonly replaces: string | null
  readonly differences: readonly CellDifference[] | null
}

/** @throws ServiceRefusal `DATA_SET_UNKNOWN`, also where either is withheld; `TEXT_DAMAGED` */
export async function getCorrection(
  database: Database,
  id: string,
  sight: Sight,
): Promise<Correction> {
  const { replaces } = await getShownDataSet(database, id, sight)
  if (replaces === null) return { replaces, differences: null }
  await getShownDataSet(database, replaces, sight)
  const before = await getText(database, replaces)
  const after = await getText(database, id)
  return { replaces, differences: dataDifferences(before.text, after.text) }
}

/** @param before - canonical data, whose hash has been checked */
export function dataDifferences(
  before: string,
  after: string,
): readonly CellDifference[] {
  const old = rowsOf(before)
  const now = rowsOf(after)
  const keys = new Set([...old.keys(), ...now.keys()])
  return [...keys].flatMap((key) => compareRows(old.get(key), now.get(key)))
}

interface PlacedRow {
  readonly body: string
  readonly row: string | null
  /** Column -> its value as text. */
  readonly cells: ReadonlyMap<string, string>
}

function compareRows(
  before: PlacedRow | undefined,
  after: PlacedRow | undefined,
): readonly CellDifference[] {
  const placed = after ?? before
  if (!placed) return []
  const { body, row } = placed
  if (!before || !after) {
    const there = row === null ? 'a body of the data' : 'a row of the data'
    const sides = { before: before ? there : null, after: after ? there : null }
    return [{ body, row, column: null, ...sides }]
  }
  const columns = new Set([...before.cells.keys(), ...after.cells.keys()])
  return [...columns].sort().flatMap((column) => {
    const old = before.cells.get(column) ?? null
    const now = after.cells.get(column) ?? null
    return old === now ? [] : [{ body, row, column, before: old, after: now }]
  })
}

function rowsOf(canonical: string): ReadonlyMap<string, PlacedRow> {
  const rows = new Map<string, PlacedRow>()
  const add = (given: CanonicalRow, body: string, row: string | null) => {
    rows.set(JSON.stringify([body, row]), { body, row, cells: cellsOf(given) })
    for (const [table, below] of Object.entries(given.tables)) {
      for (const [index, each] of below.entries()) {
        const label = `${table}[${each.id ?? index + 1}]`
        add(each, body, row === null ? label : `${row}.${label}`)
      }
    }
  }
  for (const body of canonicalBodies(canonical)) add(body, body.id ?? '', null)
  return rows
}

/** What says by whom the cells of a column were imputed. */
export function imputedName(column: string): string {
  return `${column} imputed by`
}

function cellsOf({
  cells,
  imputed = {},
  name,
}: CanonicalRow): ReadonlyMap<string, string> {
  const by = Object.entries(imputed).map(
    ([column, text]) => [imputedName(column), text] as const,
  )
  const given = Object.entries(cells).map(
    ([column, value]) => [column, String(value)] as const,
  )
  const named = name === null ? [] : [['name', name] as const]
  return new Map([...given, ...by, ...named])
}
