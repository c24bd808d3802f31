/** The OpenAPI document of the server, made from the schemas that its routes check with. */
import swagger from '@fastify/swagger'
import type { FastifyContextConfig, FastifyInstance } from 'fastify'

import packageJson from '../../package.json' with { type: 'json' }
import type { Configuration } from '../configuration/configuration.js'
import { nameSchemas } from './name-schemas.js'
import { isScope } from '../people/roles.js'
import { cookieName } from './gate/session-cookie.js'

/** Is to be called before any route is added. */
export async function describeApi(
  app: FastifyInstance,
  { publicUrl }: Configuration,
): Promise<void> {
  await app.register(swagger, {
    transformObject: (described) =>
      'openapiObject' in described
        ? nameSchemas(described.openapiObject)
        : described.swaggerObject,
    transform: ({ schema, url, route }) => ({
      schema: { ...schema, security: securityOf(route.config) },
      url,
    }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Olshem',
        version: packageJson.version,
        description: packageJson.description,
        license: { name: packageJson.license, identifier: 'MIT' },
      },
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'an API key; the words beside it are its scopes',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: cookieName({ publicUrl }),
            description:
              'from POST /v1/session; what changes something needs the header Olshem-CSRF too',
          },
        },
      },
      servers: [{ url: publicUrl?.origin ?? '/' }],
      tags: [
        { name: 'scoring', description: 'Figures from data' },
        { name: 'methodologies', description: 'The rules and their versions' },
        { name: 'data', description: 'Data sets and registers' },
        { name: 'runs', description: 'Stored results, and their reasons' },
        { name: 'people', description: 'Who signs in, and keys of services' },
        { name: 'drafts', description: 'Texts that become versions' },
        { name: 'receipts', description: 'What proves a result' },
        { name: 'jobs', description: 'Work that goes on for longer' },
        { name: 'operation', description: 'For whoever runs the server' },
      ],
    },
  })
}

/** On a server without users nothing of it is asked for. */
function securityOf({ permission = 'anyone' }: FastifyContextConfig = {}) {
  if (permission === 'anyone') return []
  const bySession = { session: [permission] }
  return isScope(permission) ? [bySession, { key: [permission] }] : [bySession]
}
