/** An entry with `each`: its table, its rows, and the columns that its texts name. */
import { problem, type Problem } from '../../errors.js'
import { closest } from '../../source/closest.js'
import type { Path } from '../../source/path.js'
import type { Tree } from '../../source/source.js'
import type { WrittenTable } from '../keyed-table.js'
import { show } from '../structure.js'
import { isTable, tableOf, type Table } from '../tables.js'
import { columnsIn, wholeColumn } from './column-text.js'

export interface Template {
  readonly section: string
  /** The name with its columns. */
  readonly key: string
  readonly at: Path
  readonly table: WrittenTable
  readonly where: string | null
  /** The entry without `each`. */
  readonly entry: Table
  /** A column as it is written -> as it was meant; null where it is unknown. */
  readonly meant: ReadonlyMap<string, string | null>
  readonly problems: readonly Problem[]
  /** True where the name does not say what it means. */
  readonly hasBrokenName: boolean
}

/** @returns problems alone where the table is not known or cannot be read */
export function readTemplate(
  section: string,
  key: string,
  entry: Table,
  tables: ReadonlyMap<string, WrittenTable>,
): Template | readonly Problem[] {
  const at = [section, key]
  const each = entry['each'] ?? null
  const place = isTable(each) ? [...at, 'each', 'table'] : [...at, 'each']
  const name = isTable(each) ? each['table'] : each
  if (typeof name !== 'string') {
    const expected = 'the name of a table, or { table, where }'
    const info = { received: show(each), expected }
    return [problem('WRONG_TYPE', [...at, 'each'], info)]
  }
  const problems: Problem[] = unknownKeys(each, [...at, 'each'])
  const near = tables.has(name) ? name : closest(name, tables.keys())
  if (near !== name) problems.push(unknownTable(name, near, tables, place))
  const table = tables.get(near ?? '')
  if (!table?.isUsable) return problems
  const rest = Object.entries(entry).filter(([each]) => each !== 'each')
  const own = tableOf(rest)
  const meant = new Map<string, string | null>()
  const where = isTable(each) ? (each['where'] ?? null) : null
  const look = (text: string, path: Path): void => {
    problems.push(...lookAt(text, path, table, meant))
  }
  look(key, at)
  const hasBrokenName = columnsIn(key).some((each) => !table.columns.has(each))
  walkTexts(own, at, look)
  if (typeof where === 'string') look(where, [...at, 'each', 'where'])
  else if (
    typeof where === 'object' &&
    (where !== null || (isTable(each) && Object.hasOwn(each, 'where')))
  ) {
    const expected = 'a formula over the columns of the row'
    const info = { received: show(where), expected }
    problems.push(problem('WRONG_TYPE', [...at, 'each', 'where'], info))
  }
  return {
    section,
    key,
    at,
    table,
    where: typeof where === 'object' ? null : String(where),
    entry: own,
    meant,
    problems,
    hasBrokenName,
  }
}

function unknownKeys(each: Tree, at: Path): Problem[] {
  if (!isTable(each)) return []
  const allowed = ['table', 'where']
  return Object.keys(each)
    .filter((key) => !allowed.includes(key))
    .map((key) => problem('UNKNOWN_KEY', [...at, key], { key, allowed }))
}

function unknownTable(
  name: string,
  near: string | undefined,
  tables: ReadonlyMap<string, WrittenTable>,
  at: Path,
): Problem {
  const known = [...tables.keys()].join(', ') || 'there is none'
  return problem('UNKNOWN_NAME', at, {
    name,
    what: `a table of this file (${known})`,
    ...(near === undefined ? {} : { closest: near }),
  })
}

function walkTexts(
  tree: Tree,
  path: Path,
  look: (text: string, path: Path) => void,
): void {
  if (typeof tree === 'string') look(tree, path)
  else if (Array.isArray(tree)) {
    tree.forEach((item, index) => {
      walkTexts(item as Tree, [...path, index], look)
    })
  } else if (isTable(tree)) {
    for (const [key, value] of Object.entries(tree)) {
      walkTexts(value, [...path, key], look)
    }
  }
}

/** Columns that the table does not have, each said once where it stands; lists inside a text. */
function lookAt(
  text: string,
  at: Path,
  { name, columns }: WrittenTable,
  meant: Map<string, string | null>,
): readonly Problem[] {
  const isWhole = wholeColumn(text) !== null
  return [...new Set(columnsIn(text))].flatMap((column) => {
    const known = [...columns.keys()]
    if (columns.has(column)) {
      meant.set(column, column)
      if (isWhole || columns.get(column) !== 'list') return []
      const words =
        'it is a list, which stands alone where several names may stand, as criterion: $column'
      return [problem('TYPE_MISMATCH', at, { part: `$${column}`, words })]
    }
    const begins = known.find((each) => column.startsWith(each))
    const near = closest(column, known)
    meant.set(column, near ?? begins ?? null)
    const hint =
      near !== undefined
        ? `$${near}`
        : begins && `\${${begins}}${column.slice(begins.length)}`
    const what = `a column of the table "${name}" (${known.join(', ')})`
    const found = problem('UNKNOWN_NAME', at, {
      name: `$${column}`,
      what,
      ...(hint === undefined ? {} : { closest: hint }),
    })
    return [found]
  })
}
