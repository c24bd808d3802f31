/** Two owners save the same draft: what both wrote is kept, and what collides is named. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mergeTexts } from '../../../studio/features/editor/text/merge-texts.js'

const base = 'a: 1\nb: 2\nc: 3\nd: 4\n'

describe('merging two texts of a draft', () => {
  it('takes the changes of both where they are in different lines', () => {
    const mine = 'a: 9\nb: 2\nc: 3\nd: 4\n'
    const theirs = 'a: 1\nb: 2\nc: 3\nd: 8\ne: 5\n'
    expect(mergeTexts({ base, mine, theirs })).toEqual({
      text: 'a: 9\nb: 2\nc: 3\nd: 8\ne: 5\n',
      conflicts: [],
    })
  })

  it('takes the changes of both where they are in neighbouring lines', () => {
    const mine = 'a: 1\nb: 9\nc: 3\nd: 4\n'
    const theirs = 'a: 1\nb: 2\nc: 8\nd: 4\n'
    const merged = mergeTexts({ base, mine, theirs })
    expect(merged).toEqual({ text: 'a: 1\nb: 9\nc: 8\nd: 4\n', conflicts: [] })
  })

  it('names the lines that both changed, and shows mine in their place', () => {
    const mine = 'a: 1\nb: 9\nc: 3\nd: 4\n'
    const theirs = 'a: 1\nb: 8\nc: 3\n'
    const { text, conflicts } = mergeTexts({ base, mine, theirs })
    expect(text).toBe('a: 1\nb: 9\nc: 3\n')
    expect(conflicts).toEqual([
      { from: 5, to: 10, base: 'b: 2\n', mine: 'b: 9\n', theirs: 'b: 8\n' },
    ])
  })

  it('names two different lines put at the same place', () => {
    const mine = `${base}mine: 1\n`
    const theirs = `${base}theirs: 1\n`
    const { conflicts } = mergeTexts({ base, mine, theirs })
    expect(conflicts).toEqual([
      {
        from: base.length,
        to: base.length + 8,
        base: '',
        mine: 'mine: 1\n',
        theirs: 'theirs: 1\n',
      },
    ])
  })

  it('has no conflict where both wrote the same', () => {
    const same = 'a: 1\nb: 5\nc: 3\nd: 4\n'
    expect(mergeTexts({ base, mine: same, theirs: same })).toEqual({
      text: same,
      conflicts: [],
    })
  })

  const texts = fc
    .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'Ө: 1\n'), {
      maxLength: 8,
    })
    .map((lines) => lines.join(''))

  it('gives the other text whenever one side changed nothing', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const untouched = { base: one, mine: one, theirs: other }
        expect(mergeTexts(untouched)).toEqual({ text: other, conflicts: [] })
        const alone = { base: one, mine: other, theirs: one }
        expect(mergeTexts(alone)).toEqual({ text: other, conflicts: [] })
      }),
    )
  })

  it('points at my lines in the merged text', () => {
    fc.assert(
      fc.property(texts, texts, texts, (first, mine, theirs) => {
        const { text, conflicts } = mergeTexts({ base: first, mine, theirs })
        for (const { from, to, mine: lines } of conflicts) {
          expect(text.slice(from, to)).toBe(lines)
        }
      }),
    )
  })
})
