/** Scores columns with a program: figures, rules and places of all bodies at once. */
import type { ColumnSource } from './column-source.js'
import type { ColumnProgram } from './program/prepare.js'
import { runProgram } from './program/run-program.js'
import { scoresOf, type ColumnScores } from './program/scores.js'

/**
 * @param program - prepared for the methodology and these data
 */
export function scoreColumns(
  program: ColumnProgram,
  { data, exact }: ColumnSource,
): ColumnScores {
  return scoresOf(runProgram(program, data, exact))
}
