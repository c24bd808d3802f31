/** `/v1/replays` and `/v1/jobs`: work that goes on after its request was answered. */
import { Readable } from 'node:stream'

import type { FastifyPluginAsync } from 'fastify'
import { Type, type TSchema } from 'typebox'

import type { Database } from '../../database/tables.js'
import { countFindings } from '../../jobs/findings.js'
import type { JobRunner } from '../../jobs/job-runner.js'
import { cancelJob, getJob, listJobs } from '../../jobs/job-store.js'
import { listReplays, startReplays } from '../../jobs/replays.js'
import { actingOf } from '../acting.js'
import { sightOf } from '../asker.js'
import { jobEvents } from '../job-events.js'
import {
  Job,
  JobPage,
  JobList,
  JobParameters,
  JobWithResult,
  ReplaysRequest,
} from '../schemas/jobs.js'
import { pageOptions } from '../schemas/pages.js'
import { REFUSALS } from '../schemas/problem.js'
import { shapeOf } from '../validation.js'

const REQUEST = shapeOf(ReplaysRequest)
const LIST = shapeOf(JobList)
const PARAMETERS = shapeOf(JobParameters)

const EVENTS = 'text/event-stream'

/** The connection ends with the stream: a server that stops would wait for it. */
const STREAM_HEADERS = {
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  connection: 'close',
}

export const jobRoutes: FastifyPluginAsync<{
  readonly database: Database
  readonly runner: JobRunner
}> = (app, { database, runner }) => {
  const tags = ['jobs']
  const idOf = (parameters: unknown) =>
    PARAMETERS.check(parameters, 'The address').id
  const stop = new AbortController()
  app.addHook('preClose', (done) => {
    stop.abort()
    done()
  })

  app.post(
    '/v1/replays',
    {
      config: { permission: 'run' },
      schema: {
        tags,
        summary: 'Compute stored runs again, all or those of a methodology',
        body: ReplaysRequest,
        response: answers(202, 'The job; Location is its address.', Job),
      },
    },
    async (request, reply) => {
      const { methodology = null } = REQUEST.check(request.body, 'The request')
      const acting = actingOf(request)
      const job = await startReplays(database, { methodology }, acting)
      runner.wake()
      return reply.code(202).header('location', `/v1/jobs/${job.id}`).send(job)
    },
  )

  app.get(
    '/v1/jobs',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The jobs, newest first',
        querystring: JobList,
        response: answers(200, 'A page.', JobPage),
      },
    },
    ({ query }) => {
      const { state, ...page } = LIST.check(query, 'The query')
      return listJobs(database, {
        ...pageOptions(page),
        ...(state === undefined ? {} : { state }),
      })
    },
  )

  app.get(
    '/v1/jobs/:id',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'A job, and what it has found so far',
        params: JobParameters,
        response: answers(200, 'The job.', JobWithResult),
      },
    },
    async ({ params, asker }) => {
      const job = await getJob(database, idOf(params))
      const counts = await countFindings(database, job.id)
      const replays = await listReplays(database, job.id, sightOf(asker))
      return { ...job, result: { counts, replays } }
    },
  )

  app.post(
    '/v1/jobs/:id/cancellation',
    {
      config: { permission: 'run' },
      schema: {
        tags,
        summary: 'End a job before it is done',
        params: JobParameters,
        response: answers(200, 'The job.', Job),
      },
    },
    (request) => cancelJob(database, idOf(request.params), actingOf(request)),
  )

  app.get(
    '/v1/jobs/:id/events',
    {
      config: { permission: 'read' },
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: 'The course of a job, as server-sent events',
        description:
          'Events "progress" and, as the last one, "end", each with {"id", "state", "done", "total"}. The first is the state of now. A comment is sent where nothing changes for long. When the server stops the stream ends without "end": ask again.',
        params: JobParameters,
        response: {
          200: {
            description: 'The events.',
            content: { [EVENTS]: { schema: Type.String() } },
          },
          ...REFUSALS,
        },
      },
    },
    async ({ params }, reply) => {
      const job = await getJob(database, idOf(params))
      const events = jobEvents(database, job, stop.signal)
      return reply
        .type(EVENTS)
        .headers(STREAM_HEADERS)
        .send(Readable.from(events))
    },
  )
  return Promise.resolve()
}

function answers(status: 200 | 202, description: string, schema: TSchema) {
  return {
    [status]: { description, content: { 'application/json': { schema } } },
    ...REFUSALS,
  }
}
