/**
 * The addresses of drafts and publications alone, asked by whoever the test
 * says: how people sign in is another matter, with tests of its own.
 */
import Fastify, { type FastifyInstance } from 'fastify'

import { readConfiguration } from '../../server/configuration/read-configuration.js'
import type { Asker } from '../../server/http/asker.js'
import { describeApi } from '../../server/http/describe-api.js'
import { handleErrors } from '../../server/http/hooks/handle-errors.js'
import { draftApprovalRoutes } from '../../server/http/routes/draft-approvals.js'
import { draftRoutes } from '../../server/http/routes/drafts.js'
import { publicationRoutes } from '../../server/http/routes/publications.js'
import { readRequestJson } from '../../server/http/scoring/read-request-json.js'
import { compileShape } from '../../server/http/validation.js'
import type { MethodologyStore } from '../../server/methodology-store/methodology-store.js'
import type { Signer } from '../../server/installation/signer.js'

const WHO = 'x-test-asker'

export async function draftsApp(
  store: MethodologyStore,
  signer: Signer | null = null,
): Promise<FastifyInstance> {
  const app = Fastify()
  app.setValidatorCompiler(({ schema }) => compileShape(schema))
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (_, body, done) => {
      done(null, readRequestJson(Buffer.from(body)))
    },
  )
  handleErrors(app)
  app.decorateRequest('asker', {
    getter() {
      return JSON.parse(String(this.headers[WHO])) as Asker
    },
  })
  await describeApi(app, readConfiguration({}, 'rules'))
  await app.register(draftRoutes, { store })
  await app.register(draftApprovalRoutes, { store, signer })
  await app.register(publicationRoutes, { store, signer })
  return app
}

/** A header of the test. */
export function askedBy(asker: Asker): Readonly<Record<string, string>> {
  return { [WHO]: JSON.stringify(asker) }
}
