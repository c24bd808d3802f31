/** `/` and the addresses of the studio's screens, and the files that its page loads. */
import { randomBytes } from 'node:crypto'

import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'

import { HttpProblem } from '../problems/http-problem.js'
import { STUDIO_PLACES } from '../studio/places.js'
import { findStudioFiles, NONCE } from '../studio/studio-files.js'
import { studioPolicy } from '../studio/studio-policy.js'

const hide = {
  config: { permission: 'anyone' },
  schema: { hide: true },
} as const

export const studioRoutes: FastifyPluginAsync<{
  readonly programs: URL
}> = async (app, { programs }) => {
  const files = await findStudioFiles(programs)
  const sendPage = (_: unknown, reply: FastifyReply) => {
    if (!files) throw notBuilt()
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', studioPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(files.page.replaceAll(NONCE, nonce))
  }
  app.get('/', hide, sendPage)
  for (const place of STUDIO_PLACES) {
    app.get(`/${place}`, hide, sendPage)
    app.get(`/${place}/*`, hide, sendPage)
  }
  if (!files) return
  await app.register(fastifyStatic, {
    root: files.folder,
    serve: false,
    preCompressed: true,
  })
  app.get<{ Params: { name: string } }>(
    '/assets/:name',
    hide,
    ({ params: { name } }, reply) =>
      // A name holds the hash of its content, which therefore never changes.
      reply.sendFile(`assets/${name}`, { maxAge: '1y', immutable: true }),
  )
  app.get('/icon.svg', hide, (_, reply) => reply.sendFile('icon.svg'))
}

function notBuilt(): HttpProblem {
  return new HttpProblem(
    'STUDIO_NOT_BUILT',
    'This server was built without the studio.',
  )
}
