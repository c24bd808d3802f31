/** `/v1/runs`: a methodology and a data set, scored, kept with every text, explained and replayed. */
import type { FastifyPluginAsync } from 'fastify'

import type { Signer } from '../../installation/signer.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { keepReceipt } from '../../receipts/run-receipts.js'
import { actorNames } from '../../people/actor-names.js'
import { getRun, listRuns } from '../../repository/runs.js'
import { createRun, type KeepWithRun } from '../../runs/create-run.js'
import { explainRun } from '../../runs/explain-run.js'
import { replayShownRun } from '../../runs/replay-run.js'
import { shownRun, shownRunResult } from '../../runs/run-sight.js'
import { restrictedMethodologies } from '../../runs/data-set-sight.js'
import { actingOf } from '../acting.js'
import { sightOf } from '../asker.js'
import { answers } from '../schemas/answers.js'
import { Explanation } from '../schemas/explanation.js'
import { pageOptions } from '../schemas/pages.js'
import {
  BodyParameters,
  CreatedRun,
  DescribedRun,
  ExplanationQuery,
  Replay,
  RunList,
  RunParameters,
  RunRequest,
  RunPage,
} from '../schemas/runs.js'
import { ScoreAnswerJson } from '../schemas/score-result.js'
import { shapeOf } from '../validation.js'

const REQUEST = shapeOf(RunRequest)
const LIST = shapeOf(RunList)
const PARAMETERS = shapeOf(RunParameters)
const BODY = shapeOf(BodyParameters)
const EXPLANATION = shapeOf(ExplanationQuery)

const JSON_TYPE = 'application/json; charset=utf-8'

export const runRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
  readonly signer: Signer | null
}> = (app, { store, signer }) => {
  const { database } = store
  const keepMore: KeepWithRun = async (transaction, run, result) => {
    if (signer) await keepReceipt(transaction, run, result, signer)
  }
  const idOf = (parameters: unknown) =>
    PARAMETERS.check(parameters, 'The address').id
  const tags = ['runs']

  app.post(
    '/v1/runs',
    {
      config: { permission: 'run' },
      schema: {
        tags,
        summary: 'Score a data set and keep the run',
        body: RunRequest,
        response: answers(201, 'The run is kept.', CreatedRun),
      },
    },
    async (request, reply) => {
      const asked = REQUEST.check(request.body, 'The request')
      const acting = actingOf(request)
      const sight = sightOf(request.asker)
      const created = await createRun(store, asked, acting, { keepMore, sight })
      const run = await shownRun(database, created.stored, sight)
      return reply.code(201).send({ run, remarks: created.remarks })
    },
  )

  app.get(
    '/v1/runs',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The stored runs, newest first',
        querystring: RunList,
        response: answers(200, 'A page.', RunPage),
      },
    },
    async ({ query, asker }) => {
      const { methodology, year, dataSet, ...page } = LIST.check(
        query,
        'The query',
      )
      const sight = sightOf(asker)
      // Who may not see a data set must not find its hash by asking for it.
      const without =
        dataSet === undefined || sight === 'everything'
          ? []
          : [...(await restrictedMethodologies(database))]
      const { items, next } = await listRuns(database, {
        ...pageOptions(page),
        ...(methodology === undefined ? {} : { methodology }),
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(dataSet === undefined ? {} : { dataSet }),
        without,
      })
      const shown = []
      for (const run of items) shown.push(await shownRun(database, run, sight))
      const names = await actorNames(
        database,
        items.map(({ createdBy }) => createdBy),
      )
      return { items: shown, names, next }
    },
  )

  app.get(
    '/v1/runs/:id',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'What a run was computed from, by hashes',
        params: RunParameters,
        response: answers(200, 'The run.', DescribedRun),
      },
    },
    async ({ params, asker }) => {
      const run = await getRun(database, idOf(params))
      const shown = await shownRun(database, run, sightOf(asker))
      return { ...shown, names: await actorNames(database, [run.createdBy]) }
    },
  )

  app.get(
    '/v1/runs/:id/result',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The result, as olshem score --json prints it',
        params: RunParameters,
        response: answers(200, 'The result.', ScoreAnswerJson),
      },
    },
    async ({ params, asker }, reply) => {
      const sight = sightOf(asker)
      const text = await shownRunResult(database, idOf(params), sight)
      return reply.type(JSON_TYPE).send(Buffer.from(text, 'utf8'))
    },
  )

  app.get(
    '/v1/runs/:id/explanations/:body',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'How a figure of a body came about',
        params: BodyParameters,
        querystring: ExplanationQuery,
        response: answers(200, 'The explanation.', Explanation),
      },
    },
    ({ params, query, asker }) => {
      const { id, body } = BODY.check(params, 'The address')
      const { output = null } = EXPLANATION.check(query, 'The query')
      return explainRun(database, id, body, output, sightOf(asker))
    },
  )

  app.post(
    '/v1/runs/:id/replay',
    {
      config: { permission: 'run' },
      schema: {
        tags,
        summary: 'Compute the run again from its stored texts',
        params: RunParameters,
        response: answers(
          200,
          'Identical, or the first value that differs.',
          Replay,
        ),
      },
    },
    ({ params, asker }) =>
      replayShownRun(database, idOf(params), sightOf(asker)),
  )
  return Promise.resolve()
}
