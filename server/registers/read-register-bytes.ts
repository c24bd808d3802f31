/** A register of bodies that somebody sends: CSV, or a workbook with one sheet. */
import type { ReadRegister } from '../../engine/index.js'
import { csvTable } from '../data/csv-table.js'
import { decodeText } from '../data/decode-text.js'
import { fileProblem, quoteList } from '../data/file-problem.js'
import { readWorkbook } from '../xlsx/read-workbook.js'
import { registerOfTable } from './read-register-file.js'

export interface RegisterBytes {
  /** The name that methodologies use. */
  readonly id: string
  readonly format: 'csv' | 'xlsx'
  readonly bytes: Uint8Array
  /** How problems name it. */
  readonly file: string
}

/** Nothing is thrown for what the bytes hold: every mistake is a problem. */
export function readRegisterBytes(sent: RegisterBytes): Promise<ReadRegister> {
  return sent.format === 'xlsx' ? ofWorkbook(sent) : ofCsv(sent)
}

async function ofCsv({
  id,
  bytes,
  file,
}: RegisterBytes): Promise<ReadRegister> {
  const decoded = decodeText(bytes, file)
  return decoded.kind === 'problem'
    ? { register: null, problems: [decoded.problem] }
    : registerOfTable(csvTable(decoded.text, file, 'point'), id)
}

async function ofWorkbook({
  id,
  bytes,
  file,
}: RegisterBytes): Promise<ReadRegister> {
  const { sheets, problems } = await readWorkbook(bytes, file)
  const [only, ...others] = sheets
  if (!only || others.length > 0) {
    const names = quoteList(sheets.map(({ name }) => name))
    const message = `${file} should have one sheet, that of the register, and has ${names}. The name of a sheet for notes begins with "#".`
    const unclear = fileProblem('DATA_FILE_UNREADABLE', file, message)
    const all = problems.length > 0 && !only ? problems : [...problems, unclear]
    return { register: null, problems: all }
  }
  const { read } = only
  const all = { ...read, problems: [...problems, ...read.problems] }
  return registerOfTable(all, id)
}
