/** A register of bodies from its CSV file, or from a table of any other. */
import { basename, join } from 'node:path'

import {
  readRegister,
  type DataProblem,
  type Methodology,
  type RawRegisterRow,
  type ReadRegister,
} from '../../engine/index.js'
import { isPlainId } from '../catalogue/plain-id.js'
import { shownPath } from '../catalogue/rules-folder.js'
import { csvTable, type CsvTable, type ReadTable } from '../data/csv-table.js'
import { readText } from '../data/read-text.js'

/** Bytes of a file; far more than the rows that are read. */
const MOST_BYTES = 64 * 1024 * 1024

/** `<rules>/registers/<id>.csv`. */
function registerFile(rulesFolder: string, id: string): string {
  return shownPath(join(rulesFolder, 'registers', `${id}.csv`))
}

/**
 * The register that a methodology names; null where it names none, or by an id that is none.
 *
 * @param file - where somebody says which file it is; default the rules folder
 */
export async function readRegisterOf(
  { register }: Methodology,
  rulesFolder: string,
  file?: string,
): Promise<ReadRegister | null> {
  if (!register) return null
  if (file === undefined && !isPlainId(register.id)) return null
  return readRegisterFile(
    file ?? registerFile(rulesFolder, register.id),
    register.id,
  )
}

/** @param id - the name that methodologies use; default the name of the file */
export async function readRegisterFile(
  file: string,
  id = basename(file).replace(/\.csv$/i, ''),
): Promise<ReadRegister> {
  const decoded = await readText(file, MOST_BYTES)
  if (decoded.kind === 'problem') return refused([decoded.problem])
  return registerOfTable(csvTable(decoded.text, file, 'point'), id)
}

/** The register that a table holds, however it came; every mistake at once. */
export async function registerOfTable(
  { table, problems }: ReadTable,
  id: string,
): Promise<ReadRegister> {
  const { file } = table
  if (problems.length > 0 || !table.isWhole) {
    // Rows that could be read are checked too, so that all is said at once.
    const more = await checkedRows(table, file, id)
    return refused([...problems, ...more])
  }
  return readRegister(id, rawRegister(table, file))
}

async function checkedRows(
  table: CsvTable,
  file: string,
  id: string,
): Promise<readonly DataProblem[]> {
  if (table.rows.length === 0) return []
  const { problems } = await readRegister(id, rawRegister(table, file))
  // A body on a row that could not be read is not missed.
  return problems.filter(({ code }) => code !== 'REGISTER_SUCCESSOR')
}

function refused(problems: readonly DataProblem[]): ReadRegister {
  return { register: null, problems }
}

function rawRegister(table: CsvTable, file: string) {
  const rows = table.rows.map(({ line, cells }): RawRegisterRow => {
    const filled = [...table.columns].flatMap(([column, index]) => {
      const text = (cells[index] ?? '').normalize('NFC')
      return text === '' ? [] : [[column, text] as const]
    })
    return { cells: new Map(filled), place: { file, line, path: null } }
  })
  return { file, columns: [...table.columns.keys()], rows }
}
