/** Undo and redo across the whole editor, whichever side wrote. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  composeChanges,
  editInTurn,
} from '../../../studio/features/editor/text/compose-changes.js'
import {
  applyChanges,
  invertChanges,
  type TextChange,
} from '../../../studio/features/editor/text/text-change.js'
import { createTextHistory } from '../../../studio/features/editor/text/text-history.js'

const insert = (from: number, text: string, to = from): TextChange[] => [
  { from, to, insert: text },
]

describe('the history of a draft', () => {
  it('takes back and does again one edit after the other', () => {
    const history = createTextHistory('weight: 1')
    history.apply(insert(8, '2', 9))
    history.apply(insert(9, '0'))
    expect(history.text.value).toBe('weight: 20')
    history.undo()
    expect(history.text.value).toBe('weight: 2')
    history.undo()
    expect(history.text.value).toBe('weight: 1')
    expect(history.canUndo.value).toBe(false)
    expect(history.undo()).toBeNull()
    history.redo()
    history.redo()
    expect(history.text.value).toBe('weight: 20')
    expect(history.canRedo.value).toBe(false)
  })

  it('takes back what was typed in one field at once', () => {
    const history = createTextHistory('title: ')
    const group = '["title"]'
    for (const [index, letter] of 'Рейтинг'.split('').entries()) {
      history.apply(insert(7 + index, letter), { group })
    }
    history.apply(insert(0, '# '), { group: '["note"]' })
    history.undo()
    expect(history.text.value).toBe('title: Рейтинг')
    history.undo()
    expect(history.text.value).toBe('title: ')
    history.redo()
    expect(history.text.value).toBe('title: Рейтинг')
  })

  it('has no step for what came to nothing, and goes on with another', () => {
    const history = createTextHistory('a')
    history.apply(insert(1, 'b'), { group: 'field' })
    history.apply([{ from: 1, to: 2, insert: '' }], { group: 'field' })
    expect(history.canUndo.value).toBe(false)
    history.apply(insert(1, 'c'), { group: 'field' })
    history.undo()
    expect(history.text.value).toBe('a')
    expect(history.canUndo.value).toBe(false)
  })

  it('begins a new step in the same field after it was left, or something was taken back', () => {
    const history = createTextHistory('')
    history.apply(insert(0, 'a'), { group: 'field' })
    history.closeGroup()
    history.apply(insert(1, 'b'), { group: 'field' })
    history.undo()
    expect(history.text.value).toBe('a')
    history.apply(insert(1, 'c'), { group: 'field' })
    history.undo()
    expect(history.text.value).toBe('a')
  })

  it('forgets what was taken back once something else is written', () => {
    const history = createTextHistory('a')
    history.apply(insert(1, 'b'))
    history.undo()
    history.apply(insert(1, 'c'))
    expect(history.canRedo.value).toBe(false)
    expect(history.redo()).toBeNull()
  })

  it('knows whether the server has the text, also after undoing back to it', () => {
    const history = createTextHistory('a')
    history.apply(insert(1, 'b'))
    expect(history.isSaved.value).toBe(false)
    history.undo()
    expect(history.isSaved.value).toBe(true)
    history.redo()
    history.markSaved()
    expect(history.isSaved.value).toBe(true)
    history.undo()
    expect(history.isSaved.value).toBe(false)
  })

  it('counts the versions of the text, and begins anew with another text', () => {
    const history = createTextHistory('a')
    history.apply(insert(1, 'b'))
    history.apply([])
    history.undo()
    expect(history.version.value).toBe(2)
    history.open('z')
    expect(history.version.value).toBe(3)
    expect(history.canUndo.value || history.canRedo.value).toBe(false)
    expect(history.isSaved.value).toBe(true)
  })

  it('keeps no more steps and no more text than it may', () => {
    const history = createTextHistory('', { steps: 3, size: 1_000 })
    for (let step = 0; step < 5; step += 1) history.apply(insert(0, 'x'))
    history.undo()
    history.undo()
    history.undo()
    expect(history.canUndo.value).toBe(false)
    expect(history.text.value).toBe('xx')

    const small = createTextHistory('', { steps: 10, size: 5 })
    small.apply(insert(0, 'xxxx'))
    small.apply(insert(0, 'yyyy'))
    small.undo()
    expect(small.canUndo.value).toBe(false)
    expect(small.text.value).toBe('xxxx')
  })
})

/** A text, and changes of it. */
const changed = fc
  .tuple(
    fc.string({ maxLength: 12 }),
    fc.array(fc.nat(12)),
    fc.string({ maxLength: 3 }),
  )
  .map(([text, offsets, added]) => {
    const sorted = offsets
      .map((each) => Math.min(each, text.length))
      .sort((a, b) => a - b)
    const changes: TextChange[] = []
    for (let index = 0; index + 1 < sorted.length; index += 2) {
      const [from = 0, to = 0] = sorted.slice(index, index + 2)
      changes.push({ from, to, insert: added })
    }
    return { text, changes }
  })

describe('changes of a text', () => {
  it('are taken back by their inverse', () => {
    fc.assert(
      fc.property(changed, ({ text, changes }) => {
        const after = applyChanges(text, changes)
        expect(applyChanges(after, invertChanges(text, changes))).toBe(text)
      }),
    )
  })

  it('do at once what two did one after the other', () => {
    fc.assert(
      fc.property(changed, changed, ({ text, changes }, other) => {
        const middle = applyChanges(text, changes)
        const second = other.changes.map(({ from, to, insert: added }) => ({
          from: Math.min(from, middle.length),
          to: Math.min(to, middle.length),
          insert: added,
        }))
        const all = composeChanges(changes, second)
        expect(applyChanges(text, all)).toBe(applyChanges(middle, second))
        all.forEach(({ from, to }, index) => {
          expect(from).toBeLessThanOrEqual(to)
          expect(from).toBeGreaterThanOrEqual(all[index - 1]?.to ?? 0)
        })
      }),
    )
  })

  it('are made in turn, each on what the one before left', () => {
    const changes = editInTurn('ab', [
      () => insert(1, 'x'),
      (text) => insert(text.indexOf('x'), 'y'),
    ])
    expect(applyChanges('ab', changes)).toBe('ayxb')
  })
})
