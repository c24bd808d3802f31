/** The log has ids; names stand beside it. */
import { describe, expect, it } from 'vitest'

import {
  detailsText,
  nameOf,
} from '../../../studio/features/administration/audit.js'

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
