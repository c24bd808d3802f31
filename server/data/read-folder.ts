/**
 * A folder with one CSV file for each table: `bodies.csv`, `goals.csv`,
 * `goals.indicators.csv`.
 *
 * The rows of `goals.indicators.csv` name the body in the column `body` and the
 * goal in the column `goals`. Each file may have a column `year` of its own.
 */
import type { DataProblem, ReadDataset } from '../../engine/index.js'
import { csvTable, type CsvTable, type ReadTable } from './csv-table.js'
import type { DecodedText } from './decode-text.js'
import { fileProblem, quoteList } from './file-problem.js'
import { joinTables, type PathTable } from './join-tables.js'
import { listTables } from './list-tables.js'
import { readBodyTable, type ReadBodyTable } from './read-csv.js'
import type { ReadOptions } from './read-options.js'
import { readText } from './read-text.js'

/** A folder of the disk, or an archive that takes the place of one. */
export interface DataFolder {
  /** As problems name it. */
  readonly name: string
  /** Of its files. */
  readonly names: readonly string[]
  /** @param file - the name of the folder, a slash, and that of the file */
  readonly read: (file: string) => Promise<DecodedText>
}

/** @param names - of the files in the folder */
export function readFolder(
  folder: string,
  names: readonly string[],
  options: ReadOptions,
): Promise<ReadDataset> {
  return readDataFolder({ name: folder, names, read: readText }, options)
}

export async function readDataFolder(
  folder: DataFolder,
  options: ReadOptions,
): Promise<ReadDataset> {
  const { tables, problems } = listTables(
    folder.names,
    folder.name,
    options.limits.depth,
  )
  const bodies = await readBodiesFile(folder, options)
  const read: PathTable[] = []
  for (const { path, file } of tables) {
    read.push({ path, read: await readTableFile(folder, file, options) })
  }
  const joined = joinTables(bodies, read, options)
  return { ...joined, problems: [...problems, ...joined.problems] }
}

async function readBodiesFile(
  { name, names, read }: DataFolder,
  options: ReadOptions,
): Promise<ReadBodyTable> {
  const file = `${name}/bodies.csv`
  if (!names.includes('bodies.csv')) {
    const received =
      names.length === 0 ? 'nothing' : quoteList([...names].sort())
    const message = `${name} has no file "bodies.csv", which should have a row for each body. It holds ${received}.`
    return noBodies(fileProblem('DATA_FILE_UNREADABLE', file, message))
  }
  const decoded = await read(file)
  return decoded.kind === 'problem'
    ? noBodies(decoded.problem)
    : readBodyTable(csvTable(decoded.text, file, options.decimalMark), options)
}

async function readTableFile(
  { read }: DataFolder,
  file: string,
  { decimalMark }: ReadOptions,
): Promise<ReadTable> {
  const decoded = await read(file)
  return decoded.kind === 'problem'
    ? { table: unread(file), problems: [decoded.problem] }
    : csvTable(decoded.text, file, decimalMark)
}

export function noBodies(problem: DataProblem): ReadBodyTable {
  const table = unread(problem.file)
  return { table, bodies: [], byId: new Map(), problems: [problem] }
}

function unread(file: string): CsvTable {
  return { file, columns: new Map(), rows: [], isWhole: false }
}
