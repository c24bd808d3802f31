/** From a missing value down to the cells that caused it, each once. */
import { reasonWords } from '../evaluation/evaluate-expression.js'
import type { MissingValue } from '../value.js'
import type { MissingResult } from './score-result.js'

/** @param output - the figure that is missing */
export function missingCauses(
  value: MissingValue,
  output: string,
): readonly MissingResult[] {
  const seen = new Set<MissingValue>()
  const found = new Map<string, MissingResult>()
  const open = [value]
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next.because.length > 0) {
      open.push(...next.because.toReversed())
      continue
    }
    const input = next.at?.column ?? output
    const row = next.at?.row ?? null
    const reason = reasonWords(next)
    const key = JSON.stringify([input, row, reason])
    if (!found.has(key)) {
      found.set(key, { output, input, row, reason, code: next.reason })
    }
  }
  return [...found.values()]
}
