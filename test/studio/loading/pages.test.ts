/** A list grows by the page that is asked for, and begins anew when what it is of changes. */
import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'

import type { NamedPage } from '../../../studio/api/all-pages.js'
import { usePages } from '../../../studio/loading/usePages.js'

interface Call {
  readonly list: string
  readonly after: string | undefined
  readonly signal: AbortSignal
  readonly answer: (items: readonly string[], next: string | null) => void
  readonly fail: (error: Error) => void
}

function shown() {
  const calls: Call[] = []
  const of = shallowRef('a')
  const scope = effectScope()
  const pages = scope.run(() =>
    usePages<string>(({ after }, signal) => {
      const list = of.value
      return new Promise<NamedPage<string>>((answered, failed) => {
        const answer: Call['answer'] = (items, next) =>
          answered({ items, next, names: {} })
        calls.push({ list, after, signal, answer, fail: failed })
      })
    }),
  )
  if (!pages) throw new Error('The scope has ended')
  const items = () =>
    pages.load.value.kind === 'ready' ? pages.load.value.value.items : null
  return { calls, of, pages, items, scope }
}

/** What was answered has arrived. */
const arrived = () => new Promise((done) => setTimeout(done))

describe('a list in pages', () => {
  it('grows by the page after the last', async () => {
    const { calls, pages, items } = shown()
    calls[0]?.answer(['1', '2'], 'x')
    await arrived()
    expect(items()).toEqual(['1', '2'])
    void pages.loadMore()
    expect(calls[1]?.after).toBe('x')
    calls[1]?.answer(['3'], null)
    await arrived()
    expect(items()).toEqual(['1', '2', '3'])
    await pages.loadMore()
    expect(calls).toHaveLength(2)
  })

  it('keeps what it has where the next page does not come, and says why', async () => {
    const { calls, pages, items } = shown()
    calls[0]?.answer(['1'], 'x')
    await arrived()
    void pages.loadMore()
    const error = new Error('No answer came.')
    calls[1]?.fail(error)
    await arrived()
    expect(items()).toEqual(['1'])
    expect(pages.error.value).toBe(error)
  })

  it('takes no page of the list that was shown before', async () => {
    const { calls, of, pages, items } = shown()
    calls[0]?.answer(['1'], 'x')
    await arrived()
    void pages.loadMore()
    of.value = 'b'
    await nextTick()
    expect(calls[2]?.list).toBe('b')
    calls[2]?.answer(['9'], null)
    calls[1]?.answer(['2'], null)
    await arrived()
    expect(items()).toEqual(['9'])
  })

  it('wants nothing more when its screen is left', async () => {
    const { calls, pages, scope } = shown()
    calls[0]?.answer(['1'], 'x')
    await arrived()
    void pages.loadMore()
    scope.stop()
    expect(calls[1]?.signal.aborted).toBe(true)
  })
})
