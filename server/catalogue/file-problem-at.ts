/** A problem of a file as a whole, or of a place that is known without its tree. */
import {
  MESSAGES,
  problemValues,
  type LocatedProblem,
  type ProblemCode,
  type ProblemInfo,
} from '../../engine/index.js'

export function fileProblemAt<C extends ProblemCode>(
  file: string,
  code: C,
  info: ProblemInfo[C],
  place: Pick<LocatedProblem, 'line' | 'column'> = { line: 1, column: 1 },
): LocatedProblem {
  const { line, column } = place
  return {
    ...{ file, line, column, code },
    message: MESSAGES[code](info),
    with: problemValues(info),
  }
}
