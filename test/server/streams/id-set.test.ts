import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { IdSet } from '../../../server/streams/id-set.js'

describe('the ids of a stream', () => {
  it('are numbered as they come, and a second one names the line of the first', () => {
    const ids = new IdSet()
    expect(ids.add('a', 1)).toEqual({ number: 0 })
    expect(ids.add('b', 2)).toEqual({ number: 1 })
    expect(ids.add('a', 3)).toEqual({ firstLine: 1 })
    expect(ids.add('', 4)).toEqual({ number: 2 })
    expect(ids.size).toBe(3)
    expect([0, 1, 2].map((number) => ids.id(number))).toEqual(['a', 'b', ''])
  })

  it('are told apart exactly, letter by letter', () => {
    const unit = fc.constantFrom('a', 'b', 'Ә', '😀')
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 4 })), (list) => {
        const ids = new IdSet()
        const first = new Map<string, number>()
        for (const [line, id] of list.entries()) {
          const known = first.get(id)
          const added = ids.add(id, line)
          if (known === undefined) {
            expect(added).toEqual({ number: first.size })
            first.set(id, line)
          } else expect(added).toEqual({ firstLine: known })
        }
      }),
    )
  })

  it('stay apart when they are many and when one is very long', () => {
    const ids = new IdSet()
    const long = 'x'.repeat(3_000_000)
    expect(ids.add(long, 1)).toEqual({ number: 0 })
    for (let index = 0; index < 200_000; index += 1) {
      ids.add(`body-${index}`, index + 2)
    }
    expect(ids.size).toBe(200_001)
    expect(ids.add('body-150000', 9)).toEqual({ firstLine: 150_002 })
    expect(ids.add(long, 9)).toEqual({ firstLine: 1 })
    expect(ids.id(123_457)).toBe('body-123456')
  })
})
