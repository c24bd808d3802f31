/** The data of a data set as tables: one of the bodies, and one for each kind of row below them. */

/** A row of the canonical text that the server keeps. */
export interface CanonicalRow {
  readonly id: string | null
  readonly name: string | null
  /** Numbers are decimal text; what is missing is left out. */
  readonly cells: { readonly [column: string]: string | boolean }
  /** Column -> who imputed its value. */
  readonly imputed?: { readonly [column: string]: string }
  readonly tables: { readonly [table: string]: readonly CanonicalRow[] }
}

export interface DataTable {
  /** As `bodies` or `goals.indicators`. */
  readonly name: string
  /** What the ids above a row are of: `body`, then the tables around it. */
  readonly above: readonly string[]
  readonly hasIds: boolean
  readonly hasNames: boolean
  readonly columns: readonly string[]
  readonly rows: readonly DataRow[]
}

export interface DataRow {
  /** The ids of the rows around it, the body first. */
  readonly above: readonly string[]
  readonly row: CanonicalRow
}

/** The table of the bodies alone. */
export const BODIES = 'bodies'

/** @param order - of the columns as the methodology has them; others follow by name */
export function dataTables(
  bodies: readonly CanonicalRow[],
  order: (table: string) => readonly string[],
): readonly DataTable[] {
  const rows = new Map<string, DataRow[]>([[BODIES, []]])
  for (const row of bodies) gather(rows, BODIES, { above: [], row })
  return [...rows]
    .map(([name, own]) => tableOf(name, own, order(name)))
    .sort(
      (one, other) =>
        one.above.length - other.above.length ||
        (one.name < other.name ? -1 : 1),
    )
}

/**
 * Rows in which a text is found, in ids, names and cells, whatever the case.
 *
 * @param shownName - of a body
 */
export function rowsWith(
  { name, rows }: DataTable,
  sought: string,
  shownName: (row: CanonicalRow) => string = () => '',
): readonly DataRow[] {
  const text = sought.trim().toLowerCase()
  if (text === '') return rows
  return rows.filter(({ above, row }) =>
    [
      ...[...above, row.id ?? '', row.name ?? ''],
      ...[name === BODIES ? shownName(row) : ''],
      ...Object.values(row.cells),
    ].some((each) => String(each).toLowerCase().includes(text)),
  )
}

function gather(
  rows: Map<string, DataRow[]>,
  table: string,
  placed: DataRow,
): void {
  const own = rows.get(table) ?? []
  rows.set(table, own)
  own.push(placed)
  const { above, row } = placed
  for (const [name, below] of Object.entries(row.tables)) {
    const inner = table === BODIES ? name : `${table}.${name}`
    for (const each of below) {
      gather(rows, inner, { above: [...above, row.id ?? ''], row: each })
    }
  }
}

function tableOf(
  name: string,
  rows: readonly DataRow[],
  order: readonly string[],
): DataTable {
  const filled = new Set(rows.flatMap(({ row }) => Object.keys(row.cells)))
  const others = [...filled].filter((column) => !order.includes(column)).sort()
  return {
    name,
    above: name === BODIES ? [] : ['body', ...name.split('.').slice(0, -1)],
    hasIds: rows.some(({ row }) => row.id !== null),
    hasNames: rows.some(({ row }) => row.name !== null),
    columns: [...order, ...others],
    rows,
  }
}
