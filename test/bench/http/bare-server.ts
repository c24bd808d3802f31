/** The limit of a scoring endpoint: Fastify that parses a JSON body and acknowledges it. */
import Fastify from 'fastify'

const app = Fastify({ bodyLimit: 64 * 1024 * 1024 })
app.post<{ Body: { readonly bodies: readonly unknown[] } }>(
  '/v1/score',
  ({ body }) => Promise.resolve({ bodies: body.bodies.length }),
)
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.stderr.write(`Bare Fastify answers at ${address}\n`)
