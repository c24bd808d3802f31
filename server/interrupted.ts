/** Thrown where somebody pressed Ctrl-C: what was begun is not finished, and nothing says that it is. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'

  constructor() {
    super('interrupted')
  }
}
