/** `/health/live`, `/health/ready`, `/metrics`: for whoever runs the server. */
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

import { named, oneOf } from '../schemas/parts.js'
import { REFUSALS } from '../schemas/problem.js'
import { HttpProblem } from '../problems/http-problem.js'
import { catalogueOf, type HttpSetting } from '../setting.js'
import { listErrors } from '../versions/faulty-files.js'

const Healthy = named('Healthy', { status: oneOf(['ok']) })

export const healthRoutes: FastifyPluginAsync<HttpSetting> = (app, setting) => {
  const { registry } = setting.metrics

  app.get(
    '/health/live',
    {
      config: { permission: 'anyone' },
      schema: {
        tags: ['operation'],
        summary: 'The process answers',
        response: { 200: Healthy, ...REFUSALS },
      },
    },
    () => ({ status: 'ok' }),
  )

  app.get(
    '/health/ready',
    {
      config: { permission: 'anyone' },
      schema: {
        tags: ['operation'],
        summary: 'The rules folder can be used',
        response: { 200: Healthy, ...REFUSALS },
      },
    },
    async () => {
      const catalogue = await catalogueOf(setting)
      const [first] = catalogue.problems
      if (first) {
        const errors = listErrors(catalogue, catalogue.problems)
        throw new HttpProblem('RULES_UNREADABLE', first.message, errors)
      }
      return { status: 'ok' }
    },
  )

  app.get(
    '/metrics',
    {
      config: { permission: 'read' },
      schema: {
        tags: ['operation'],
        summary: 'Measurements for Prometheus',
        response: {
          200: {
            description: 'Prometheus text format',
            content: { 'text/plain': { schema: Type.String() } },
          },
        },
      },
    },
    async (_, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
  )
  return Promise.resolve()
}
