/** Numbers kept without objects, in pages, so that growing copies nothing. */
const PAGE = 65_536

/** A list of doubles that only grows; 8 bytes each. */
export class NumberPages {
  private readonly pages: Float64Array[] = []
  length = 0

  push(value: number): void {
    const at = this.length % PAGE
    if (at === 0) this.pages.push(new Float64Array(PAGE))
    const page = this.pages.at(-1)
    if (page) page[at] = value
    this.length += 1
  }

  /** NaN beyond the end. */
  at(index: number): number {
    return this.pages[Math.floor(index / PAGE)]?.[index % PAGE] ?? NaN
  }
}
