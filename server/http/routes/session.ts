/** `/v1/session`: signing in and out, and who one is. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'

import type { Configuration } from '../../configuration/configuration.js'
import type { Database } from '../../database/tables.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { changePassword } from '../../people/change-user.js'
import { PERMISSIONS } from '../../people/roles.js'
import {
  confirmPassword,
  signIn,
  signOut,
  type SignedIn,
} from '../../people/sessions.js'
import { getUser } from '../../people/users.js'
import { findApiKey } from '../../people/api-keys.js'
import { occasionOf } from '../acting.js'
import { askerMay, NOBODY, type Asker } from '../asker.js'
import { CHALLENGE } from '../gate/gate.js'
import { signInLimits } from '../gate/limit-requests.js'
import {
  clearSessionCookie,
  csrfOf,
  findSessionToken,
  setSessionCookie,
} from '../gate/session-cookie.js'
import { HttpProblem } from '../problems/http-problem.js'
import { Credentials, OwnPassword, Session } from '../schemas/people.js'
import { REFUSALS } from '../schemas/problem.js'

const tags = ['people']
/** Whoever has not signed in sends no more than a name and a password. */
const BODY_BYTES = 16 * 1024

export const sessionRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
  readonly configuration: Configuration
}> = (app, { store: { database }, configuration }) => {
  const limits = signInLimits(app)

  app.post<{ Body: Static<typeof Credentials> }>(
    '/v1/session',
    {
      config: { permission: 'anyone' },
      schema: {
        tags,
        summary: 'Sign in: the answer sets the cookie of the session',
        body: Credentials,
        response: { 201: Session, ...REFUSALS },
      },
      bodyLimit: BODY_BYTES,
      onRequest: limits.ofAddress,
    },
    async (request, reply) => {
      const { body } = request
      await limits.ofName(request, body.name)
      const signedIn = await signIn(database, body, new Date())
      if (!signedIn) throw refused('There is no user with both.')
      setSessionCookie(reply, signedIn.token, configuration)
      reply.code(201).header('cache-control', 'no-store')
      return sessionOfUser(signedIn)
    },
  )

  app.get(
    '/v1/session',
    {
      config: { permission: 'anyone', identifies: true },
      schema: {
        tags,
        summary: 'Who asks, and what they may do',
        response: { 200: Session, ...REFUSALS },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return sessionOfRequest(database, request, configuration)
    },
  )

  app.delete(
    '/v1/session',
    {
      config: { permission: 'anyone', identifies: true },
      schema: {
        tags,
        summary: 'Sign out; without a session this does nothing',
        response: { 200: Session, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const token = findSessionToken(request, configuration)
      if (request.asker.kind === 'user' && token !== null) {
        await signOut(database, token, new Date())
      }
      clearSessionCookie(reply, configuration)
      return session(NOBODY)
    },
  )

  app.put<{ Body: Static<typeof OwnPassword> }>(
    '/v1/session/password',
    {
      config: { permission: 'signed-in' },
      schema: {
        tags,
        summary: 'Change the own password, which ends all other sessions',
        body: OwnPassword,
        response: { 200: Session, ...REFUSALS },
      },
      bodyLimit: BODY_BYTES,
      onRequest: limits.ofAddress,
    },
    async (request, reply) => {
      const { asker, body } = request
      const user = await getUser(database, { id: userIdOf(asker) })
      await limits.ofName(request, user.name)
      const occasion = occasionOf(request)
      const { current, password } = body
      if (!(await confirmPassword(database, user, current, occasion))) {
        throw refused('The current password is another one.')
      }
      await changePassword(database, user, password, occasion)
      const { name } = user
      const signedIn = await signIn(database, { name, password }, new Date())
      if (!signedIn) throw refused('The user has just been changed again.')
      setSessionCookie(reply, signedIn.token, configuration)
      reply.header('cache-control', 'no-store')
      return sessionOfUser(signedIn)
    },
  )
  return Promise.resolve()
}

function refused(detail: string): HttpProblem {
  return new HttpProblem('SIGN_IN_REFUSED', detail, [], CHALLENGE)
}

function userIdOf(asker: Asker): string {
  if (asker.kind === 'user') return asker.id
  throw new Error('The gate let somebody pass who is no user.')
}

function sessionOfUser({ user, token }: SignedIn): Static<typeof Session> {
  const { id, name, role } = user
  return session({ kind: 'user', id, role }, name, csrfOf(token))
}

async function sessionOfRequest(
  database: Database,
  request: FastifyRequest,
  configuration: Configuration,
): Promise<Static<typeof Session>> {
  const { asker } = request
  switch (asker.kind) {
    case 'user': {
      const { name } = await getUser(database, { id: asker.id })
      const token = findSessionToken(request, configuration)
      return session(asker, name, token === null ? null : csrfOf(token))
    }
    case 'key': {
      const key = await findApiKey(database, asker.id)
      return session(asker, key?.name ?? null)
    }
    case 'local':
    case 'nobody':
      return session(asker)
  }
}

function session(
  asker: Asker,
  name: string | null = null,
  csrf: string | null = null,
): Static<typeof Session> {
  return {
    kind: asker.kind,
    id: 'id' in asker ? asker.id : null,
    name,
    role: asker.kind === 'user' ? asker.role : null,
    permissions: PERMISSIONS.filter((each) => askerMay(asker, each)),
    csrf,
  }
}
