/** `/v1/api-keys`: what services ask with. A key is shown once, when it is made. */
import type { FastifyPluginAsync } from 'fastify'
import type { Static } from 'typebox'

import { isInstant } from '../../instant.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { addApiKey, listApiKeys, revokeApiKey } from '../../people/api-keys.js'
import { occasionOf } from '../acting.js'
import { errorAt, HttpProblem } from '../problems/http-problem.js'
import {
  ApiKey,
  ApiKeyList,
  IdPath,
  MadeApiKey,
  NewApiKey,
} from '../schemas/people.js'
import { REFUSALS } from '../schemas/problem.js'

const tags = ['people']
const config = { permission: 'administer' } as const

export const apiKeyRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store: { database } }) => {
  app.get(
    '/v1/api-keys',
    {
      config,
      schema: {
        tags,
        summary: 'The keys without their secrets, oldest first',
        response: { 200: ApiKeyList, ...REFUSALS },
      },
    },
    async () => ({ items: await listApiKeys(database) }),
  )

  app.post<{ Body: Static<typeof NewApiKey> }>(
    '/v1/api-keys',
    {
      config,
      schema: {
        tags,
        summary: 'Make a key, whose secret is shown this once',
        body: NewApiKey,
        response: { 201: MadeApiKey, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { body } = request
      if (!isInstant(body.expiresAt)) throw noInstant(body.expiresAt)
      reply.code(201).header('cache-control', 'no-store')
      return addApiKey(database, body, occasionOf(request))
    },
  )

  app.delete<{ Params: Static<typeof IdPath> }>(
    '/v1/api-keys/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Refuse a key from now on',
        params: IdPath,
        response: { 200: ApiKey, ...REFUSALS },
      },
    },
    (request) => revokeApiKey(database, request.params, occasionOf(request)),
  )
  return Promise.resolve()
}

function noInstant(text: string): HttpProblem {
  const words = `${JSON.stringify(text)} is no time that there is`
  const errors = [errorAt('FIELD_VALUE', words, { at: '/expiresAt' })]
  const detail = `The request at /expiresAt: ${words}.`
  return new HttpProblem('REQUEST_SHAPE', detail, errors)
}
