/**
 * A JSON text as a data set, its numbers read by their text: a number of more
 * than 15 digits is handed on as text, never as the double beside it.
 */
import { parse } from 'lossless-json'

import {
  datasetFromJson,
  fitsDouble,
  type DataLimits,
  type DataProblem,
  type LongNumber,
  type ReadDataset,
} from '../../engine/index.js'
import { fileProblem, quote } from './file-problem.js'
import { duplicateKeys, nestingDepth } from './json-text.js'

/** Rows nest 64 deep at most, two brackets each; far below what the stack holds. */
const MOST_BRACKETS = 1000

/** @param year - the year that was asked for */
export function readJson(
  text: string,
  file: string,
  year: number,
  limits: DataLimits,
): ReadDataset {
  const depth = nestingDepth(text)
  if (depth > MOST_BRACKETS) {
    const message = `${file} nests brackets ${depth} deep, and ${MOST_BRACKETS} is the most that is read. A data set needs two for each table inside a table.`
    return nothing(fileProblem('DATA_TOO_LARGE', file, message))
  }
  let json: unknown
  try {
    json = parse(text, null, {
      parseNumber: numberOf,
      onDuplicateKey: () => undefined,
    })
  } catch (error) {
    return nothing(syntaxProblem(error, text, file))
  }

  const duplicates = duplicateKeys(text).map(({ key, firstLine, line }) =>
    fileProblem(
      'DATA_JSON_SYNTAX',
      file,
      `The key ${quote(key)} on line ${line} stands in the same object on line ${firstLine} already. Keep one of the two, even where they are equal.`,
      { line, column: key },
    ),
  )
  const { dataset, problems } = datasetFromJson(json, file, limits)
  return {
    dataset,
    problems: [
      ...duplicates,
      ...problems,
      ...yearProblems(dataset.year, year, file),
    ],
  }
}

function numberOf(text: string): number | LongNumber {
  if (!fitsDouble(text)) return { longNumber: text }
  const double = Number(text)
  return double === 0 ? 0 : double
}

/** lossless-json says what it expected and, at the end, at which character. */
function syntaxProblem(
  error: unknown,
  text: string,
  file: string,
): DataProblem {
  const [said = '', position] =
    error instanceof Error
      ? error.message.split(/ at position (?=\d+$)/)
      : [String(error)]
  const before = text.slice(0, Number(position ?? 0)).split('\n')
  const line = before.length
  const column = (before.at(-1) ?? '').length + 1
  const fault = said
    .replace(/^Invalid/, 'Unexpected')
    .replace(/\p{Cc}/gu, (sign) => JSON.stringify(sign).slice(1, -1))
  const message = `${file} is not JSON at line ${line}, column ${column}: ${fault}.`
  return fileProblem('DATA_JSON_SYNTAX', file, message, { line })
}

function yearProblems(
  said: number | null,
  asked: number,
  file: string,
): readonly DataProblem[] {
  if (said === null || said === asked) return []
  const message = `${file} says that it is of ${said}, and ${asked} was asked for. Ask for ${said}, or give the file of ${asked}.`
  const place = { column: 'year' }
  return [fileProblem('DATA_YEAR_MISMATCH', file, message, place)]
}

function nothing(problem: DataProblem): ReadDataset {
  return { dataset: { year: null, bodies: [] }, problems: [problem] }
}
