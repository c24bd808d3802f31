/**
 * The columns that leave a run, which the next one must not write over. They
 * stand in one piece of memory: many small pieces would take longer to get and
 * to give back than their figures to be copied.
 */
export class LeavingColumns {
  readonly #buffer: ArrayBuffer
  readonly #rows: number
  #doubles = 0
  #bytes: number

  /** @param columns - how many columns of doubles, and how many of bytes, there will be at most */
  constructor(
    rows: number,
    columns: { readonly doubles: number; readonly bytes: number },
  ) {
    const doubles = columns.doubles * rows * Float64Array.BYTES_PER_ELEMENT
    this.#buffer = new ArrayBuffer(doubles + columns.bytes * rows)
    this.#rows = rows
    this.#bytes = doubles
  }

  copyOf(values: Float64Array): Float64Array {
    const copy = new Float64Array(this.#buffer, this.#doubles, this.#rows)
    this.#doubles += copy.byteLength
    copy.set(values)
    return copy
  }

  /** A byte for each row, all 0. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#buffer, this.#bytes, this.#rows)
    this.#bytes += this.#rows
    return bytes
  }
}
