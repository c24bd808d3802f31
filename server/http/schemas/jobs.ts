/** Jobs as addresses take and answer them. */
import { Type } from 'typebox'

import { JOB_KINDS, JOB_STATES } from '../../jobs/job.js'
import { REPLAY_OUTCOMES } from '../../jobs/replays.js'
import { pageOf, PageQuery } from './pages.js'
import { closed, named, Name, nullable, oneOf, Sha256 } from './parts.js'

export const ReplaysRequest = named('ReplaysRequest', {
  methodology: Type.Optional(Name),
})

export const JobParameters = closed({
  id: Type.String({ minLength: 1, maxLength: 100 }),
})

export const JobList = closed({
  state: Type.Optional(oneOf(JOB_STATES)),
  ...PageQuery,
})

const time = Type.String({ description: 'UTC, with milliseconds' })

const job = {
  id: Type.String(),
  kind: oneOf(JOB_KINDS),
  state: oneOf(JOB_STATES),
  request: closed({
    methodology: nullable(
      Type.String(),
      'whose runs are replayed; null: all runs',
    ),
  }),
  total: Type.Integer({ minimum: 0, description: 'parts of the work' }),
  done: Type.Integer({ minimum: 0, description: 'parts that are done' }),
  createdAt: time,
  createdBy: Type.String(),
  startedAt: nullable(time),
  endedAt: nullable(time),
  error: nullable(Type.String(), 'why it failed'),
}

export const Job = named('Job', job)

export const JobPage = pageOf('JobPage', Job)

export const JobWithResult = named('JobWithResult', {
  ...job,
  result: closed(
    {
      counts: closed(
        Object.fromEntries(
          REPLAY_OUTCOMES.map((outcome) => [
            outcome,
            Type.Optional(Type.Integer({ minimum: 1 })),
          ]),
        ),
      ),
      replays: Type.Array(
        closed({
          run: Type.String(),
          outcome: oneOf(REPLAY_OUTCOMES),
          difference: nullable(
            closed({
              body: nullable(Type.String()),
              what: Type.String(),
              written: nullable(Type.String()),
              computed: nullable(Type.String()),
            }),
            'the first value that differs; null where nothing does, or the hash alone',
          ),
          written: nullable(Sha256),
          computed: nullable(Sha256),
          why: Type.Array(Type.String(), {
            description: 'why the run cannot be computed again',
          }),
          restricted: Type.Optional(
            Type.Array(Type.String(), {
              description: 'members that are withheld from you',
            }),
          ),
        }),
      ),
    },
    { description: 'of the parts that are done' },
  ),
})
