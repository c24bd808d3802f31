/** Every step of the engine has words in the studio; what they do not say the engine says. */
import { describe, expect, it } from 'vitest'

import { stepWords } from '../../../studio/features/explain/step-words.js'
import { en } from '../../../studio/messages/en/index.js'

const value = { state: 'present', text: '1', reason: null } as const

const stepOf = (step: string, said?: Record<string, string>) =>
  stepWords({ step, words: '', value, ...(said && { with: said }) })

function messageOf(key = ''): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (branch, part) =>
        (branch as Readonly<Record<string, unknown>> | undefined)?.[part],
      en.explain,
    )
}

describe('a step', () => {
  it('of rounding is said wholly, with its digits and its mode', () => {
    expect(stepOf('rounded', { digits: '2', mode: 'half-even' })).toEqual({
      key: 'steps.roundedEven',
      values: { digits: '2', mode: 'half-even' },
      isWhole: true,
    })
  })

  it.each([
    ['computed', { by: 'aggregate', kind: 'geometric' }],
    ['computed', { by: 'variants', of: 'local' }],
    ['computed', { by: 'indicator', of: 'gdp' }],
    ['normalised', { kind: 'percentile-rank' }],
    ['maximum', { most: '60' }],
    ['deducted', { deduction: 'W', points: '5' }],
    ['limited', undefined],
    ['winsorise', undefined],
    ['screened', undefined],
  ])('%s %o has words', (step, said) => {
    expect(typeof messageOf(stepOf(step, said)?.key)).toBe('string')
  })

  it('that is not known keeps the words of the engine', () => {
    expect(stepOf('divined')).toBeNull()
  })
})
