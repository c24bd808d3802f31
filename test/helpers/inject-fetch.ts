/** `fetch` for an application that does not listen. */
import type { FastifyInstance } from 'fastify'

export function injectFetch(
  app: FastifyInstance,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const payload = request.body ? await request.text() : undefined
    const { statusCode, headers, body } = await app.inject({
      method: request.method as 'GET',
      url: `${pathname}${search}`,
      headers: { ...Object.fromEntries(request.headers), host: '127.0.0.1' },
      ...(payload === undefined ? {} : { payload }),
    })
    const told = Object.entries(headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    )
    const isEmpty = statusCode === 204 || statusCode === 304
    return new Response(isEmpty ? null : body, {
      status: statusCode,
      headers: told,
    })
  }
}
