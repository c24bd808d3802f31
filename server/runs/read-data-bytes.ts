/** Bytes that somebody sends as data: JSON, CSV, a workbook, or an archive of CSV files. */
import {
  DATA_LIMITS,
  type DataProblem,
  type ReadDataset,
} from '../../engine/index.js'
import {
  openArchive,
  WorkbookFault,
  type Archive,
} from '../../engine/workbook/index.js'
import { decodeText } from '../data/decode-text.js'
import { fileProblem } from '../data/file-problem.js'
import { readDataFolder } from '../data/read-folder.js'
import { readXlsx } from '../data/read-xlsx.js'
import { NODE } from '../xlsx/node-runtime.js'
import { readDataText } from './read-data-text.js'

export interface DataBytes {
  readonly format: 'json' | 'csv' | 'xlsx' | 'zip'
  readonly bytes: Uint8Array
  /** How problems name it. */
  readonly file: string
  /** Numbers in CSV are written `3,14`. */
  readonly decimalComma: boolean
}

/** Nothing is thrown for what the bytes hold: every mistake is a problem. */
export async function readDataBytes(
  { format, bytes, file, decimalComma }: DataBytes,
  year: number,
): Promise<ReadDataset> {
  const decimalMark = decimalComma ? 'comma' : 'point'
  const options = { year, decimalMark, limits: DATA_LIMITS } as const
  switch (format) {
    case 'xlsx':
      return readXlsx(bytes, file, options)
    case 'zip':
      try {
        return await readDataFolder(
          folderOf(openArchive(bytes, NODE), file),
          options,
        )
      } catch (error) {
        if (!(error instanceof WorkbookFault)) throw error
        const message = `${file} is not read: ${error.message}`
        return nothing(fileProblem('DATA_FILE_UNREADABLE', file, message))
      }
    case 'json':
    case 'csv': {
      const decoded = decodeText(bytes, file)
      if (decoded.kind === 'problem') return nothing(decoded.problem)
      const { text } = decoded
      return readDataText({ format, text, file, decimalComma }, year)
    }
  }
}

/** Files that lie in one folder of the archive are read as if it were that folder. */
function folderOf({ names, read }: Archive, file: string) {
  const files = names.filter(
    (name) => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/'),
  )
  const inside = new Set(files.map((name) => name.replace(/[^/]*$/, '')))
  const [only = ''] = inside
  const folder = inside.size === 1 ? only : ''
  return {
    name: file,
    names: files.map((name) => name.slice(folder.length)),
    read: async (path: string) => {
      const name = `${folder}${path.slice(file.length + 1)}`
      return decodeText((await read(name)) ?? new Uint8Array(0), path)
    },
  }
}

function nothing(problem: DataProblem): ReadDataset {
  return { dataset: { year: null, bodies: [] }, problems: [problem] }
}
