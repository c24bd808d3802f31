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

export type Identify = (
  request: FastifyRequest,
  /** `recent`: what held a moment ago will do, for what shows and keeps nothing. */
  when: 'now' | 'recent',
) => Promise<Identity>

const SOMEBODY = /^Bearer +(\S+) *$/i

export function identifier(
  database: Database,
  configuration: Configuration,
): Identify {
  const recent = new Recent<Identity | null>()
  let knowsUsers = false

  return async (request, when) => {
    const { authorization } = request.headers
    const session = findSessionToken(request, configuration)
    const shown = authorization ?? session
    const find = () => known(authorization, session)
    const identity =
      when === 'now'
        ? await find()
        : await recent.get(shown === null ? '' : `+${shown}`, find)
    return identity ?? { asker: local(request), refused: null }
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
