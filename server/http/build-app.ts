/** The server as an application that does not listen yet: tests ask it by `inject`. */
import { randomUUID } from 'node:crypto'

import helmet from '@fastify/helmet'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
} from 'fastify'

import type { Configuration } from '../configuration/configuration.js'
import type { Signer } from '../installation/signer.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { describeApi } from './describe-api.js'
import { guardRoutes } from './gate/gate.js'
import { handleErrors } from './hooks/handle-errors.js'
import { limitSending } from './hooks/limit-sending.js'
import { measureRequests } from './hooks/measure-requests.js'
import { refuseOtherSites } from './hooks/refuse-other-sites.js'
import { endConnectionsAtClose } from './hooks/end-connections-at-close.js'
import { answerUnknownAddresses } from './hooks/unknown-address.js'
import { SECURITY_HEADERS } from './pages/security-headers.js'
import { apiKeyRoutes } from './routes/api-keys.js'
import { auditRoutes } from './routes/audit.js'
import { dataSetTableRoutes } from './routes/data-set-tables.js'
import { dataSetRoutes } from './routes/data-sets.js'
import { draftApprovalRoutes } from './routes/draft-approvals.js'
import { draftCheckRoutes } from './routes/draft-checks.js'
import { draftTextRoutes } from './routes/draft-texts.js'
import { draftRoutes } from './routes/drafts.js'
import { healthRoutes } from './routes/health.js'
import { jobRoutes } from './routes/jobs.js'
import { methodologyRoutes } from './routes/methodologies.js'
import { pageRoutes } from './routes/pages.js'
import { publicationRoutes } from './routes/publications.js'
import { receiptRoutes } from './routes/receipts.js'
import { runComparisonRoutes } from './routes/run-comparison.js'
import { registerRoutes } from './routes/registers.js'
import { runBodyRoutes } from './routes/run-bodies.js'
import { runTableRoutes } from './routes/run-tables.js'
import { runDocumentRoutes } from './routes/run-documents.js'
import { runRoutes } from './routes/runs.js'
import { scoreRoutes } from './routes/score.js'
import { sessionRoutes } from './routes/session.js'
import { studioRoutes } from './routes/studio.js'
import { userRoutes } from './routes/users.js'
import { versionRoutes } from './routes/versions.js'
import { readRequestJson } from './scoring/read-request-json.js'
import { runJobs } from './run-jobs.js'
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
  /** What receipts and heads of the audit log are signed with; without it none are given. */
  readonly signer?: Signer | null
}

/** A connection on which nothing moves for so long is ended. */
const IDLE_MILLISECONDS = 300_000

/** A body that is read whole must be there after so long: 64 MiB at 2 Mbit/s. */
const SENDING_MILLISECONDS = 300_000

export async function buildApp({
  configuration,
  programs,
  log,
  store,
  signer = null,
}: AppOptions): Promise<FastifyInstance> {
  const { trustedProxies } = configuration
  const app = Fastify({
    ...(log ? { loggerInstance: log } : {}),
    bodyLimit: configuration.bodyLimit,
    connectionTimeout: IDLE_MILLISECONDS,
    // The header X-Forwarded-For is anybody's to write: it counts from these alone.
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // A broken request line has no route: its answer has no body either.
    clientErrorHandler: (_, socket) =>
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
  })
  const setting = openSetting(
    configuration,
    programs,
    store ?? null,
    signer ?? null,
  )
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
  endConnectionsAtClose(app)
  app.addHook('onRequest', (request, _, done) => {
    refuseOtherSites(request, configuration)
    done()
  })
  limitSending(app, SENDING_MILLISECONDS)
  await app.register(helmet, SECURITY_HEADERS)
  await guardRoutes(app, configuration, store)
  await describeApi(app, configuration)
  await app.register(healthRoutes, setting)
  await app.register(scoreRoutes, setting)
  await app.register(methodologyRoutes, setting)
  await app.register(versionRoutes, setting)
  await app.register(pageRoutes, setting)
  await app.register(studioRoutes, { programs })
  if (store) {
    const { database } = store
    const runner = runJobs(
      app,
      database,
      setting.metrics,
      configuration.keepJobsDays,
    )
    await app.register(apiKeyRoutes, { store })
    await app.register(auditRoutes, { store, signer })
    await app.register(dataSetRoutes, { store })
    await app.register(dataSetTableRoutes, { store })
    await app.register(draftRoutes, { store })
    await app.register(draftTextRoutes, { store })
    await app.register(draftCheckRoutes, { store })
    await app.register(draftApprovalRoutes, { store, signer })
    await app.register(jobRoutes, { database, runner })
    await app.register(publicationRoutes, { store, signer })
    await app.register(receiptRoutes, { store, signer })
    await app.register(registerRoutes, { store })
    await app.register(runComparisonRoutes, { store })
    await app.register(runRoutes, { store, signer })
    await app.register(runDocumentRoutes, { store })
    await app.register(runBodyRoutes, { store })
    await app.register(runTableRoutes, { store })
    await app.register(sessionRoutes, { store, configuration })
    await app.register(userRoutes, { store })
  }
  app.addHook('onClose', () => setting.threads.close())
  return app
}
