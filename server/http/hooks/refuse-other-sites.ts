/**
 * A server on this machine is reached by every page that its browser shows. So
 * the header Host must name this server (a page whose name was bound to this
 * address anew does not), and pages of other sites change nothing.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */
import type { FastifyRequest } from 'fastify'

import type { Configuration } from '../../configuration/configuration.js'
import { isLoopback } from '../../configuration/loopback.js'
import { HttpProblem } from '../problems/http-problem.js'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Methods that change nothing. */
export function isSafe(method: string): boolean {
  return SAFE_METHODS.includes(method)
}

/** @throws HttpProblem HOST_UNKNOWN, CROSS_SITE_REFUSED */
export function refuseOtherSites(
  request: FastifyRequest,
  { publicUrl }: Configuration,
): void {
  const { host = '', origin } = request.headers
  if (!isOurs(host, publicUrl)) {
    const detail = `The header Host is ${JSON.stringify(host)}.`
    throw new HttpProblem('HOST_UNKNOWN', detail)
  }
  if (isSafe(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    const detail = `The header Sec-Fetch-Site is ${JSON.stringify(site)}.`
    throw new HttpProblem('CROSS_SITE_REFUSED', detail)
  }
  if (origin !== undefined && !isOwnOrigin(origin, host, publicUrl)) {
    const detail = `The header Origin is ${JSON.stringify(origin)}, and Host is ${JSON.stringify(host)}.`
    throw new HttpProblem('CROSS_SITE_REFUSED', detail)
  }
}

function isOurs(host: string, publicUrl: URL | null): boolean {
  if (host === publicUrl?.host) return true
  return isLoopback(host.replace(/:\d{1,5}$/, ''))
}

/** A page that came without https is nobody's own where the server is reached over https. */
function isOwnOrigin(origin: string, host: string, publicUrl: URL | null) {
  if (origin === publicUrl?.origin) return true
  return host !== publicUrl?.host && origin === `http://${host}`
}
