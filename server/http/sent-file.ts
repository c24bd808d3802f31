/** Files that are the body of a request, as bytes and with the form that the header names. */
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { HttpProblem } from './problems/http-problem.js'

/** In the scope of the routes that are added to `app`. */
export function takeBytes(
  app: FastifyInstance,
  types: readonly string[],
): void {
  app.removeAllContentTypeParsers()
  for (const type of types) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => {
      done(null, body)
    })
  }
}

/** @param formats - by the types that the routes take */
export function sentFile<Format>(
  { headers, body }: FastifyRequest<{ Body: Buffer | undefined }>,
  formats: Readonly<Record<string, Format>>,
): { readonly format: Format; readonly bytes: Buffer } {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  const format = formats[type.trim().toLowerCase()]
  if (body && format !== undefined) return { format, bytes: body }
  throw new HttpProblem('REQUEST_MALFORMED', 'The request has no body.')
}
