/** `POST /v1/score`: data in, figures out; nothing is kept. */
import type { Readable } from 'node:stream'

import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { Type } from 'typebox'

import { ENGINE_VERSION, type Sight } from '../../../engine/index.js'
import { sightOf } from '../asker.js'
import { HttpProblem } from '../problems/http-problem.js'
import { REFUSALS } from '../schemas/problem.js'
import { ScoreRequest, StreamQuery } from '../schemas/score-request.js'
import { ScoreAnswerJson, StreamLine } from '../schemas/score-result.js'
import {
  answerScore,
  readScoreRequest,
  type AnsweredVersion,
  type ScoreAnswer,
} from '../scoring/answer-score.js'
import { withReceipt } from '../scoring/with-receipt.js'
import { answerStream } from '../scoring/answer-stream.js'
import type { HttpSetting } from '../setting.js'
import { shapeOf } from '../validation.js'

const JSON_TYPE = 'application/json; charset=utf-8'
const NDJSON = 'application/x-ndjson'

/** More is scored in a thread: what one request may hold up the others for is a few milliseconds. */
const MOST_BYTES_HERE = 32 * 1024
const MOST_BODIES_HERE = 200

const QUERY = shapeOf(StreamQuery)

export const scoreRoutes: FastifyPluginAsync<HttpSetting> = (app, setting) => {
  // The body is read where it is scored, in a thread where it is large.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (_, body, done) => {
      done(null, body)
    },
  )
  app.addContentTypeParser(NDJSON, (_, body, done) => {
    done(null, body)
  })

  app.post<{ Body: Buffer | Readable | undefined }>(
    '/v1/score',
    {
      config: { permission: 'score' },
      schema: {
        tags: ['scoring'],
        summary: 'Score bodies by the rules of a version',
        description: DESCRIPTION,
        querystring: Type.Partial(StreamQuery),
        body: {
          content: {
            'application/json': { schema: ScoreRequest },
            [NDJSON]: { schema: StreamBody },
          },
        },
        response: {
          200: {
            description: 'The result, as olshem score --json prints it',
            headers: VERSION_HEADERS,
            content: {
              'application/json': { schema: ScoreAnswerJson },
              [NDJSON]: { schema: StreamLine },
            },
          },
          ...REFUSALS,
        },
      },
      // Both bodies are checked where they are read, the query below.
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const { body, query } = request
      if (body === undefined) {
        const detail = 'The request has no body.'
        throw new HttpProblem('REQUEST_MALFORMED', detail)
      }
      if (Buffer.isBuffer(body)) {
        refuseQuery(query)
        const sight = sightOf(request.asker)
        const answer = await score(body, sight, setting)
        const text = await withReceipt(answer, request.asker, setting)
        return versionHeaders(reply, answer.version).type(JSON_TYPE).send(text)
      }
      const asked = QUERY.check(query, 'The query')
      const stream = await answerStream(body, asked, request, setting)
      return versionHeaders(reply, stream.version)
        .type(NDJSON)
        .send(stream.lines)
    },
  )
  return Promise.resolve()
}

const DESCRIPTION =
  'As application/json: the bodies of a data set, all at once. As application/x-ndjson: a body on each line, however many, with the parameters in the query; each line of the answer is a body in the order of the request ("errors" where its data have any), between a first line that names the rules and a last line {"end": true, "scored": ..., "errors": ...}, without which the answer is not whole. A methodology whose figures look at other bodies refuses the second form.'

const StreamBody = Type.String({
  description: 'lines of JSON, each {"id": ..., COLUMN: ...}',
})

const VERSION_HEADERS = {
  'Olshem-Methodology': Type.String(),
  'Olshem-Version': Type.String(),
  'Olshem-SHA256': Type.String(),
  'Olshem-Engine': Type.String(),
}

async function score(
  bytes: Buffer,
  sight: Sight,
  { rules, threads, metrics }: HttpSetting,
): Promise<ScoreAnswer> {
  const began = performance.now()
  const measured = (answer: ScoreAnswer, where: 'here' | 'thread') => {
    const methodology = answer.version.id
    const seconds = (performance.now() - began) / 1000
    metrics.evaluations.observe({ methodology, where }, seconds)
    return answer
  }
  const inThread = async () => {
    const { stored } = await rules.current()
    return measured(await threads.answer(bytes, stored, sight), 'thread')
  }
  if (bytes.length > MOST_BYTES_HERE) return inThread()
  const request = readScoreRequest(bytes)
  if (request.bodies.length > MOST_BODIES_HERE) return inThread()
  const served = await rules.current(request.methodology)
  return measured(await answerScore(request, served, sight), 'here')
}

function refuseQuery(query: unknown): void {
  const [name] = Object.keys(query as object)
  if (name === undefined) return
  throw new HttpProblem(
    'REQUEST_SHAPE',
    `The query has ${JSON.stringify(name)}: with application/json the parameters stand in the body.`,
  )
}

function versionHeaders(
  reply: FastifyReply,
  { id, version, sha256 }: AnsweredVersion,
): FastifyReply {
  return reply.headers({
    'Olshem-Methodology': encodeURIComponent(id),
    'Olshem-Version': encodeURIComponent(version),
    'Olshem-SHA256': sha256,
    'Olshem-Engine': ENGINE_VERSION,
  })
}
