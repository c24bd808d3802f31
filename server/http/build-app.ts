/** The server as an application that does not listen yet: tests ask it by `inject`. */
import { randomUUID } from 'node:crypto'

import helmet from '@fastify/helmet'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
} from 'fastify'

import type { Configuration } from '../configuration/configuration.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { LOCAL } from './asker.js'
import { describeApi } from './describe-api.js'
import { handleErrors } from './hooks/handle-errors.js'
import { measureRequests } from './hooks/measure-requests.js'
import { refuseOtherSites } from './hooks/refuse-other-sites.js'
import { endConnectionsAtClose } from './hooks/end-connections-at-close.js'
import { answerUnknownAddresses } from './hooks/unknown-address.js'
import { SECURITY_HEADERS } from './pages/security-headers.js'
import { dataSetTableRoutes } from './routes/data-set-tables.js'
import { dataSetRoutes } from './routes/data-sets.js'
import { healthRoutes } from './routes/health.js'
import { methodologyRoutes } from './routes/methodologies.js'
import { pageRoutes } from './routes/pages.js'
import { registerRoutes } from './routes/registers.js'
import { runTableRoutes } from './routes/run-tables.js'
import { runRoutes } from './routes/runs.js'
import { scoreRoutes } from './routes/score.js'
import { versionRoutes } from './routes/versions.js'
import { readRequestJson } from './scoring/read-request-json.js'
import { openSetting } from './setting.js'
import { compileShape } from './validation.js'

export interface AppOptions {
  readonly configuration: Configuration
  /** The folder of the programs that threads run. */
  readonly programs: URL
  /** Nothing is logged without one. */
  readonly log?: FastifyBaseLogger
  /** Where data sets and runs are kept; without it the app has no addresses for them. */
  readonly store?: MethodologyStore
}

/** A connection on which nothing moves for so long is ended. */
const IDLE_MILLISECONDS = 300_000

export async function buildApp({
  configuration,
  programs,
  log,
  store,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(log ? { loggerInstance: log } : {}),
    bodyLimit: configuration.bodyLimit,
    connectionTimeout: IDLE_MILLISECONDS,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // A broken request line has no route: its answer has no body either.
    clientErrorHandler: (_, socket) =>
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
  })
  const setting = openSetting(configuration, programs, store ?? null)
  app.setValidatorCompiler(({ schema }) => compileShape(schema))
  // Answers go out as they are: a serialiser made from a schema would leave out what it does not name.
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
  answerUnknownAddresses(app)
  measureRequests(app, setting.metrics)
  app.decorateRequest('asker', { getter: () => LOCAL })
  endConnectionsAtClose(app)
  app.addHook('onRequest', (request, _, done) => {
    refuseOtherSites(request, configuration)
    done()
  })
  await app.register(helmet, SECURITY_HEADERS)
  await describeApi(app, configuration)
  await app.register(healthRoutes, setting)
  await app.register(scoreRoutes, setting)
  await app.register(methodologyRoutes, setting)
  await app.register(versionRoutes, setting)
  await app.register(pageRoutes, setting)
  if (store) {
    await app.register(dataSetRoutes, { store })
    await app.register(dataSetTableRoutes, { store })
    await app.register(registerRoutes, { store })
    await app.register(runRoutes, { store })
    await app.register(runTableRoutes, { store })
  }
  app.addHook('onClose', () => setting.threads.close())
  return app
}
