/**
 * Rows of text -> a checked register, or every mistake of it. A register is
 * checked like any file that somebody else wrote: its size, its columns, every
 * id, date and successor.
 */
import type { DataCode } from '../data/codes.js'
import { mixedAlphabetIds } from '../data/mixed-alphabets.js'
import type { DataProblem } from '../data/problem.js'
import { isDate } from '../date.js'
import { sha256 } from '../result/canonical.js'
import { closest } from '../source/closest.js'
import { findPeriodProblems } from './check-periods.js'
import {
  canonicalRegister,
  KEY_COLUMNS,
  type RawRegister,
  type RawRegisterRow,
  type Register,
  type RegisterRow,
} from './register.js'

/** More bodies and attributes than any register of them has. */
const REGISTER_LIMITS = { rows: 100_000, columns: 200 } as const

export interface ReadRegister {
  /** null where there is any mistake. */
  readonly register: Register | null
  readonly problems: readonly DataProblem[]
}

/** @param id - the name that methodologies use */
export async function readRegister(
  id: string,
  raw: RawRegister,
): Promise<ReadRegister> {
  const problems = [...sizeProblems(raw), ...columnProblems(raw)]
  if (problems.length > 0) return { register: null, problems }
  const rows = raw.rows.map((row) => readRow(row, problems))
  const whole = rows.filter((row) => row !== null)
  const bodies = byId(whole)
  problems.push(
    ...findPeriodProblems(bodies, whole.length < rows.length),
    ...alphabetProblems(bodies, raw.file),
  )
  if (rows.length === 0) {
    const words = `the register has no rows; add one for each body.`
    problems.push(registerProblem('DATA_NO_ROWS', raw.file, null, null, words))
  }
  if (problems.length > 0)
    return { register: null, problems: inOrder(problems) }
  const text = canonicalRegister(id, raw)
  const columns = [...raw.columns].sort()
  const register = { id, columns, bodies, text, sha256: await sha256(text) }
  return { register, problems: [] }
}

function sizeProblems(raw: RawRegister): DataProblem[] {
  const report = (words: string) =>
    registerProblem('DATA_TOO_LARGE', raw.file, null, null, words)
  const { rows, columns } = REGISTER_LIMITS
  return [
    ...(raw.rows.length > rows
      ? [report(`the register has ${raw.rows.length} rows; ${rows} are read.`)]
      : []),
    ...(raw.columns.length > columns
      ? [
          report(
            `the register has ${raw.columns.length} columns; ${columns} are read.`,
          ),
        ]
      : []),
  ]
}

function columnProblems(raw: RawRegister): readonly DataProblem[] {
  return KEY_COLUMNS.filter((key) => !raw.columns.includes(key)).map((key) => {
    const near = closest(key, raw.columns)
    const mend =
      near === undefined
        ? 'add it; its cells may be empty'
        : `is "${near}" meant? Rename it`
    const words = `the register has no column "${key}"; ${key === 'id' ? mend.replace('; its cells may be empty', '') : mend}. A register has ${KEY_COLUMNS.join(', ')}, names and attributes.`
    return registerProblem('COLUMN_MISSING', raw.file, 1, null, words, key)
  })
}

function readRow(
  { cells, place }: RawRegisterRow,
  problems: DataProblem[],
): RegisterRow | null {
  const id = cells.get('id') ?? null
  const before = problems.length
  const report = (code: DataCode, column: string, words: string) => {
    const made = registerProblem(
      code,
      place.file,
      place.line,
      id,
      words,
      column,
    )
    problems.push(made)
  }
  if (id === null || id.trim() === '') {
    report(
      'ID_MISSING',
      'id',
      'the row has no id; give the body one that stays the same from year to year.',
    )
  } else if (id.trim() !== id) {
    report(
      'ID_SPACES',
      'id',
      `the id "${id}" begins or ends with a space; take the space away.`,
    )
  }
  const date = (column: string) => {
    const text = cells.get(column) ?? null
    if (text === null || isDate(text)) return text
    const words = `received "${shortened(text)}"; write a date as 2012-01-19, or leave the cell empty.`
    report('CELL_NOT_A_DATE', column, words)
    return null
  }
  const [validFrom, validTo] = [date('valid_from'), date('valid_to')]
  if (id === null || problems.length > before) return null
  const successor = cells.get('successor') ?? null
  return { id, validFrom, validTo, successor, cells, place }
}

function byId(
  rows: readonly RegisterRow[],
): ReadonlyMap<string, readonly RegisterRow[]> {
  const found = new Map<string, RegisterRow[]>()
  for (const row of rows) {
    const own = found.get(row.id)
    if (own) own.push(row)
    else found.set(row.id, [row])
  }
  const start = (row: RegisterRow) => row.validFrom ?? ''
  for (const own of found.values()) {
    own.sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0))
  }
  return found
}

/** In a register nothing excuses an id that other files cannot find. */
function alphabetProblems(
  bodies: ReadonlyMap<string, readonly RegisterRow[]>,
  file: string,
): readonly DataProblem[] {
  const { mixed, lookAlikes } = mixedAlphabetIds([...bodies.keys()])
  const at = (id: string, words: string) => {
    const line = bodies.get(id)?.[0]?.place.line ?? null
    return registerProblem('ID_MIXED_ALPHABETS', file, line, id, words, 'id')
  }
  return [
    ...mixed.map((id) =>
      at(
        id,
        `the id "${id}" mixes Cyrillic and Latin letters that look alike; write it in one alphabet.`,
      ),
    ),
    ...lookAlikes.map((group) =>
      at(
        group[0] ?? '',
        `the ids ${group.map((id) => `"${id}"`).join(', ')} look the same and are different; write them in one alphabet.`,
      ),
    ),
  ]
}

export function registerProblem(
  code: DataCode,
  file: string,
  line: number | null,
  body: string | null,
  message: string,
  column: string | null = null,
): DataProblem {
  return { code, file, line, body, row: null, column, message }
}

function inOrder(problems: readonly DataProblem[]): readonly DataProblem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
