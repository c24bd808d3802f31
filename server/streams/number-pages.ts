/** Numbers kept without objects, in pages, so that growing copies nothing. */
const PAGE = 65_536

/** A list of numbers that only grows. */
abstract class Pages<Page extends Float64Array | Uint32Array> {
  length = 0
  private readonly pages: Page[] = []

  push(value: number): void {
    const at = this.length % PAGE
    if (at === 0) this.pages.push(this.newPage(PAGE))
    const page = this.pages.at(-1)
    if (page) page[at] = value
    this.length += 1
  }

  /** NaN beyond the end. */
  at(index: number): number {
    return this.pages[Math.floor(index / PAGE)]?.[index % PAGE] ?? NaN
  }

  protected abstract newPage(length: number): Page
}

/** Doubles; 8 bytes each. */
export class NumberPages extends Pages<Float64Array> {
  protected newPage(length: number): Float64Array {
    return new Float64Array(length)
  }
}

/** Whole numbers from 0 to 4294967295; 4 bytes each. */
export class WholePages extends Pages<Uint32Array> {
  protected newPage(length: number): Uint32Array {
    return new Uint32Array(length)
  }
}
