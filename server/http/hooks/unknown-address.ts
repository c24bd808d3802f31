/** Addresses that are not there, and methods that an address does not take. */
import type { FastifyInstance } from 'fastify'

import { HttpProblem } from '../problems/http-problem.js'
import { sendProblem } from './handle-errors.js'

/** Is to be called before any route is added. */
export function answerUnknownAddresses(app: FastifyInstance): void {
  const routes = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = routes.get(url) ?? new Set()
    routes.set(url, methods)
    for (const each of [method].flat()) methods.add(each)
  })
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?', 1)
    const taken = [...routes]
      .filter(([pattern]) => isOf(pattern, path))
      .flatMap(([, methods]) => [...methods])
    // A route that takes the method has found nothing behind the address.
    if (taken.length === 0 || taken.includes(request.method)) {
      const detail = `There is nothing at ${JSON.stringify(path)}.`
      const problem = new HttpProblem('ADDRESS_UNKNOWN', detail)
      return sendProblem(problem, request, reply)
    }
    const allow = [...new Set(taken)].sort().join(', ')
    const detail = `${path} takes ${allow}; the request was ${request.method}.`
    const problem = new HttpProblem('METHOD_NOT_ALLOWED', detail, [], { allow })
    return sendProblem(problem, request, reply)
  })
}

function isOf(pattern: string, path: string): boolean {
  const parts = pattern.split('/')
  const asked = path.split('/')
  return (
    parts.length === asked.length &&
    parts.every(
      (part, index) =>
        (part.startsWith(':') && asked[index] !== '') || part === asked[index],
    )
  )
}
