/** Where a form cannot write, the text is left as it is, and the reason has a name. */
import { describe, expect, it } from 'vitest'

import { addEntry } from '../../../studio/features/editor/text/add-entry.js'
import { moveEntry } from '../../../studio/features/editor/text/move-entry.js'
import { removeValue } from '../../../studio/features/editor/text/remove-value.js'
import { renameKey } from '../../../studio/features/editor/text/rename-key.js'
import { setValue } from '../../../studio/features/editor/text/set-value.js'
import {
  applyChanges,
  type TextEdit,
} from '../../../studio/features/editor/text/text-change.js'

const literal = (text: string) => ({ literal: text })

describe('an edit is refused', () => {
  const refused = (text: string, edit: TextEdit, code: string) =>
    expect(() => edit(text)).toThrow(expect.objectContaining({ code }))

  it('while the text does not parse', () => {
    refused(
      'a: [1\n',
      (text) => setValue(text, ['a'], 'x'),
      'TEXT_DOES_NOT_PARSE',
    )
    refused(
      'a: 1\n---\nb: 2\n',
      (text) => setValue(text, ['a'], 'x'),
      'TEXT_DOES_NOT_PARSE',
    )
  })
  it('inside of a text or a number', () => {
    refused(
      'a: 1\n',
      (text) => setValue(text, ['a', 'b'], 'x'),
      'PLACE_IN_SCALAR',
    )
    refused(
      'a: 1\n',
      (text) => addEntry(text, ['a'], 'b', 'x'),
      'PLACE_IN_SCALAR',
    )
  })
  it('where what it changes counts elsewhere too', () => {
    const shared = 'a: &one { b: 1 }\nc: *one\nd: !!str 5\n'
    refused(shared, (text) => setValue(text, ['a', 'b'], 'x'), 'PLACE_SHARED')
    refused(shared, (text) => setValue(text, ['c'], 'x'), 'PLACE_SHARED')
    refused(shared, (text) => setValue(text, ['d'], 'x'), 'PLACE_SHARED')
    refused(
      'a: { b: &x 1 }\nc: *x\n',
      (text) => removeValue(text, ['a']),
      'PLACE_SHARED',
    )
  })
  it('where a key stands twice, or would', () => {
    refused('a: 1\na: 2\n', (text) => setValue(text, ['a'], 'x'), 'KEY_TWICE')
    refused('a: 1\nb: 2\n', (text) => renameKey(text, ['a'], 'b'), 'KEY_EXISTS')
    refused('a: 1\n', (text) => addEntry(text, [], 'a', 'x'), 'KEY_EXISTS')
    refused(
      'a: { x: 1 }\nb: { x: 2 }\n',
      (text) => moveEntry(text, ['a', 'x'], { parent: ['b'], index: 0 }),
      'KEY_EXISTS',
    )
  })
  it('where nothing is', () => {
    refused('a: 1\n', (text) => removeValue(text, ['b']), 'PLACE_NOT_FOUND')
    refused(
      'a: [1]\n',
      (text) => setValue(text, ['a', 5], 'x'),
      'PLACE_NOT_FOUND',
    )
    refused(
      'a: 1\n',
      (text) => addEntry(text, [], 'b', 'x', { after: 'c' }),
      'PLACE_NOT_FOUND',
    )
  })
  it('where it would move into itself, or among what it is not alike', () => {
    const text = 'a:\n  b: 1\nc: [1, 2]\n'
    refused(
      text,
      (each) => moveEntry(each, ['a'], { parent: ['a', 'x'], index: 0 }),
      'MOVE_INTO_ITSELF',
    )
    refused(
      text,
      (each) => moveEntry(each, ['a', 'b'], { parent: ['c'], index: 0 }),
      'NOT_ALIKE',
    )
  })
  it('where comments would be lost', () => {
    const text = 'a:\n  b: 1 # why\n  d: "# no comment"\nc: { x: 1 }\n'
    refused(
      text,
      (each) => moveEntry(each, ['a', 'b'], { parent: ['c'], index: 0 }),
      'COMMENT_WITHOUT_ROOM',
    )
    expect(
      applyChanges(
        text,
        moveEntry(text, ['a', 'd'], { parent: ['c'], index: 1 }),
      ),
    ).toBe('a:\n  b: 1 # why\nc: { x: 1, d: "# no comment" }\n')
  })
  it('where a literal is none', () => {
    for (const words of ['a: b', '', '1, 2', '# x', '[1]']) {
      refused(
        'a: { b: 1 }\n',
        (text) => setValue(text, ['a', 'b'], literal(words)),
        'LITERAL_NOT_PLAIN',
      )
    }
  })
})
