/** What was found a moment ago, for what is asked thousands of times in a second. */
const MILLISECONDS = 1000
const MOST = 1000

interface Found<Value> {
  readonly value: Value
  readonly until: number
}

export class Recent<Value> {
  private readonly found = new Map<string, Found<Value>>()

  /** @returns undefined where it was not found a moment ago */
  peek(key: string): Value | undefined {
    const known = this.found.get(key)
    return known && performance.now() < known.until ? known.value : undefined
  }

  async get(key: string, find: () => Promise<Value>): Promise<Value> {
    const known = this.peek(key)
    if (known !== undefined) return known
    const value = await find()
    if (this.found.size >= MOST) this.found.clear()
    this.found.set(key, { value, until: performance.now() + MILLISECONDS })
    return value
  }
}
