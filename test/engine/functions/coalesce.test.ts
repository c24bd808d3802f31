import { describe, expect, it } from 'vitest'
import { coalesce } from '../../../engine/functions/coalesce.js'
import {
  FALSE,
  missing,
  type NotApplicableValue,
} from '../../../engine/value.js'
import { resultOf } from './run-call.js'

const excluded: NotApplicableValue = {
  kind: 'not-applicable',
  exclusion: { rule: 'no_court', criterion: 'justice', citation: 'par. 4' },
}

describe('coalesce', () => {
  it('takes the first value that is present', () => {
    expect(resultOf('coalesce(missing, missing, 3, 4)')).toBe('3')
  })

  it('takes the first even where others are missing', () => {
    expect(resultOf('coalesce(2, missing)')).toBe('2')
  })

  it('takes zero and false for values', () => {
    expect(resultOf('coalesce(0, 1)')).toBe('0')
    expect(coalesce.compute(missing('NOT_GIVEN'), FALSE)).toBe(FALSE)
  })

  it('counts not applicable as missing', () => {
    expect(coalesce.compute(excluded, FALSE)).toBe(FALSE)
  })

  it('is absent as its last argument is where all are absent', () => {
    const last = missing('NO_PREVIOUS_DATA')
    expect(coalesce.compute(missing('NOT_GIVEN'), last)).toBe(last)
    expect(coalesce.compute(last, excluded)).toBe(excluded)
  })
})
