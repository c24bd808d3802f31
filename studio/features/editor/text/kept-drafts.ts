/**
 * Drafts kept in the browser, for each user apart, until the server has them.
 *
 * `localStorage` and not IndexedDB: it writes before it returns, so that nothing
 * is lost when a page closes behind the last key, and a draft of some hundred
 * kilobytes fits many times. What it has no room for is kept in memory as long as
 * the page is open, and that is told.
 */
import { quietly, type TextStorage } from '../../../kept/browser-storage.js'

export interface KeptDraft {
  readonly text: string
  /** Of the text on the server that it began from. */
  readonly baseSha256: string
  /** An instant as UTC text. */
  readonly at: string
}

export interface UnsentDraft extends KeptDraft {
  readonly draft: string
}

/** `full`: no room is left; `forbidden`: the browser keeps nothing, as in some private windows. */
export type Keeping = 'kept' | 'full' | 'forbidden'

export interface KeptDrafts {
  /** What is not `kept` is in memory alone: it is gone with the page. */
  keep(user: string, draft: string, kept: KeptDraft): Keeping
  read(user: string, draft: string): KeptDraft | null
  /** @param text - that the server acknowledged: what was typed since then stays */
  acknowledge(user: string, draft: string, text: string): void
  /** Those that the server does not have, the latest first. */
  listUnsent(user: string): readonly UnsentDraft[]
  /** On sign-out. @returns how many texts are gone */
  clearAll(user: string): number
}

const PREFIX = 'olshem-draft:'

/** @param storage - null where the browser has none to give */
export function createKeptDrafts(storage: TextStorage | null): KeptDrafts {
  const memory = new Map<string, KeptDraft>()

  const readAt = (key: string): KeptDraft | null =>
    memory.get(key) ?? draftOf(quietly(() => storage?.getItem(key)))
  const removeAt = (key: string) => {
    memory.delete(key)
    quietly(() => storage?.removeItem(key))
  }
  const keysOf = (user: string): readonly string[] => {
    const stored = quietly(() => (storage ? keysIn(storage) : [])) ?? []
    return [...new Set([...stored, ...memory.keys()])].filter(
      (key) => partsOf(key)?.user === user,
    )
  }
  const listUnsent = (user: string) =>
    keysOf(user)
      .flatMap((key) => {
        const kept = readAt(key)
        return kept ? [{ ...kept, draft: partsOf(key)?.draft ?? '' }] : []
      })
      .sort((one, other) => (one.at < other.at ? 1 : -1))

  return {
    keep: (user, draft, kept) => {
      const key = keyOf(user, draft)
      const keeping = write(storage, key, JSON.stringify(kept))
      if (keeping === 'kept') memory.delete(key)
      else memory.set(key, kept)
      return keeping
    },
    read: (user, draft) => readAt(keyOf(user, draft)),
    acknowledge: (user, draft, text) => {
      const key = keyOf(user, draft)
      if (readAt(key)?.text === text) removeAt(key)
    },
    listUnsent,
    clearAll: (user) => {
      const count = listUnsent(user).length
      keysOf(user).forEach(removeAt)
      return count
    },
  }
}

function write(
  storage: TextStorage | null,
  key: string,
  value: string,
): Keeping {
  if (!storage) return 'forbidden'
  try {
    storage.setItem(key, value)
    return 'kept'
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return /Quota/i.test(name) ? 'full' : 'forbidden'
  }
}

function keyOf(user: string, draft: string): string {
  return PREFIX + JSON.stringify([user, draft])
}

function partsOf(
  key: string,
): { readonly user: string; readonly draft: string } | null {
  if (!key.startsWith(PREFIX)) return null
  const parts = parsed(key.slice(PREFIX.length))
  if (!Array.isArray(parts)) return null
  const [user, draft] = parts as readonly unknown[]
  return typeof user === 'string' && typeof draft === 'string'
    ? { user, draft }
    : null
}

function keysIn(storage: TextStorage): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) =>
    storage.key(index),
  ).filter((key) => key !== null)
}

/** What another program or version left there is no draft, and is left alone. */
function draftOf(stored: string | null | undefined): KeptDraft | null {
  const value = parsed(stored ?? '')
  if (typeof value !== 'object' || value === null) return null
  const { text, baseSha256, at } = value as Record<string, unknown>
  return typeof text === 'string' &&
    typeof baseSha256 === 'string' &&
    typeof at === 'string'
    ? { text, baseSha256, at }
    : null
}

function parsed(json: string): unknown {
  return quietly(() => JSON.parse(json) as unknown)
}
