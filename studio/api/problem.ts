/** What goes wrong between the studio and the server, as it is thrown and shown. */
import type { components } from './openapi.js'

export type Problem = components['schemas']['Problem']

/** The server refuses a request and says why. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal'

  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail)
  }
}

/** No answer came: the server is down, or the network is. Nothing is known of what it did. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable'
}

/** The answer is none of this server's: a proxy's, or cut off. */
export class AnswerUnreadable extends Error {
  override readonly name = 'AnswerUnreadable'

  constructor(readonly status: number) {
    super(`Status ${status}`)
  }
}
