/** The registers of a step: each holds a value for every row of a piece. */

/** Rows that are computed together; their values stay in the processor's cache. */
export const PIECE = 512

export class Registers {
  /** Filled with what a number is, or in use for the rows of a piece. */
  readonly values: Float64Array[] = []
  /** The registers of settings, by the index of the setting. */
  readonly settings = new Map<number, number>()
  readonly #numbers = new Map<number, number>()
  readonly #free: number[] = []

  /** A register that nothing else uses until it is given back. */
  take(): number {
    return this.#free.pop() ?? this.#add(new Float64Array(PIECE))
  }

  giveBack(register: number): void {
    this.#free.push(register)
  }

  /** A register without memory of its own: a part of a column is put there. */
  view(): number {
    return this.#add(NOTHING)
  }

  number(value: number): number {
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    const made = this.#add(new Float64Array(PIECE).fill(value))
    // -0 and 0 are one key, and two numbers.
    if (!Object.is(value, -0)) this.#numbers.set(value, made)
    return made
  }

  setting(index: number): number {
    const known = this.settings.get(index)
    if (known !== undefined) return known
    const made = this.#add(new Float64Array(PIECE))
    this.settings.set(index, made)
    return made
  }

  #add(values: Float64Array): number {
    return this.values.push(values) - 1
  }
}

const NOTHING = new Float64Array(0)
