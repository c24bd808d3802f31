/** The four things a figure of a result may be, when it is no number or zero. */
import { describe, expect, it } from 'vitest'

import { resultValue } from '../../../studio/features/explain/result-value.js'

const BODY = {
  exact: { zero: '0', lost: null, secret: null, away: null },
  status: 'not-scored',
  notApplicable: [{ criterion: 'away', rule: 'r', citation: '7' }],
  restricted: [{ output: 'secret', inputs: ['i'] }],
} as const

const stateOf = (key: string) =>
  resultValue(
    {
      ...BODY,
      notApplicable: [...BODY.notApplicable],
      restricted: [{ output: 'secret', inputs: ['i'] }],
    },
    key,
  ).state

describe('a figure of a result', () => {
  it('is a number, missing, not applicable or withheld', () => {
    expect(['zero', 'lost', 'away', 'secret'].map(stateOf)).toEqual([
      'present',
      'missing',
      'not-applicable',
      'restricted',
    ])
  })

  it('is withheld where whether there is a score is withheld', () => {
    const body = {
      exact: { total: null },
      status: 'restricted' as const,
      notApplicable: [],
    }
    expect(resultValue(body, 'total').state).toBe('restricted')
  })
})
