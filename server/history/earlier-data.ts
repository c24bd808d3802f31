/**
 * The option --previous: data of the year before, of two years before, and so
 * on. A file that says of which year it is, is taken for that year.
 */
import {
  checkDataset,
  lookedBack,
  MOST_YEARS_BACK,
  surroundingsOf,
  type CheckedDataset,
  type DataProblem,
  type Dataset,
  type Methodology,
  type ReadDataset,
  type Register,
} from '../../engine/index.js'
import { fileProblem } from '../data/file-problem.js'
import { readData, type ReadDataOptions } from '../data/read-data.js'

export interface EarlierData {
  readonly earlier: ReadonlyMap<number, Dataset>
  readonly problems: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
  readonly leftOut: CheckedDataset['leftOut']
  /** False where one of the files cannot be used. */
  readonly isWhole: boolean
}

export async function readEarlierData(
  methodology: Methodology,
  paths: readonly string[],
  options: Omit<ReadDataOptions, 'limits'> & {
    readonly leaveOutBroken: boolean
    readonly register: Register | null
  },
): Promise<EarlierData> {
  const read: YearRead[] = []
  for (const [index, path] of paths.entries()) {
    read.push(await readYear(path, options.year - 1 - index, options))
  }
  return checkEarlierData(methodology, read, options)
}

/** @param years - the data that were given, the year before first */
export async function checkEarlierData(
  methodology: Methodology,
  years: readonly YearRead[],
  options: {
    /** The reporting year. */
    readonly year: number
    readonly leaveOutBroken: boolean
    readonly register: Register | null
  },
): Promise<EarlierData> {
  const { year, leaveOutBroken, register } = options
  const earlier = new Map<number, Dataset>()
  const files = new Map<number, string>()
  const problems: DataProblem[] = []
  const warnings: DataProblem[] = []
  const leftOut: CheckedDataset['leftOut'][number][] = []
  let isWhole = true
  for (const read of years) {
    const { path } = read
    const first = files.get(read.year)
    if (first !== undefined) {
      const message = `${first} and ${path} are both taken for ${read.year}; the first file after --previous is the year before, the second two years before. Give one for each year, or let each say its year.`
      problems.push(fileProblem('DATA_YEAR_MISMATCH', path, message))
      isWhole = false
      continue
    }
    files.set(read.year, path)
    const checked = await checkDataset(read.data, methodology, {
      year: read.year,
      role: 'previous',
      leaveOutBroken,
      surroundings: surroundingsOf({ register }),
    })
    problems.push(...checked.problems)
    warnings.push(...checked.warnings)
    leftOut.push(...checked.leftOut)
    if (!checked.dataset) isWhole = false
    else earlier.set(read.year, checked.dataset)
    const back = year - read.year
    if (!lookedBack(methodology).data.has(back)) {
      const ago = back === 1 ? 'a year' : `${back} years`
      const words = `${path} is not used: no formula looks at an input of ${ago} before.`
      warnings.push(fileProblem('RUN_NOT_USED', path, words))
    }
  }
  return { earlier, problems, warnings, leftOut, isWhole }
}

export interface YearRead {
  /** Where it was read from, as problems name it. */
  readonly path: string
  readonly year: number
  readonly data: ReadDataset
}

/** @param expected - the year that the place among the options means */
async function readYear(
  path: string,
  expected: number,
  options: Omit<ReadDataOptions, 'limits'>,
): Promise<YearRead> {
  const read = (year: number) => readData(path, { ...options, year })
  const data = await read(expected)
  const says = (code: DataProblem['code']) =>
    data.problems.some((problem) => problem.code === code)
  if (says('DATA_YEAR_MISMATCH')) {
    const { year } = data.dataset
    const isEarlier = year !== null && isWithin(year, options.year)
    if (year !== null && isEarlier)
      return { path, year, data: await read(year) }
  }
  if (says('DATA_NO_ROWS')) {
    for (let back = 1; back <= MOST_YEARS_BACK; back += 1) {
      const year = options.year - back
      const again = await read(year)
      const isOfYear = !again.problems.some(
        ({ code }) => code === 'DATA_NO_ROWS',
      )
      if (isOfYear) return { path, year, data: again }
    }
  }
  return { path, year: expected, data }
}

function isWithin(year: number, reporting: number): boolean {
  return year < reporting && year >= reporting - MOST_YEARS_BACK
}
