/** `/v1/runs/{id}/export` and `/v1/runs/import`: a run with all its texts, from one installation to another. */
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

import { exportRun } from '../../runs/export-run.js'
import { importRun } from '../../runs/import-run.js'
import { refuseWithheldRun, shownRun } from '../../runs/run-sight.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { actingOf } from '../acting.js'
import { sightOf } from '../asker.js'
import { HttpProblem } from '../problems/http-problem.js'
import { answers } from '../schemas/answers.js'
import { ImportedRun, RunParameters } from '../schemas/runs.js'
import { shapeOf } from '../validation.js'

const PARAMETERS = shapeOf(RunParameters)

export const runDocumentRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  const { database } = store
  const tags = ['runs']

  app.get(
    '/v1/runs/:id/export',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The run with all its texts, for another installation',
        params: RunParameters,
        response: answers(200, 'The document.', Type.Unknown()),
      },
    },
    async ({ params, asker }) => {
      const { id } = PARAMETERS.check(params, 'The address')
      await refuseWithheldRun(database, id, sightOf(asker))
      return exportRun(database, id)
    },
  )

  app.register((inner, _, done) => {
    // The document is text: no number of it is read as a double.
    inner.removeContentTypeParser('application/json')
    inner.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      (__, body, parsed) => {
        parsed(null, body)
      },
    )
    inner.post<{ Body: string | undefined }>(
      '/v1/runs/import',
      {
        config: { permission: 'run' },
        schema: {
          tags,
          summary: 'Keep a run that another installation exported',
          body: { content: { 'application/json': { schema: Type.Unknown() } } },
          response: answers(201, 'The run is kept.', ImportedRun),
        },
        validatorCompiler: () => () => true,
      },
      async (request, reply) => {
        const { body } = request
        if (body === undefined) {
          throw new HttpProblem('REQUEST_MALFORMED', 'The request has no body.')
        }
        const acting = actingOf(request)
        const { stored, isNew } = await importRun(database, body, acting)
        const run = await shownRun(database, stored, sightOf(request.asker))
        return reply.code(201).send({ run, isNew })
      },
    )
    done()
  })
  return Promise.resolve()
}
