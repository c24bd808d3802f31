/**
 * The cookie of a session, which pages cannot read, and the text that pages
 * must send with it: another site can make a browser send the cookie, and never
 * the text.
 */
import { createHash, timingSafeEqual } from 'node:crypto'

import type { FastifyReply, FastifyRequest } from 'fastify'

import type { Configuration } from '../../configuration/configuration.js'

/** In lower case, as Node has it. */
export const CSRF_HEADER = 'olshem-csrf'

const NAME = 'olshem-session'

type Place = Pick<Configuration, 'publicUrl'>

/** No site beside this one can set a cookie whose name begins with __Host-. */
export function cookieName(place: Place): string {
  return isSecure(place) ? `__Host-${NAME}` : NAME
}

/** @returns null where the request has none */
export function findSessionToken(
  { headers, server }: FastifyRequest,
  place: Place,
): string | null {
  const { cookie } = headers
  if (cookie === undefined) return null
  return server.parseCookie(cookie)[cookieName(place)] ?? null
}

export function setSessionCookie(
  reply: FastifyReply,
  token: string,
  place: Place,
): void {
  reply.setCookie(cookieName(place), token, attributesOf(place))
}

export function clearSessionCookie(reply: FastifyReply, place: Place): void {
  reply.clearCookie(cookieName(place), attributesOf(place))
}

/** What the header Olshem-CSRF must say: bound to the session, of no use without it. */
export function csrfOf(token: string): string {
  return createHash('sha256').update(`olshem-csrf ${token}`).digest('base64url')
}

export function isCsrfOf(token: string, sent: unknown): boolean {
  const expected = Buffer.from(csrfOf(token))
  const received = Buffer.from(typeof sent === 'string' ? sent : '')
  return (
    received.length === expected.length && timingSafeEqual(received, expected)
  )
}

/** It ends with the browser, and before that where the session does. */
function attributesOf(place: Place) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(place),
  } as const
}

function isSecure({ publicUrl }: Place): boolean {
  return publicUrl?.protocol === 'https:'
}
