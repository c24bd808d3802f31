/** Lists come in pages, which follow each other. */
import { describe, expect, it } from 'vitest'

import { allPages, joinPages } from '../../../studio/api/all-pages.js'

describe('the pages of a list', () => {
  it('are one list with all names, and the last says whether there are more', () => {
    const joined = joinPages([
      { items: [3, 2], names: { 'user:1': 'Aigul' }, next: 'x' },
      { items: [1], names: { 'user:2': 'Berik' }, next: null },
    ])
    expect(joined).toEqual({
      items: [3, 2, 1],
      names: { 'user:1': 'Aigul', 'user:2': 'Berik' },
      ...{ restricted: [], next: null },
    })
  })

  it('name once what each of them withholds', () => {
    const page = { items: [], names: {}, next: null }
    const joined = joinPages([
      { ...page, restricted: ['a', 'b'] },
      page,
      { ...page, restricted: ['b', 'c'] },
    ])
    expect(joined.restricted).toEqual(['a', 'b', 'c'])
  })

  it('are asked for one after the other, each with the cursor of the one before', async () => {
    const asked: (string | undefined)[] = []
    const items = await allPages(({ after }) => {
      asked.push(after)
      const page = asked.length
      return Promise.resolve({
        items: [page],
        next: page < 3 ? `${page}` : null,
      })
    })
    expect(items).toEqual([1, 2, 3])
    expect(asked).toEqual([undefined, '1', '2'])
  })
})
