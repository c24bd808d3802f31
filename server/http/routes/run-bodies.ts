/** `/v1/runs/ID/bodies/BODY`: one body of a run, where the whole result is more than is needed. */
import type { FastifyPluginAsync } from 'fastify'

import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { runBody } from '../../runs/run-body.js'
import { sightOf } from '../asker.js'
import { REFUSALS } from '../schemas/problem.js'
import { BodyParameters, RunBody } from '../schemas/runs.js'
import { shapeOf } from '../validation.js'

const PARAMETERS = shapeOf(BodyParameters)

export const runBodyRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  app.get(
    '/v1/runs/:id/bodies/:body',
    {
      config: { permission: 'read' },
      schema: {
        tags: ['runs'],
        summary: 'What the result says of one body, and its places',
        params: BodyParameters,
        response: {
          200: {
            description: 'The body.',
            content: { 'application/json': { schema: RunBody } },
          },
          ...REFUSALS,
        },
      },
    },
    ({ params, asker }) => {
      const { id, body } = PARAMETERS.check(params, 'The address')
      return runBody(store.database, id, body, sightOf(asker))
    },
  )
  return Promise.resolve()
}
