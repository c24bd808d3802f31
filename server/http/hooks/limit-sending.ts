/**
 * Whoever sends a body byte by byte would hold it in memory for as long as they
 * like: what is read whole has a time in which it must be there. Streams have
 * none, since they are answered while they come; a connection on which nothing
 * moves ends all the same.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { HttpProblem } from '../problems/http-problem.js'
import { sendProblem } from './handle-errors.js'

export function limitSending(app: FastifyInstance, milliseconds: number): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  const received = (request: FastifyRequest) => {
    const timer = timers.get(request)
    if (timer) clearTimeout(timer)
  }
  app.addHook('preParsing', (request, reply, payload, done) => {
    const { headers } = request
    const hasBody =
      headers['transfer-encoding'] !== undefined ||
      (headers['content-length'] ?? '0') !== '0'
    if (hasBody) {
      const late = () => {
        if (reply.sent) return
        const detail = `It was not there after ${milliseconds / 1000} seconds.`
        reply.header('connection', 'close')
        sendProblem(new HttpProblem('REQUEST_TOO_SLOW', detail), request, reply)
      }
      timers.set(request, setTimeout(late, milliseconds).unref())
    }
    done(null, payload)
  })
  // What is no stream has been received when its route's own hooks begin.
  app.addHook('preValidation', (request, _, done) => {
    received(request)
    done()
  })
  app.addHook('onResponse', (request, _, done) => {
    received(request)
    done()
  })
}
