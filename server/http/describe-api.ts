/** The OpenAPI document of the server, made from the schemas that its routes check with. */
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'

import packageJson from '../../package.json' with { type: 'json' }
import type { Configuration } from '../configuration/configuration.js'

/** Is to be called before any route is added. */
export async function describeApi(
  app: FastifyInstance,
  { publicUrl }: Configuration,
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Olshem',
        version: packageJson.version,
        description: packageJson.description,
        license: { name: packageJson.license, identifier: 'MIT' },
      },
      servers: [{ url: publicUrl?.origin ?? '/' }],
      tags: [
        { name: 'scoring', description: 'Figures from data' },
        { name: 'methodologies', description: 'The rules and their versions' },
        { name: 'receipts', description: 'What proves a result' },
        { name: 'jobs', description: 'Work that goes on for longer' },
        { name: 'operation', description: 'For whoever runs the server' },
      ],
    },
  })
}
