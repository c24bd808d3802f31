/** An empty form for the data of a methodology: files as the readers of data want them. */
import { stringify } from 'csv-stringify/sync'

import type { AssessedBody, DescribedTable } from '../../engine/index.js'
import { guardedText } from '../data/guarded-text.js'

export interface FormFile {
  /** In the folder of the form. */
  readonly name: string
  readonly text: string | Uint8Array
}

/** A folder with a CSV file for each table; without bodies, of headers alone. */
export function csvForm(
  tables: readonly DescribedTable[],
  bodies: readonly AssessedBody[],
): readonly (FormFile & { readonly text: string })[] {
  return tables.map(({ path, columns }) => {
    const own = formColumns(columns)
    if (path.length > 0) {
      const header = ['body', ...path.slice(0, -1), 'id', ...own]
      return { name: `${path.join('.')}.csv`, text: stringify([header]) }
    }
    const rows = bodies.map(({ id, name }) => [
      guardedText(id),
      guardedText(name ?? ''),
      ...own.map(() => ''),
    ])
    const text = stringify([['id', 'name', ...own], ...rows])
    return { name: 'bodies.csv', text }
  })
}

/** One JSON file, each table with one empty row. */
export function jsonForm(
  tables: readonly DescribedTable[],
  bodies: readonly AssessedBody[],
  year: number | null,
): readonly FormFile[] {
  const rows = bodies.length > 0 ? bodies : [{ id: null, name: null }]
  const data = {
    ...(year === null ? {} : { year }),
    bodies: rows.map(({ id, name }) => ({
      id,
      name,
      ...emptyRow(tables, []),
    })),
  }
  return [{ name: 'data.json', text: `${JSON.stringify(data, null, 2)}\n` }]
}

function emptyRow(
  tables: readonly DescribedTable[],
  at: readonly string[],
): Readonly<Record<string, unknown>> {
  const own = tables.find(({ path }) => path.join('.') === at.join('.'))
  const cells = formColumns(own?.columns ?? []).map(
    (name) => [name, null] as const,
  )
  const below = tables.filter(
    ({ path }) =>
      path.length === at.length + 1 &&
      at.every((step, depth) => path[depth] === step),
  )
  const rows = below.map(({ path }) => {
    const name = path.at(-1) ?? ''
    return [name, [{ id: null, ...emptyRow(tables, path) }]] as const
  })
  return Object.fromEntries<unknown>([...cells, ...rows])
}

/** What a register gives is not asked for again. */
export function askedColumns(
  columns: DescribedTable['columns'],
): DescribedTable['columns'] {
  return columns.filter(({ empty }) => empty.kind !== 'registered')
}

function formColumns(columns: DescribedTable['columns']): readonly string[] {
  return askedColumns(columns).map(({ name }) => name)
}
