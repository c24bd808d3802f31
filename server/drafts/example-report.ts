/** What the examples of a text gave, as JSON. */
import type { FileWarning, LocatedProblem } from '../../engine/index.js'
import type { TestedText } from './check-draft.js'

export function exampleReport(
  sha256: string,
  { examples, elsewhere }: TestedText,
) {
  const passed = examples.filter((example) => example.passed).length
  return {
    sha256,
    passed,
    failed: examples.length - passed,
    examples: examples.map((example) => ({
      ...example,
      problems: example.problems.map(mistakeJson),
    })),
    mistakes: elsewhere.map(mistakeJson),
  }
}

/** A located problem without what is no part of an answer. */
export function mistakeJson(mistake: LocatedProblem | FileWarning) {
  const { code, message, file, line, column } = mistake
  const values = 'with' in mistake ? { with: mistake.with } : {}
  return { code, message, file, line, column, ...values }
}
