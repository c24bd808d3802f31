/** Keys end at the end of a day, and once revoked they stay so. */
import { describe, expect, it } from 'vitest'

import {
  endOfDay,
  stateOfKey,
  type ApiKey,
} from '../../../studio/features/administration/people.js'

const KEY: ApiKey = {
  ...{ id: '1', name: 'portal', scopes: ['read'], revokedAt: null },
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-06-30T18:59:59.999Z',
}

describe('a key', () => {
  it('is chosen to end with a day, to its last millisecond', () => {
    const end = new Date(endOfDay('2027-06-30'))
    expect([end.getFullYear(), end.getMonth(), end.getDate()]).toEqual([
      ...[2027, 5, 30],
    ])
    expect(new Date(end.getTime() + 1).getDate()).toBe(1)
  })

  it('is valid until it expires', () => {
    expect(stateOfKey(KEY, new Date('2026-06-30T18:59:59.998Z'))).toBe('valid')
    expect(stateOfKey(KEY, new Date('2026-06-30T18:59:59.999Z'))).toBe(
      'expired',
    )
  })

  it('that is revoked is said to be revoked, also after it has expired', () => {
    const revoked = { ...KEY, revokedAt: '2026-02-01T00:00:00.000Z' }
    expect(stateOfKey(revoked, new Date('2027-01-01'))).toBe('revoked')
  })
})
