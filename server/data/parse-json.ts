/**
 * JSON text as a value, its numbers read by their text: a number of more than
 * 15 digits is handed on as text, never as the double beside it.
 */
import { parse } from 'lossless-json'

import {
  fitsDouble,
  type DataProblem,
  type LongNumber,
} from '../../engine/index.js'
import { fileProblem, quote } from './file-problem.js'
import { duplicateKeys, nestingDepth } from './json-text.js'

/** Rows nest 64 deep at most, two brackets each; far below what the stack holds. */
export const MOST_BRACKETS = 1000

export interface ParsedJson {
  /** False where the text is not JSON; `problems` say why. */
  readonly isJson: boolean
  readonly json: unknown
  /** Keys that stand twice are among them: the value is then not to be used. */
  readonly problems: readonly DataProblem[]
}

/** @param line - of the file, on which the text begins */
export function parseJson(text: string, file: string, line = 1): ParsedJson {
  const depth = nestingDepth(text)
  if (depth > MOST_BRACKETS) {
    const message = `${file} nests brackets ${depth} deep, and ${MOST_BRACKETS} is the most that is read. A data set needs two for each table inside a table.`
    const place = line === 1 ? {} : { line }
    return notJson(fileProblem('DATA_TOO_LARGE', file, message, place))
  }
  let json: unknown
  try {
    json = parse(text, null, {
      parseNumber: numberOf,
      onDuplicateKey: () => undefined,
    })
  } catch (error) {
    return notJson(syntaxProblem(error, text, file, line))
  }
  const duplicates = duplicateKeys(text).map((found) => {
    const { key } = found
    const there = line - 1 + found.line
    const first = line - 1 + found.firstLine
    return fileProblem(
      'DATA_JSON_SYNTAX',
      file,
      `The key ${quote(key)} on line ${there} stands in the same object on line ${first} already. Keep one of the two, even where they are equal.`,
      { line: there, column: key },
    )
  })
  return { isJson: true, json, problems: duplicates }
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
  firstLine: number,
): DataProblem {
  const [said = '', position] =
    error instanceof Error
      ? error.message.split(/ at position (?=\d+$)/)
      : [String(error)]
  const before = text.slice(0, Number(position ?? 0)).split('\n')
  const line = firstLine - 1 + before.length
  const column = (before.at(-1) ?? '').length + 1
  const fault = said
    .replace(/^Invalid/, 'Unexpected')
    .replace(/\p{Cc}/gu, (sign) => JSON.stringify(sign).slice(1, -1))
  const message = `${file} is not JSON at line ${line}, column ${column}: ${fault}.`
  return fileProblem('DATA_JSON_SYNTAX', file, message, { line })
}

function notJson(problem: DataProblem): ParsedJson {
  return { isJson: false, json: undefined, problems: [problem] }
}
