/** An `HttpProblem` as `application/problem+json` (RFC 9457). */
import type { Static } from 'typebox'

import type { Problem } from '../schemas/problem.js'
import { PROBLEMS } from './codes.js'
import type { HttpProblem } from './http-problem.js'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** @param request - the id of the request, as the log has it */
export function problemJson(
  { code, detail, errors, conflict }: HttpProblem,
  request: string,
): Static<typeof Problem> {
  const { status, title, mend } = PROBLEMS[code]
  return {
    type: `/docs#${code}`,
    title,
    status,
    code,
    detail,
    mend,
    request,
    errors: [...errors],
    ...(conflict ? { conflict } : {}),
  }
}
