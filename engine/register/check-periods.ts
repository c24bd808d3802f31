/** The rows of a register against each other: periods of one id, and successors. */
import type { DataProblem } from '../data/problem.js'
import { closest } from '../source/closest.js'
import { periodText, type RegisterRow } from './register.js'

/** @param isPartial - rows with mistakes of their own are not here, so that nobody misses them */
export function findPeriodProblems(
  bodies: ReadonlyMap<string, readonly RegisterRow[]>,
  isPartial: boolean,
): readonly DataProblem[] {
  return [...bodies.values()].flatMap((rows) => [
    ...rows.flatMap(reversed),
    ...rows.flatMap((row, index) => overlap(row, rows[index - 1])),
    ...rows.flatMap((row) => wrongSuccessor(row, bodies, isPartial)),
  ])
}

function reversed(row: RegisterRow): readonly DataProblem[] {
  const { validFrom, validTo } = row
  if (validFrom === null || validTo === null || validFrom <= validTo) return []
  const words = `the last day ${validTo} is before the first day ${validFrom}; mend one of them.`
  return [at('REGISTER_PERIOD', row, 'valid_to', words)]
}

function overlap(
  row: RegisterRow,
  before: RegisterRow | undefined,
): readonly DataProblem[] {
  if (!before) return []
  const starts = row.validFrom ?? ''
  if (before.validTo !== null && before.validTo < starts) return []
  const words = `"${row.id}" stands on line ${before.place.line ?? '?'} already, ${periodText(before)}, and the two periods overlap; end one before the other begins, or give one of them another id.`
  return [at('REGISTER_PERIOD', row, 'valid_from', words)]
}

/** A successor is a body that goes on when the other has ended. */
function wrongSuccessor(
  row: RegisterRow,
  bodies: ReadonlyMap<string, readonly RegisterRow[]>,
  isPartial: boolean,
): readonly DataProblem[] {
  const { id, successor, validTo } = row
  if (successor === null) return []
  const report = (words: string) => [
    at('REGISTER_SUCCESSOR', row, 'successor', words),
  ]
  if (validTo === null) {
    return report(
      `"${id}" has the successor "${successor}" and no last day; a body in force has no successor. Fill in valid_to, or empty the cell.`,
    )
  }
  if (successor === id) {
    return report(`"${id}" is its own successor; name another body, or none.`)
  }
  const rows = bodies.get(successor)
  if (!rows) {
    // A row with a mistake of its own may be the one that is meant.
    if (isPartial) return []
    const near = closest(successor, bodies.keys())
    const asked = near === undefined ? '' : ` Did you mean "${near}"?`
    return report(
      `the register has no body "${successor}"; add it, or mend the id.${asked}`,
    )
  }
  const goesOn = rows.some(
    (each) => each.validTo === null || each.validTo > validTo,
  )
  if (goesOn || isPartial) return []
  return report(
    `the successor "${successor}" (${rows.map(periodText).join('; ')}) is not in force after ${validTo}; name the body that is.`,
  )
}

function at(
  code: DataProblem['code'],
  { id, place }: RegisterRow,
  column: string,
  message: string,
): DataProblem {
  const { file, line } = place
  return { code, file, line, body: id, row: null, column, message }
}
