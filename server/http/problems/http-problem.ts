/** Thrown where a request cannot be answered as it stands. */
import type {
  DataProblem,
  LocatedProblem,
  ProblemValues,
} from '../../../engine/index.js'
import type { TextConflict } from '../../service-refusal.js'
import type { HttpCode } from './codes.js'

/** One thing that is wrong, and where. */
export interface ErrorAt {
  readonly code: string
  readonly message: string
  /** A JSON pointer into the request, or the name of a file. */
  readonly at: string | null
  /** 1-based, of a text; null where it is not known. */
  readonly line: number | null
  /** 1-based, of the sign in that line; null where it is not known. */
  readonly character: number | null
  readonly body: string | null
  /** As `goals[g1].indicators[2]`; null on the body itself. */
  readonly row: string | null
  readonly column: string | null
  /** What the message puts in, by name. */
  readonly with?: ProblemValues
}

export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'

  /** @param detail - what is wrong with this request */
  constructor(
    readonly code: HttpCode,
    readonly detail: string,
    readonly errors: readonly ErrorAt[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
    /** Of a race that was lost: what each side has. */
    readonly conflict: TextConflict | null = null,
  ) {
    super(`${code} ${detail}`)
  }
}

const NOWHERE: Omit<ErrorAt, 'code' | 'message'> = {
  at: null,
  line: null,
  character: null,
  body: null,
  row: null,
  column: null,
}

export function errorAt(
  code: string,
  message: string,
  place: Partial<ErrorAt> = {},
): ErrorAt {
  return { code, message, ...NOWHERE, ...place }
}

export function dataError(problem: DataProblem): ErrorAt {
  const { code, message, file, line, body, row, column } = problem
  return errorAt(code, message, { at: file, line, body, row, column })
}

/** @param file - as others may see it: no path of this machine */
export function fileError(
  { code, message, with: values, line, column: character }: LocatedProblem,
  file: string | null,
): ErrorAt {
  const place = { at: file, line, character }
  return errorAt(code, message, { ...place, with: values })
}
