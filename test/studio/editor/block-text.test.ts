/** Text of any kind in a block of text, which stays one as long as a block can hold it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Place } from '../../../studio/features/editor/text/place.js'
import { readFile } from '../../../studio/features/editor/text/read-file.js'
import { setValue } from '../../../studio/features/editor/text/set-value.js'
import { applyChanges } from '../../../studio/features/editor/text/text-change.js'

const anyLines = fc
  .array(
    fc.oneof(
      fc.constantFrom('', ' ', '  set in', 'a', 'b: c', '# d', '\tx', 'end '),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.join('\n'))

/** Files, and the place of a text in each. */
const FILES: readonly (readonly [string, Place])[] = [
  ['a:\n  b: |\n    x\n  c: 1\n', ['a', 'b']],
  ['a:\n  b: > # why\n    x\n    y\n\n  c: 1\n', ['a', 'b']],
  ['a:\n  b: |+\n    x\n\n  c: 1\n', ['a', 'b']],
  ['a:\n  b: |2-\n     x\n  c: 1\n', ['a', 'b']],
  ['a:\n  - |\n   x\n  - c: 1\n', ['a', 0]],
  ['a:\n  - c: 1\n    b: >-\n      x', ['a', 0, 'b']],
  ['a:\n  b: x\n  c: 1\n', ['a', 'b']],
  ['a:\n  b:\n  c: 1\n', ['a', 'b']],
]

describe('a block of text', () => {
  it('says every text that is set, and nothing beside it changes', () => {
    const breaks = fc.constantFrom('\n', '\r\n')
    const files = fc.constantFrom(...FILES)
    fc.assert(
      fc.property(files, breaks, anyLines, ([lines, where], eol, value) => {
        const text = lines.replaceAll('\n', eol)
        const after = applyChanges(text, setValue(text, where, value))
        const { tree, errors, rangeOf } = readFile(after)
        expect(errors).toEqual([])
        const said = where.reduce<unknown>(
          (here, step) => (here as Record<string | number, unknown>)[step],
          tree,
        )
        expect(said).toBe(value)
        expect(rangeOf(where)).not.toBeNull()
        const behind = /\r?\n  (?:- )?c: 1\r?\n$/.exec(text)?.[0] ?? ''
        expect(after.endsWith(behind)).toBe(true)
        expect(/[^\r]\n/.test(after)).toBe(/[^\r]\n/.test(text))
      }),
      { numRuns: 600 },
    )
  })

  it('stays one where its text becomes another', () => {
    for (const [sign, text] of [
      ['|', FILES[0]?.[0]],
      ['>', FILES[1]?.[0]],
    ] as const) {
      const changes = setValue(text ?? '', ['a', 'b'], 'one\ntwo: 2\n')
      const after = applyChanges(text ?? '', changes)
      expect(after).toContain(`b: ${sign}`)
      expect(after).toContain('    one\n')
    }
  })
})
