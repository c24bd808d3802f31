/** A text of which little is new is read as the whole of it would be. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { parseOutline } from '../../../studio/features/editor/text/outline/read-outline.js'
import { rereadOutline } from '../../../studio/features/editor/text/outline/reread-outline.js'
import { anyFileOrByHand } from './files.js'

const anyPiece = fc.oneof(
  fc.constantFrom(
    ...['', 'x', ', y', ': ', '"', "'", ' # c', '}', ']', '[', '{', '{ a: b }'],
    ...['[1, [2]]', '&a ', '*a', '!t ', '\n', '\r\n', '- ', '? ', '<<: x', ','],
  ),
  fc.string({ maxLength: 4 }),
)

describe('a text that has changed a little', () => {
  it('is read as the whole of it is', () => {
    fc.assert(
      fc.property(
        anyFileOrByHand,
        ...[fc.nat(), fc.nat({ max: 6 }), anyPiece],
        ({ text }, draw, length, piece) => {
          const lines = [...text.matchAll(/[[{,].*[\]}]/g)]
          const line = lines[draw % lines.length]
          if (!line) return
          const from = line.index + (draw % line[0].length)
          const after = text.slice(0, from) + piece + text.slice(from + length)
          const reread = rereadOutline(parseOutline(text), after, parseOutline)
          if (reread) expect(reread).toEqual(parseOutline(after))
        },
      ),
      { numRuns: 150 },
    )
  })

  it.each([
    ['a: [1, 2]\nb: { c: d }\n', 'a: [1, 234]\nb: { c: d }\n', true],
    ['a: [1, 2]\nb: { c: d }', 'a: [1, 2]\nb: { c: d, e: f }', true],
    ['a:\n  - [x, y] # c\n  - z\n', 'a:\n  - [x] # c\n  - z\n', true],
    ['a: [1, 2]\n', 'a: [1, 2, 3\n', false],
    ['a: [1, 2]\n', 'a: [1, # 2]\n', false],
    ['a: [1, 2]\n', 'b: [1, 2]\n', false],
    ['a: { b: c }\n', 'a: { b}: c }\n', false],
    ['a: [1,\n 2]\n', 'a: [1,\n 3]\n', false],
    ['a: [&x 1, 2]\nb: *x\n', 'a: [&x 1, 3]\nb: *x\n', false],
  ])('is read in part where it can be: %j, %j', (before, after, isPart) => {
    const read = vi.fn(parseOutline)
    const outline = rereadOutline(parseOutline(before), after, read)
    expect(outline).toEqual(isPart ? parseOutline(after) : null)
    expect(read).not.toHaveBeenCalledWith(after)
  })
})
