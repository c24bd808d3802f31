/** One CSV file of bodies, without tables below them. */
import type { DataProblem, ReadDataset } from '../../engine/index.js'
import type { ReadOptions } from './read-options.js'
import { csvTable, type CsvTable, type ReadTable } from './csv-table.js'
import { fileProblem } from './file-problem.js'
import { readBodies, type ReadBodies } from './read-bodies.js'
import { rowsOfYear } from './rows-of-year.js'

/** The bodies of a table, and the table itself for the rows of other files. */
export interface ReadBodyTable extends ReadBodies {
  readonly table: CsvTable
}

export function readCsv(
  text: string,
  file: string,
  options: ReadOptions,
): ReadDataset {
  const read = csvTable(text, file, options.decimalMark)
  return bodiesAlone(readBodyTable(read, options), options)
}

/** A table of bodies that is a whole data set. */
export function bodiesAlone(
  { table, bodies, problems }: ReadBodyTable,
  options: ReadOptions,
): ReadDataset {
  return {
    dataset: {
      year: table.columns.has('year') ? options.year : null,
      bodies: bodies.map(({ row }) => row),
    },
    problems,
  }
}

/** `table.isWhole` is false where a body may be one of the rows left out. */
export function readBodyTable(
  read: ReadTable,
  { year, decimalMark, limits }: ReadOptions,
): ReadBodyTable {
  const ofYear = rowsOfYear(read.table, year)
  const found = readBodies(ofYear.table, decimalMark, limits)
  const problems = [
    ...read.problems,
    ...ofYear.problems,
    ...found.problems,
    ...emptyProblem(read.table),
  ]
  return {
    ...found,
    table: wholeUnless(ofYear.table, found.problems),
    problems,
  }
}

/** Marks a table as not whole where some of its rows cannot be referred to. */
export function wholeUnless(
  table: CsvTable,
  problems: readonly DataProblem[],
): CsvTable {
  const isWhole =
    table.isWhole && problems.every(({ code }) => code === 'ID_DUPLICATE')
  return { ...table, isWhole }
}

function emptyProblem({
  file,
  rows,
  isWhole,
}: CsvTable): readonly DataProblem[] {
  if (rows.length > 0 || !isWhole) return []
  const message = `${file} has a header and no rows. Add a row for each body.`
  return [fileProblem('DATA_NO_ROWS', file, message)]
}
