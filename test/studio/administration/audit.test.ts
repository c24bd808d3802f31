/** The log has ids; names stand beside it, and pages follow each other. */
import { describe, expect, it } from 'vitest'

import {
  detailsText,
  joinPages,
  nameOf,
} from '../../../studio/features/administration/audit.js'

const entry = (number: number) => ({
  ...{ number, at: '2026-01-01T00:00:00.000Z', actor: 'user:1' },
  ...{ action: 'run.created', subject: 'run:1', details: {} },
  ...{ previousHash: 'a', hash: 'b' },
})

describe('the pages of the log', () => {
  it('follow each other, and the last says whether there are more', () => {
    const joined = joinPages([
      { items: [entry(3), entry(2)], names: { 'user:1': 'Aigul' }, next: 'x' },
      { items: [entry(1)], names: { 'user:2': 'Berik' }, next: null },
    ])
    expect(joined.items.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(joined.names).toEqual({ 'user:1': 'Aigul', 'user:2': 'Berik' })
    expect(joined.next).toBeNull()
  })
})

describe('an entry', () => {
  it('names who did it, or gives the id of somebody unknown', () => {
    expect(nameOf('user:1', { 'user:1': 'Aigul' })).toBe('Aigul')
    expect(nameOf('server', {})).toBe('server')
  })

  it('has its details on one line', () => {
    expect(detailsText({ role: 'owner', scopes: ['read'], bodies: 3 })).toBe(
      'role: owner, scopes: ["read"], bodies: 3',
    )
  })
})
