/** Every error as `application/problem+json`; of mistakes of the server itself nothing but the request's id. */
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify'

import { ServiceRefusal } from '../../service-refusal.js'
import { PROBLEMS, type HttpCode } from '../problems/codes.js'
import { HttpProblem } from '../problems/http-problem.js'
import { PROBLEM_TYPE, problemJson } from '../problems/problem-json.js'
import { serviceProblem } from '../problems/service-problem.js'

/** What Fastify itself finds wrong. */
const OF_FASTIFY: Readonly<Record<string, HttpCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_NOT_READ',
  FST_ERR_CTP_EMPTY_TYPE: 'MEDIA_TYPE_NOT_READ',
}

export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | HttpProblem, request, reply) => {
    const problem = asProblem(error)
    if (PROBLEMS[problem.code].status >= 500) {
      request.log.error({ err: error }, problem.code)
    }
    return sendProblem(problem, request, reply)
  })
}

export function sendProblem(
  problem: HttpProblem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return reply
    .code(PROBLEMS[problem.code].status)
    .headers(problem.headers)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemJson(problem, request.id)))
}

function asProblem(error: FastifyError | HttpProblem): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof ServiceRefusal) return serviceProblem(error)
  const known = OF_FASTIFY[error.code]
  if (known) return new HttpProblem(known, withoutCode(error.message))
  const { statusCode = 500 } = error
  if (statusCode >= 400 && statusCode < 500) {
    return new HttpProblem('REQUEST_MALFORMED', withoutCode(error.message))
  }
  return new HttpProblem('SERVER_FAULT', 'The request could not be answered.')
}

function withoutCode(message: string): string {
  return message.endsWith('.') ? message : `${message}.`
}
