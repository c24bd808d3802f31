/** Other readings of the acts, as methodology files have them. */
import { describe, expect, it } from 'vitest'

import { writtenSettings } from '../../../studio/features/explain/written-settings.js'

describe('a setting of another reading', () => {
  it('is said key by key', () => {
    expect(writtenSettings('{"round":{"digits":1,"mode":"half-up"}}')).toEqual([
      { keys: ['round', 'digits'], text: '1' },
      { keys: ['round', 'mode'], text: 'half-up' },
    ])
  })

  it('keeps the items of a list together', () => {
    expect(writtenSettings('{"range":[0,100],"clamp":"both"}')).toEqual([
      { keys: ['range'], text: '0, 100' },
      { keys: ['clamp'], text: 'both' },
    ])
  })

  it('may be a single word', () => {
    expect(writtenSettings('"zero"')).toEqual([{ keys: [], text: 'zero' }])
  })

  it('is shown as it is where it is no JSON', () => {
    expect(writtenSettings('{ round: 1 }')).toEqual([
      { keys: [], text: '{ round: 1 }' },
    ])
  })
})
