/** Problems as lines that editors and people can follow to their place. */
import type {
  DataProblem,
  FileWarning,
  LocatedProblem,
} from '../../engine/index.js'
import { printable } from './printable.js'

/** `file:line:column CODE message`. */
export function problemLine(problem: LocatedProblem | FileWarning): string {
  const { file, line, column, code, message } = problem
  return printable(`${file}:${line}:${column} ${code} ${message}`)
}

/** `file:line CODE body row column: message`, without what is not known. */
export function dataProblemLine(problem: DataProblem): string {
  const { file, line, code, message } = problem
  const place = line === null ? file : `${file}:${line}`
  const cell = [problem.body, problem.row, problem.column]
    .filter((part) => part !== null)
    .join(' ')
  const about = cell === '' ? message : `${cell}: ${message}`
  return printable(`${place} ${code} ${about}`)
}
