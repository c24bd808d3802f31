/** A value as text for people: decimal text, or why it is absent. */
import { reasonWords } from '../evaluation/evaluate-expression.js'
import { missingCauses } from '../result/missing-causes.js'
import { decimalText, shortText } from '../number/text.js'
import { exclusionWords, type Value } from '../value.js'
import type { ExplainedValue } from './explanation.js'

/** Significant digits shown where a number stands inside a formula. */
const READABLE_DIGITS = 15

export function describeValue(value: Value): ExplainedValue {
  switch (value.kind) {
    case 'number':
      return present(decimalText(value.number))
    case 'boolean':
      return present(String(value.boolean))
    case 'word':
      return present(value.word)
    case 'missing': {
      if (value.because.length === 0) {
        return { state: 'missing', text: null, reason: reasonWords(value) }
      }
      const causes = missingCauses(value, '').map(
        ({ input, row, reason }) =>
          `${row === null ? '' : `${row}.`}${input}: ${reason}`,
      )
      const reason = [...new Set([reasonWords(value), ...causes])].join('; ')
      return { state: 'missing', text: null, reason }
    }
    case 'not-applicable': {
      const { citation } = value.exclusion
      const cited = citation === '' ? '' : ` (${citation})`
      const reason = `${exclusionWords(value.exclusion)}${cited}`
      return { state: 'not-applicable', text: null, reason }
    }
  }
}

function present(text: string): ExplainedValue {
  return { state: 'present', text, reason: null }
}

/** Short enough to stand inside a formula; `…` marks digits that are not shown. */
export function readable(value: Value): string {
  switch (value.kind) {
    case 'number':
      return shortText(value.number, READABLE_DIGITS)
    case 'boolean':
      return String(value.boolean)
    case 'word':
      return `"${value.word}"`
    case 'missing':
      return 'missing'
    case 'not-applicable':
      return 'not applicable'
  }
}
