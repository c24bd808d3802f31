/**
 * Thrown where a command cannot do what it was asked for because of files or
 * data: every reason is a line on stderr, and the exit status is 1.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'))
  }
}
