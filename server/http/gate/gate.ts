/** Nobody passes to a route before it is known who asks and whether they may. */
import cookie from '@fastify/cookie'
import type {
  FastifyContextConfig,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify'

import type { Configuration } from '../../configuration/configuration.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { askerMay, NOBODY, type RoutePermission } from '../asker.js'
import { isSafe } from '../hooks/refuse-other-sites.js'
import { HttpProblem } from '../problems/http-problem.js'
import {
  local,
  openIdentifier,
  WITHOUT_PEOPLE,
  type Identity,
} from './identify.js'
import { prepareLimits, requestLimit } from './limit-requests.js'
import { CSRF_HEADER, findSessionToken, isCsrfOf } from './session-cookie.js'

/** RFC 9110 asks for one with every 401. */
export const CHALLENGE = { 'www-authenticate': 'Bearer realm="olshem"' }

/** Is to be called before any route is added. */
export async function guardRoutes(
  app: FastifyInstance,
  configuration: Configuration,
  store: MethodologyStore | undefined,
): Promise<void> {
  const permissions = new Map<string, RoutePermission>()
  app.decorate('permissions', permissions)
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const each of [method].flat()) {
      if (config?.permission === undefined) {
        throw new Error(
          `${each} ${url} does not say what it asks for: give its route options config: { permission }.`,
        )
      }
      permissions.set(`${each} ${url}`, config.permission)
    }
  })
  app.decorateRequest('asker')
  await app.register(cookie, { hook: false })
  await prepareLimits(app)
  const limit = requestLimit(app, configuration.rateLimit)
  const people = store
    ? openIdentifier(store.database, configuration)
    : WITHOUT_PEOPLE

  const pass = async (request: FastifyRequest, reply: FastifyReply) => {
    // Where there is no route nothing but that is said.
    const { permission = 'anyone', identifies = false } =
      findConfig(request) ?? {}
    request.asker = NOBODY
    if (permission === 'anyone' && !identifies) {
      await limit(request)
      return
    }
    const when = permission === 'score' ? 'recent' : 'now'
    const { asker, refused } = await people.identify(request, when)
    request.asker = asker
    await limit(request)
    if (refused === 'key') throw refusedKey()
    if (asker.kind === 'user') refuseForgery(request, configuration)
    if (permission !== 'anyone') requirePermission(request, permission, refused)
    keepFromCaches(request, reply)
  }

  app.addHook('onRequest', (request, reply, done) => {
    // Scoring is measured in microseconds, of which a promise takes a few.
    const isScoring = findConfig(request)?.permission === 'score'
    if (isScoring && people.isUnasked(request)) {
      request.asker = local(request)
      done()
      return
    }
    pass(request, reply).then(() => done(), done)
  })
}

/** Where there is no route there is none, whatever Fastify's type says. */
function findConfig({
  routeOptions,
}: FastifyRequest): FastifyContextConfig | undefined {
  return routeOptions.config
}

/** @throws HttpProblem SIGN_IN_NEEDED, SECOND_PERSON_NEEDED, NOT_ALLOWED */
function requirePermission(
  { asker }: FastifyRequest,
  permission: Exclude<RoutePermission, 'anyone'>,
  refused: Identity['refused'],
): void {
  if (askerMay(asker, permission)) return
  if (asker.kind === 'nobody') {
    const detail =
      refused === 'session'
        ? 'The session has ended.'
        : 'Nobody has signed in, and no API key was sent.'
    throw new HttpProblem('SIGN_IN_NEEDED', detail, [], CHALLENGE)
  }
  if (asker.kind === 'local' && permission === 'approve') {
    throw new HttpProblem(
      'SECOND_PERSON_NEEDED',
      'This server has no users, so that it cannot tell two people apart. Each of the two is added with a command: "olshem user add NAME --role owner" for who writes, "olshem user add NAME --role approver" for who approves. From then on everybody signs in.',
    )
  }
  throw new HttpProblem('NOT_ALLOWED', refusalWords(asker, permission))
}

function refusalWords(
  asker: FastifyRequest['asker'],
  permission: Exclude<RoutePermission, 'anyone'>,
): string {
  if (permission === 'signed-in') {
    return 'This is for a user who has signed in with a password.'
  }
  switch (asker.kind) {
    case 'user':
      return `The role ${asker.role} may not "${permission}".`
    case 'key':
      return `The API key has the scopes ${asker.scopes.join(', ') || '(none)'}, and "${permission}" is none of them.`
    case 'local':
    case 'nobody':
      return `Nobody may "${permission}" without signing in.`
  }
}

function refusedKey(): HttpProblem {
  return new HttpProblem(
    'KEY_REFUSED',
    'The header Authorization holds no API key that is in use.',
    [],
    { 'www-authenticate': 'Bearer realm="olshem", error="invalid_token"' },
  )
}

/** @throws HttpProblem CSRF_TOKEN_NEEDED */
function refuseForgery(
  request: FastifyRequest,
  configuration: Configuration,
): void {
  if (isSafe(request.method)) return
  const token = findSessionToken(request, configuration)
  const sent = request.headers[CSRF_HEADER]
  if (token !== null && isCsrfOf(token, sent)) return
  const detail =
    sent === undefined
      ? 'The header Olshem-CSRF is missing.'
      : 'The header Olshem-CSRF is not that of this session.'
  throw new HttpProblem('CSRF_TOKEN_NEEDED', detail)
}

/** What one person may see is not kept for another. */
function keepFromCaches({ asker }: FastifyRequest, reply: FastifyReply): void {
  if (asker.kind === 'local') return
  reply.header('cache-control', 'private, no-cache')
}
