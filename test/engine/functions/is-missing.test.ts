import { describe, expect, it } from 'vitest'
import { isMissing } from '../../../engine/functions/is-missing.js'
import { FALSE, TRUE, type NotApplicableValue } from '../../../engine/value.js'
import { resultOf } from './run-call.js'

const excluded: NotApplicableValue = {
  kind: 'not-applicable',
  exclusion: { rule: 'no_court', criterion: 'justice', citation: 'par. 4' },
}

describe('isMissing', () => {
  it('tells a missing value from a present one', () => {
    expect(resultOf('isMissing(missing)')).toBe('true')
    expect(resultOf('isMissing(12)')).toBe('false')
  })

  it('takes zero and false for values', () => {
    expect(resultOf('isMissing(0)')).toBe('false')
    expect(isMissing.compute(FALSE)).toBe(FALSE)
  })

  it('counts not applicable as missing', () => {
    expect(isMissing.compute(excluded)).toBe(TRUE)
  })
})
