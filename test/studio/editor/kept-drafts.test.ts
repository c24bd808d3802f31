/** Nothing typed is lost: what the browser keeps until the server has it. */
import { describe, expect, it } from 'vitest'

import {
  createKeptDrafts,
  type KeptDraft,
} from '../../../studio/features/editor/text/kept-drafts.js'
import type { TextStorage } from '../../../studio/kept/browser-storage.js'

const draft = (text: string, at = '2026-01-01T10:00:00Z'): KeptDraft => ({
  text,
  baseSha256: 'ab'.repeat(32),
  at,
})

describe('drafts kept in the browser', () => {
  it('are there again when the page is opened again', () => {
    const storage = inMemory()
    const kept = createKeptDrafts(storage).keep('aida', 'd1', draft('a: 1'))
    expect(kept).toBe('kept')
    expect(createKeptDrafts(storage).read('aida', 'd1')).toEqual(draft('a: 1'))
  })

  it('are those of one user alone', () => {
    const drafts = createKeptDrafts(inMemory())
    drafts.keep('aida', 'd1', draft('a: 1'))
    expect(drafts.read('berik', 'd1')).toBeNull()
    expect(drafts.listUnsent('berik')).toEqual([])
    expect(drafts.listUnsent('ai')).toEqual([])
  })

  it('go when the server has the same text', () => {
    const drafts = createKeptDrafts(inMemory())
    drafts.keep('aida', 'd1', draft('a: 1'))
    drafts.acknowledge('aida', 'd1', 'a: 1')
    expect(drafts.read('aida', 'd1')).toBeNull()
  })

  it('stay when something was typed while the server answered', () => {
    const drafts = createKeptDrafts(inMemory())
    drafts.keep('aida', 'd1', draft('a: 12'))
    drafts.acknowledge('aida', 'd1', 'a: 1')
    expect(drafts.read('aida', 'd1')?.text).toBe('a: 12')
  })

  it('are listed from the latest on', () => {
    const drafts = createKeptDrafts(inMemory())
    drafts.keep('aida', 'early', draft('1', '2026-01-01T10:00:00Z'))
    drafts.keep('aida', 'late', draft('2', '2026-01-02T10:00:00Z'))
    const names = drafts.listUnsent('aida').map((each) => each.draft)
    expect(names).toEqual(['late', 'early'])
  })

  it('are counted and cleared on sign-out, those of others not', () => {
    const storage = inMemory({ 'another program': 'x' })
    const drafts = createKeptDrafts(storage)
    drafts.keep('aida', 'd1', draft('1'))
    drafts.keep('aida', 'd2', draft('2'))
    drafts.keep('berik', 'd1', draft('3'))
    expect(drafts.clearAll('aida')).toBe(2)
    expect(drafts.listUnsent('aida')).toEqual([])
    expect(drafts.read('berik', 'd1')?.text).toBe('3')
    expect(storage.getItem('another program')).toBe('x')
  })

  it('say that storage is full, and keep the text as long as the page is open', () => {
    const storage = inMemory()
    const drafts = createKeptDrafts(storage)
    drafts.keep('aida', 'd1', draft('short'))
    storage.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    expect(drafts.keep('aida', 'd1', draft('long'))).toBe('full')
    expect(drafts.read('aida', 'd1')?.text).toBe('long')
    expect(drafts.listUnsent('aida')).toHaveLength(1)
    // What was kept before is still better than nothing.
    expect(createKeptDrafts(storage).read('aida', 'd1')?.text).toBe('short')
  })

  it('say that storage is forbidden, and keep the text as long as the page is open', () => {
    const refuse = () => {
      throw new DOMException('not here', 'SecurityError')
    }
    const closed: TextStorage = {
      length: 0,
      key: refuse,
      getItem: refuse,
      setItem: refuse,
      removeItem: refuse,
    }
    for (const storage of [closed, null]) {
      const drafts = createKeptDrafts(storage)
      expect(drafts.keep('aida', 'd1', draft('1'))).toBe('forbidden')
      expect(drafts.read('aida', 'd1')?.text).toBe('1')
      expect(drafts.clearAll('aida')).toBe(1)
      expect(drafts.read('aida', 'd1')).toBeNull()
    }
  })

  it('are not read from what is no draft', () => {
    const storage = inMemory({ 'olshem-draft:["aida","d1"]': '{"text":1}' })
    expect(createKeptDrafts(storage).read('aida', 'd1')).toBeNull()
  })
})

function inMemory(stored: Readonly<Record<string, string>> = {}): TextStorage {
  const texts = new Map(Object.entries(stored))
  return {
    get length() {
      return texts.size
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  }
}
