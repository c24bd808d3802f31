/** The state of a draft as answers have it. */
import type { DraftState } from './describe-draft.js'
import { mistakeJson } from './example-report.js'

export function draftStateJson({ mistakes, warnings, ...state }: DraftState) {
  return {
    ...state,
    mistakes: mistakes.map(mistakeJson),
    warnings: warnings.map(mistakeJson),
  }
}
