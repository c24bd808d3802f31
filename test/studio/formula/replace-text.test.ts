import { describe, expect, it } from 'vitest'

import { changeBetween } from '../../../studio/features/editor/code/replace-text.js'

describe('the change between two texts', () => {
  it.each([
    ['cap: 5', 'cap: 7', { from: 5, to: 6, insert: '7' }],
    ['a\nb\n', 'a\nx\nb\n', { from: 2, to: 2, insert: 'x\n' }],
    ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
    ['', 'a', { from: 0, to: 0, insert: 'a' }],
    ['same', 'same', null],
  ])('of %j and %j touches nothing else', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change)
  })
})
