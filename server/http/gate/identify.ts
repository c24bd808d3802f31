/** Who sends a request: by an API key, by a session, or by sitting at the machine of a server without users. */
import type { FastifyRequest } from 'fastify'

import type { Configuration } from '../../configuration/configuration.js'
import { isLoopback } from '../../configuration/loopback.js'
import type { Database } from '../../database/tables.js'
import { keyOf } from '../../people/api-keys.js'
import { sessionOf } from '../../people/sessions.js'
import { hasUsers } from '../../people/users.js'
import { LOCAL, NOBODY, type Asker } from '../asker.js'
import { HttpProblem } from '../problems/http-problem.js'
import { Recent } from './recent.js'
import { findSessionToken } from './session-cookie.js'

export interface Identity {
  readonly asker: Asker
  /** What was sent and is no more, or never was. */
  readonly refused: 'key' | 'session' | null
}

export interface Identifier {
  /** @param when - `recent`: what held a moment ago will do, for what shows and keeps nothing */
  readonly identify: (
    request: FastifyRequest,
    when: 'now' | 'recent',
  ) => Promise<Identity>
  /** Whether nothing was sent to be known by, and a moment ago there were no users. */
  readonly isUnasked: (request: FastifyRequest) => boolean
}

const SOMEBODY = /^Bearer +(\S+) *$/i

/** Where there are no people. */
export const WITHOUT_PEOPLE: Identifier = {
  identify: (request) =>
    Promise.resolve({ asker: local(request), refused: null }),
  isUnasked: () => true,
}

export function openIdentifier(
  database: Database,
  configuration: Configuration,
): Identifier {
  const recent = new Recent<Identity | null>()
  let knowsUsers = false

  return {
    identify: async (request, when) => {
      const { authorization } = request.headers
      const session = findSessionToken(request, configuration)
      const find = () => known(authorization, session)
      const shown = authorization ?? session
      const identity =
        when === 'now'
          ? await find()
          : await recent.get(shown === null ? '' : `+${shown}`, find)
      return identity ?? { asker: local(request), refused: null }
    },
    isUnasked: ({ headers: { authorization, cookie } }) =>
      authorization === undefined &&
      cookie === undefined &&
      recent.peek('') === null,
  }

  /** null on a server without users. */
  async function known(
    authorization: string | undefined,
    session: string | null,
  ): Promise<Identity | null> {
    if (authorization !== undefined) return ofKey(authorization)
    const user = session && (await sessionOf(database, session, new Date()))
    if (user) {
      const { id, role } = user
      return { asker: { kind: 'user', id, role }, refused: null }
    }
    // Users are disabled and never deleted: once there is one, there always is.
    knowsUsers ||= await hasUsers(database)
    if (!knowsUsers) return null
    return { asker: NOBODY, refused: session === null ? null : 'session' }
  }

  async function ofKey(authorization: string): Promise<Identity> {
    const [, token = ''] = SOMEBODY.exec(authorization) ?? []
    const key = await keyOf(database, token, new Date())
    if (!key) return { asker: NOBODY, refused: 'key' }
    const { id, scopes } = key
    return { asker: { kind: 'key', id, scopes }, refused: null }
  }
}

/**
 * Whoever sits at this machine. A proxy on it would let others in.
 *
 * @throws HttpProblem LOCAL_ONLY
 */
export function local({ headers, socket }: FastifyRequest): Asker {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '')
  const isProxied =
    headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  if (isLoopback(address) && !isProxied) return LOCAL
  const from = isProxied ? 'through a proxy' : `from ${address}`
  throw new HttpProblem('LOCAL_ONLY', `The request came ${from}.`)
}
