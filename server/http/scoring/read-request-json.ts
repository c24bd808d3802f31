/**
 * The body of a request as text, or as a JSON value, read as the data files are: a number
 * of more digits than a double holds is never the double beside it, and a key
 * stands once.
 */
import type { DataProblem } from '../../../engine/index.js'
import { decodeText } from '../../data/decode-text.js'
import { parseJson } from '../../data/parse-json.js'
import { parsePlainJson } from '../../data/parse-plain-json.js'
import { dataError, HttpProblem } from '../problems/http-problem.js'

/** How problems name what was sent. */
export const REQUEST = 'request'

/** @throws HttpProblem BODY_NOT_JSON with every duplicate key, or the first fault */
export function readRequestJson(bytes: Uint8Array): unknown {
  const text = readRequestText(bytes)
  const plain = parsePlainJson(text)
  if (plain !== undefined) return plain
  const parsed = parseJson(text, REQUEST)
  if (parsed.problems.length > 0) throw notJson(parsed.problems)
  return parsed.json
}

/** @throws HttpProblem BODY_NOT_UTF_8 */
export function readRequestText(bytes: Uint8Array): string {
  const decoded = decodeText(bytes, REQUEST)
  if (decoded.kind === 'text') return decoded.text
  const { problem } = decoded
  const errors = [dataError(problem)]
  throw new HttpProblem('BODY_NOT_UTF_8', problem.message, errors)
}

function notJson(problems: readonly DataProblem[]): HttpProblem {
  const detail = problems[0]?.message ?? ''
  return new HttpProblem('BODY_NOT_JSON', detail, problems.map(dataError))
}
