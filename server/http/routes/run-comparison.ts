/** `GET /v1/run-comparison`: two stored runs side by side. */
import type { FastifyPluginAsync } from 'fastify'

import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { compareRuns } from '../../runs/compare-runs.js'
import { sightOf } from '../asker.js'
import { REFUSALS } from '../schemas/problem.js'
import { ComparisonQuery, RunComparison } from '../schemas/run-comparison.js'
import { shapeOf } from '../validation.js'

const QUERY = shapeOf(ComparisonQuery)

export const runComparisonRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  app.get(
    '/v1/run-comparison',
    {
      config: { permission: 'read' },
      schema: {
        tags: ['runs'],
        summary: 'Two runs side by side: inputs, places and figures',
        querystring: ComparisonQuery,
        response: {
          200: {
            description: 'What differs.',
            content: { 'application/json': { schema: RunComparison } },
          },
          ...REFUSALS,
        },
      },
    },
    ({ query, asker }) => {
      const { a, b } = QUERY.check(query, 'The query')
      return compareRuns(store.database, a, b, sightOf(asker))
    },
  )
  return Promise.resolve()
}
