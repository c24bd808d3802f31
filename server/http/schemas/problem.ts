/** Errors as answers have them. */
import { Type } from 'typebox'

import type { ProblemValues } from '../../../engine/index.js'
import { PROBLEMS } from '../problems/codes.js'
import { closed, nullable, oneOf, Sha256 } from './parts.js'

export const MistakeValues = Type.Unsafe<ProblemValues>(
  Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Array(Type.String())]),
    { description: 'what the message puts in, by name' },
  ),
)

const ErrorAt = closed({
  code: Type.String(),
  message: Type.String(),
  at: nullable(Type.String(), 'JSON pointer into the request, or a file'),
  line: nullable(Type.Integer({ minimum: 1 }), '1-based'),
  character: nullable(Type.Integer({ minimum: 1 }), '1-based, in the line'),
  body: nullable(Type.String(), 'id of the body'),
  row: nullable(Type.String(), 'as goals[g1]; null on the body itself'),
  column: nullable(Type.String()),
  with: Type.Optional(MistakeValues),
})

const KeptText = closed({ sha256: Sha256, text: Type.String() })

const Conflict = closed(
  {
    expected: Type.String({ description: 'the hash that the request named' }),
    stored: KeptText,
    sent: nullable(KeptText, 'null where the request has no text'),
  },
  { description: 'of a race that was lost (412): what each side has' },
)

export const Problem = closed(
  {
    type: Type.String({ description: 'where the code is described' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    code: oneOf(Object.keys(PROBLEMS), 'permanent'),
    detail: Type.String(),
    mend: Type.String({ description: 'how it is mended' }),
    request: Type.String({ description: 'id of the request in the log' }),
    errors: Type.Array(ErrorAt),
    conflict: Type.Optional(Conflict),
  },
  { title: 'Problem', description: 'What is wrong, as RFC 9457 describes it.' },
)

/** The answers of any route that refuses. */
export const REFUSALS = {
  '4xx': problemResponse('The request is refused; "code" says why.'),
  '5xx': problemResponse('The server cannot answer.'),
} as const

function problemResponse(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: Problem } },
  }
}
