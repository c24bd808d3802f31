/** Each request is measured, logged with a line and answered with its id. */
import type { FastifyInstance } from 'fastify'

import type { Metrics } from '../metrics.js'

export function measureRequests(
  app: FastifyInstance,
  { requests }: Metrics,
): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('olshem-request', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request
    // The pattern, so that nobody makes the server count addresses of their own.
    const route = request.routeOptions.url ?? '(none)'
    const { statusCode: status, elapsedTime } = reply
    requests.observe({ method, route, status }, elapsedTime / 1000)
    const milliseconds = Math.round(elapsedTime * 100) / 100
    const [path] = url.split('?', 1)
    request.log.info({ method, path, status, milliseconds }, 'answered')
    done()
  })
}
