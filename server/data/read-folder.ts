/**
 * A folder with one CSV file for each table: `bodies.csv`, `goals.csv`,
 * `goals.indicators.csv`.
 *
 * The rows of `goals.indicators.csv` name the body in the column `body` and the
 * goal in the column `goals`. Each file may have a column `year` of its own.
 */
import type { DataProblem, ReadDataset } from '../../engine/index.js'
import { addTable } from './add-table.js'
import { csvTable, type CsvTable } from './csv-table.js'
import { fileProblem, quoteList } from './file-problem.js'
import { listTables, type NamedTable } from './list-tables.js'
import { readBodyTable, wholeUnless, type ReadBodyTable } from './read-csv.js'
import type { ReadOptions } from './read-options.js'
import { readText } from './read-text.js'
import { rowsOfYear } from './rows-of-year.js'

/** @param names - of the files in the folder */
export async function readFolder(
  folder: string,
  names: readonly string[],
  options: ReadOptions,
): Promise<ReadDataset> {
  const { tables, problems: nameProblems } = listTables(
    names,
    folder,
    options.limits.depth,
  )
  const bodies = await readBodiesFile(folder, names, options)
  const problems = [bodies.problems, nameProblems]
  /** Table, as `goals.indicators` -> its rows; '' -> the bodies. */
  const read = new Map<string, CsvTable>([['', bodies.table]])
  for (const named of tables) {
    const { table, problems: own } = await readTableFile(named, options)
    const attached = addTable(
      {
        path: named.path,
        table,
        isReferredTo: tables.some(({ path }) => isJustBelow(path, named.path)),
        above: named.path.flatMap((_, depth) => {
          const above = read.get(named.path.slice(0, depth).join('.'))
          return above ? [above] : []
        }),
      },
      { ...options, bodies: bodies.byId },
    )
    read.set(named.path.join('.'), wholeUnless(table, attached))
    problems.push(own, attached)
  }

  const saysYear = [...read.values()].some(({ columns }) => columns.has('year'))
  return {
    dataset: {
      year: saysYear ? options.year : null,
      bodies: bodies.bodies.map(({ row }) => row),
    },
    problems: problems.flat(),
  }
}

async function readBodiesFile(
  folder: string,
  names: readonly string[],
  options: ReadOptions,
): Promise<ReadBodyTable> {
  const file = `${folder}/bodies.csv`
  if (!names.includes('bodies.csv')) {
    const received =
      names.length === 0 ? 'nothing' : quoteList([...names].sort())
    const message = `${folder} has no file "bodies.csv", which should have a row for each body. It holds ${received}.`
    return noBodies(fileProblem('DATA_FILE_UNREADABLE', file, message))
  }
  const decoded = await readText(file)
  return decoded.kind === 'problem'
    ? noBodies(decoded.problem)
    : readBodyTable(decoded.text, file, options)
}

async function readTableFile(
  { file }: NamedTable,
  { year, decimalMark }: ReadOptions,
): Promise<{ table: CsvTable; problems: readonly DataProblem[] }> {
  const decoded = await readText(file)
  if (decoded.kind === 'problem') {
    return { table: unread(file), problems: [decoded.problem] }
  }
  const read = csvTable(decoded.text, file, decimalMark)
  const ofYear = rowsOfYear(read.table, year)
  return {
    table: ofYear.table,
    problems: [...read.problems, ...ofYear.problems],
  }
}

function noBodies(problem: DataProblem): ReadBodyTable {
  const table = unread(problem.file)
  return { table, bodies: [], byId: new Map(), problems: [problem] }
}

function unread(file: string): CsvTable {
  return { file, columns: new Map(), rows: [], isWhole: false }
}

function isJustBelow(path: readonly string[], above: readonly string[]) {
  return (
    path.length === above.length + 1 &&
    above.every((name, depth) => path[depth] === name)
  )
}
