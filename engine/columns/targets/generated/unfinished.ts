/** Choices and reductions that are being written and have no name yet. */
import type { Code } from '../../code/code.js'
import { allCode } from '../walk.js'

export class Unfinished {
  readonly #codes = new Set<Code>()

  begin(code: Code): void {
    this.#codes.add(code)
  }

  end(code: Code): void {
    this.#codes.delete(code)
  }

  /**
   * Whether it may be written beside what is needed next: not where it needs
   * something unfinished itself, on whose way it would stand.
   */
  mayJoin(code: Code, next: Code): boolean {
    if (code === next || this.#codes.size === 0) return true
    return !allCode([code]).some((part) => this.#codes.has(part))
  }
}
