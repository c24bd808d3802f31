/** What the browser keeps for the next visit. Where that is forbidden every touch throws, and the studio goes on without. */

/** What of `localStorage` is needed. */
export interface TextStorage {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** The browser's own, or null where it forbids its use. */
export function browserStorage(): TextStorage | null {
  return quietly(() => window.localStorage) ?? null
}

/** @returns null where nothing is kept, or may be */
export function keptText(key: string): string | null {
  return quietly(() => browserStorage()?.getItem(key)) ?? null
}

/** A choice that there is no room for is forgotten with the page. */
export function keepText(key: string, text: string): void {
  quietly(() => browserStorage()?.setItem(key, text))
}

/** @returns undefined where it throws */
export function quietly<Value>(act: () => Value): Value | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
