/**
 * Requests as fast as they are answered, over connections that stay open. The
 * client does as little as it can: it finds the end of each answer by its length.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

import { wallTime } from '../measure/clocks.js'

/** @returns milliseconds for a request, all connections together */
export async function timeRequests(
  address: URL,
  body: Buffer,
  connections: number,
  milliseconds: number,
): Promise<number> {
  const request = requestOf(address, body)
  const start = wallTime()
  const counts = await Promise.all(
    Array.from({ length: connections }, () =>
      askUntil(address, request, start + milliseconds),
    ),
  )
  const requests = counts.reduce((sum, count) => sum + count, 0)
  return (wallTime() - start) / requests
}

function requestOf({ host }: URL, body: Buffer): Buffer {
  const head = `POST /v1/score HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

/** @returns how many requests were answered; one at least */
async function askUntil(
  { hostname, port }: URL,
  request: Buffer,
  end: number,
): Promise<number> {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  let count = 0
  do {
    socket.write(request)
    await wholeAnswer(socket)
    count += 1
  } while (wallTime() < end)
  socket.destroy()
  return count
}

/** @throws Error for any other status than 200 */
function wholeAnswer(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = ''
    let missing: number | null = null
    const done = (error?: Error) => {
      socket.off('data', onData).off('error', done)
      if (error) reject(error)
      else resolve()
    }
    const onData = (bytes: Buffer) => {
      if (missing === null) {
        head += bytes.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        if (!head.startsWith('HTTP/1.1 200 ')) {
          done(new Error(head))
          return
        }
        const [, length] = /^content-length: (\d+)\r$/im.exec(head) ?? []
        missing = end + 4 + Number(length) - head.length
      } else {
        missing -= bytes.length
      }
      if (missing === 0) done()
    }
    socket.on('data', onData).on('error', done)
  })
}
