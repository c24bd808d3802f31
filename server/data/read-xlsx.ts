/**
 * A workbook with a sheet for each table: `bodies`, `goals`, `goals.indicators`,
 * with the columns that CSV files of a folder have. The only sheet of a workbook
 * is that of the bodies, whatever its name.
 */
import type { DataProblem, ReadDataset } from '../../engine/index.js'
import {
  readWorkbook,
  type NamedSheet,
  type ReadWorkbook,
} from '../xlsx/read-workbook.js'
import { fileProblem, quoteList } from './file-problem.js'
import { joinTables, type PathTable } from './join-tables.js'
import { bodiesAlone, readBodyTable } from './read-csv.js'
import { noBodies } from './read-folder.js'
import type { ReadOptions } from './read-options.js'

const BODIES = 'bodies'

export async function readXlsx(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions,
): Promise<ReadDataset> {
  const workbook = await readWorkbook(bytes, file)
  const { dataset, problems } = joined(workbook, file, options)
  const all = [
    ...commaProblems(file, options),
    ...workbook.problems,
    ...problems,
  ]
  return { dataset, problems: all }
}

function joined(
  { sheets, problems }: ReadWorkbook,
  file: string,
  options: ReadOptions,
): ReadDataset {
  const [only] = sheets
  if (only && sheets.length === 1) {
    return bodiesAlone(readBodyTable(only.read, options), options)
  }
  const named = sheets.find(({ name }) => name === BODIES)
  if (!named && problems.length > 0 && !only) {
    return { dataset: { year: null, bodies: [] }, problems: [] }
  }
  const bodies = named
    ? readBodyTable(named.read, options)
    : noBodies(noBodiesSheet(sheets, file))
  const { tables, problems: names } = tablesOf(sheets, file, options)
  const result = joinTables(bodies, tables, options)
  return { ...result, problems: [...names, ...result.problems] }
}

function tablesOf(
  sheets: readonly NamedSheet[],
  file: string,
  { limits }: ReadOptions,
): { readonly tables: readonly PathTable[]; readonly problems: DataProblem[] } {
  const problems: DataProblem[] = []
  const tables: PathTable[] = []
  const present = new Set(sheets.map(({ name }) => name))
  for (const { name, read } of sheets) {
    if (name === BODIES) continue
    const path = name.split('.')
    const label = `${file} [${name}]`
    const problem = nameProblem(path, label, present, limits.depth)
    if (problem) problems.push(problem)
    else tables.push({ path, read })
  }
  tables.sort((a, b) => a.path.length - b.path.length)
  return { tables, problems }
}

function nameProblem(
  path: readonly string[],
  sheet: string,
  present: ReadonlySet<string>,
  deepest: number,
): DataProblem | null {
  if (path[0] === BODIES || path.includes('')) {
    const message = `The sheet ${sheet} names no table. Tables of a body are named from the body down, as goals and goals.indicators; the name of a sheet for notes begins with "#".`
    return fileProblem('TABLE_UNKNOWN', sheet, message)
  }
  if (path.length + 1 > deepest) {
    const message = `The sheet ${sheet} nests rows ${path.length + 1} deep, and ${deepest} is the most that is read.`
    return fileProblem('DATA_TOO_LARGE', sheet, message)
  }
  const enclosing = path.slice(0, -1).join('.')
  if (enclosing === '' || present.has(enclosing)) return null
  const message = `The sheet ${sheet} has rows inside rows of the sheet "${enclosing}", which is not there. Add it, with an id for each of its rows.`
  return fileProblem('PARENT_UNKNOWN', sheet, message)
}

function noBodiesSheet(
  sheets: readonly NamedSheet[],
  file: string,
): DataProblem {
  const received =
    sheets.length === 0
      ? 'no sheet with content'
      : `the sheets ${quoteList(sheets.map(({ name }) => name))}`
  const message = `${file} has no sheet "bodies", which should have a row for each body. It has ${received}. The name of a sheet for notes begins with "#".`
  return fileProblem('DATA_FILE_UNREADABLE', file, message)
}

function commaProblems(
  file: string,
  { decimalMark }: ReadOptions,
): readonly DataProblem[] {
  if (decimalMark === 'point') return []
  const message = `${file} is a workbook, whose numbers have no decimal mark of their own. Leave the decimal comma out.`
  return [fileProblem('CELL_DECIMAL_COMMA', file, message)]
}
