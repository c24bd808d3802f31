import { describe, expect, it } from 'vitest'

import { setWeights } from '../../../studio/features/what-if/set-weights.js'

describe('weights put into a text', () => {
  const text = 'x: { weight: 0.5 } # 0.5\ny: { weight: 0.5 }\n'
  const given = (offset: number | null) => {
    return { name: '', title: null, weight: '0.5', offset }
  }

  it('leave everything else as it was', () => {
    const changed = setWeights(text, [given(13), given(38)], ['0.25', '0.75'])
    expect(changed).toBe('x: { weight: 0.25 } # 0.5\ny: { weight: 0.75 }\n')
  })

  it('are refused where they do not stand', () => {
    expect(setWeights(text, [given(12)], ['0.25'])).toBeNull()
    expect(setWeights(text, [given(null)], ['0.25'])).toBeNull()
  })
})
