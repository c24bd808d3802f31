/** `/docs` and the OpenAPI document: for people and for programs that read them. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify'

import { referencePage, type ApiDocument } from '../pages/reference-page.js'
import { STYLE } from '../pages/style.js'
import type { HttpSetting } from '../setting.js'

export const pageRoutes: FastifyPluginAsync<HttpSetting> = (app) => {
  const hide = {
    config: { permission: 'anyone' },
    schema: { hide: true },
  } as const

  app.get('/docs', hide, (_, reply) =>
    page(reply, referencePage(app.swagger() as unknown as ApiDocument)),
  )

  app.get('/style.css', hide, (_, reply) =>
    reply.type('text/css; charset=utf-8').send(STYLE),
  )

  app.get('/v1/openapi.json', hide, (_, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(app.swagger(), null, 2)),
  )
  return Promise.resolve()
}

function page(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(html)
}
