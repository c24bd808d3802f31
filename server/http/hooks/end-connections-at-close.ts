/** What is still answered while the server stops ends its connection, which would else be waited for. */
import type { FastifyInstance } from 'fastify'

export function endConnectionsAtClose(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', (done) => {
    isClosing = true
    done()
  })
  app.addHook('onSend', (_, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done(null, payload)
  })
}
