import { describe, expect, it } from 'vitest'

import {
  isToBeSent,
  nextSaveState,
  openSaveState,
  saveStatus,
  type SaveEvent,
  type SaveState,
} from '../../../studio/features/editor/saving/save-state.js'

const opened = openSaveState({ sha256: 'first', text: 'a' }, 'a')

function after(...events: readonly SaveEvent[]): SaveState {
  return events.reduce(nextSaveState, opened)
}

const changed = (text: string): SaveEvent => ({ kind: 'changed', text })
const sent: SaveEvent = { kind: 'sent' }
const stored: SaveEvent = { kind: 'stored', sha256: 'second' }
const unreachable: SaveEvent = {
  kind: 'failed',
  obstacle: { kind: 'unreachable' },
}
const lost: SaveEvent = {
  kind: 'failed',
  obstacle: { kind: 'lost', theirs: { sha256: 'theirs', text: 'c' } },
}

describe('the way of a text to the server', () => {
  it('is at its end when the draft is opened', () => {
    expect(saveStatus(opened)).toBe('saved')
    expect(isToBeSent(opened)).toBe(false)
  })

  it('goes from a change over sending to what the server has', () => {
    expect(saveStatus(after(changed('b')))).toBe('unsaved')
    expect(saveStatus(after(changed('b'), sent))).toBe('saving')
    const end = after(changed('b'), sent, stored)
    expect(saveStatus(end)).toBe('saved')
    expect(end.stored).toEqual({ sha256: 'second', text: 'b' })
  })

  it('begins anew for what is written while a text is sent', () => {
    const end = after(changed('b'), sent, changed('bb'), stored)
    expect(end.stored.text).toBe('b')
    expect(saveStatus(end)).toBe('unsaved')
    expect(isToBeSent(end)).toBe(true)
  })

  it('does not send twice at the same time', () => {
    expect(isToBeSent(after(changed('b'), sent, changed('bb')))).toBe(false)
  })

  it('is over where a change is taken back', () => {
    expect(saveStatus(after(changed('b'), changed('a')))).toBe('saved')
  })

  it('is tried again while the server is down, and editing goes on', () => {
    const end = after(changed('b'), sent, unreachable, changed('bb'))
    expect(saveStatus(end)).toBe('unreachable')
    expect(isToBeSent(end)).toBe(true)
    expect(end.text).toBe('bb')
  })

  it('waits for people after a lost race, and keeps both texts', () => {
    const end = after(changed('b'), sent, lost, changed('bb'))
    expect(saveStatus(end)).toBe('lost')
    expect(isToBeSent(end)).toBe(false)
    expect(end.text).toBe('bb')
    expect(end.obstacle).toMatchObject({ theirs: { text: 'c' } })
  })

  it('sends the merged text as a change of theirs', () => {
    const end = after(changed('b'), sent, lost, { kind: 'merged', text: 'bc' })
    expect(end.stored.sha256).toBe('theirs')
    expect(isToBeSent(end)).toBe(true)
  })

  it('needs nothing to be sent where their text is taken', () => {
    const end = after(changed('b'), sent, lost, { kind: 'merged', text: 'c' })
    expect(saveStatus(end)).toBe('saved')
  })

  it('does not send again what was refused, until it is changed', () => {
    const refused: SaveEvent = {
      kind: 'failed',
      obstacle: { kind: 'refused', error: null, text: 'b' },
    }
    expect(isToBeSent(after(changed('b'), sent, refused))).toBe(false)
    expect(isToBeSent(after(changed('b'), sent, refused, changed('d')))).toBe(
      true,
    )
  })
})
