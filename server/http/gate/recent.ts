/** What was found a moment ago, for what is asked thousands of times in a second. */
const MILLISECONDS = 1000
const MOST = 1000

export class Recent<Value> {
  private readonly found = new Map<
    string,
    { readonly value: Value; readonly until: number }
  >()

  async get(key: string, find: () => Promise<Value>): Promise<Value> {
    const now = performance.now()
    const known = this.found.get(key)
    if (known && now < known.until) return known.value
    const value = await find()
    if (this.found.size >= MOST) this.found.clear()
    this.found.set(key, { value, until: now + MILLISECONDS })
    return value
  }
}
