/**
 * How often somebody may ask: counted for each user and key, and for an address
 * where nobody is known. Each server counts for itself.
 */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { HttpProblem } from '../problems/http-problem.js'

/** @throws HttpProblem TOO_MANY_REQUESTS */
export type Limit = (request: FastifyRequest) => Promise<void>

/** Each password that is tried takes some 20 ms of a processor. */
const MOST_SIGN_INS = 10

const MINUTE = 60_000

export interface SignInLimits {
  readonly ofAddress: Limit
  /** The name is that of the body, or of the user who has signed in. */
  readonly ofName: (request: FastifyRequest, name: string) => Promise<void>
}

export async function prepareLimits(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false })
}

/** Whoever sits at the machine of a server without users is not counted. */
export function requestLimit(app: FastifyInstance, most: number): Limit {
  const limit = limitOf(app, most, ({ asker, ip }) =>
    asker.kind === 'user' || asker.kind === 'key'
      ? `${asker.kind}:${asker.id}`
      : addressOf(ip),
  )
  return (request) =>
    request.asker.kind === 'local' ? Promise.resolve() : limit(request)
}

/** Whoever tries names makes a name wait for a minute; sessions that have begun go on. */
export function signInLimits(app: FastifyInstance): SignInLimits {
  const names = new WeakMap<FastifyRequest, string>()
  const ofName = limitOf(app, MOST_SIGN_INS, (request) =>
    (names.get(request) ?? '').trim().normalize('NFKC').toLowerCase(),
  )
  return {
    ofAddress: limitOf(app, MOST_SIGN_INS, ({ ip }) => addressOf(ip)),
    ofName: (request, name) => {
      names.set(request, name)
      return ofName(request)
    },
  }
}

/** Of version 6 the network: one machine has billions of addresses in it. */
function addressOf(ip: string): string {
  return rateLimit.normalizeIP(ip)
}

function limitOf(
  app: FastifyInstance,
  max: number,
  keyGenerator: (request: FastifyRequest) => string,
): Limit {
  const count = app.createRateLimit({ max, timeWindow: MINUTE, keyGenerator })
  return async (request) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    const seconds = Math.max(1, counted.ttlInSeconds)
    throw new HttpProblem(
      'TOO_MANY_REQUESTS',
      `More than ${max} in a minute.`,
      [],
      { 'retry-after': String(seconds) },
    )
  }
}
