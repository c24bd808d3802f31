/** What came of a run that was computed again. */
import { describe, expect, it } from 'vitest'

import {
  differingOf,
  valueText,
  verdictOfReplay,
  type Finding,
} from '../../../studio/features/replay/verdict.js'

const WRITTEN = 'a'.repeat(64)
const COMPUTED = 'b'.repeat(64)
const ENGINES = { writtenBy: '0.1.0', computedBy: '0.2.0' }
const DIFFERENCE = {
  ...{ body: 'KAZ', what: 'hdi', written: '"0.811"', computed: '"0.812"' },
}

function finding(more: Partial<Finding>): Finding {
  return {
    ...{ run: 'run', outcome: 'identical', difference: null },
    ...{ written: WRITTEN, computed: WRITTEN, why: [] },
    ...more,
  }
}

describe('a run that was computed again', () => {
  it('differs at its first value, or by the hash alone', () => {
    const replay = {
      ...{ kind: 'different' as const, written: WRITTEN, computed: COMPUTED },
      ...ENGINES,
    }
    expect(verdictOfReplay({ ...replay, difference: DIFFERENCE })).toEqual({
      ...{ kind: 'different', difference: DIFFERENCE },
      ...{ written: WRITTEN, computed: COMPUTED },
    })
    expect(verdictOfReplay({ ...replay, difference: null })).toMatchObject({
      difference: null,
    })
  })

  it('says that it differs, and not where, if that is withheld', () => {
    const verdict = verdictOfReplay({
      ...{ kind: 'different', written: null, computed: null },
      ...{ ...ENGINES, restricted: ['written', 'computed', 'difference'] },
    })
    expect(verdict).toEqual({ kind: 'withheld' })
  })

  it('is identical although its hashes are withheld', () => {
    const verdict = verdictOfReplay({
      ...{ kind: 'identical', written: null, computed: null },
      ...{ ...ENGINES, restricted: ['written', 'computed', 'difference'] },
    })
    expect(verdict).toEqual({ kind: 'identical' })
  })

  it('is told of in a job only where it did not come out as it was written', () => {
    const differing = differingOf([
      finding({ run: 'same' }),
      finding({
        ...{ run: 'damaged', outcome: 'impossible' },
        why: ['The stored text is damaged.'],
      }),
      finding({
        ...{ run: 'hidden', outcome: 'impossible', restricted: ['why'] },
      }),
    ])
    expect(differing).toEqual([
      {
        run: 'damaged',
        verdict: { kind: 'impossible', why: ['The stored text is damaged.'] },
      },
      { run: 'hidden', verdict: { kind: 'impossible', why: null } },
    ])
  })

  it('has values of JSON: text without quotation marks, digits as they were written', () => {
    expect(valueText('"0.8110"')).toBe('0.8110')
    expect(valueText('0.30000000000000000001')).toBe('0.30000000000000000001')
    expect(valueText('null')).toBe('null')
  })
})
