import { describe, expect, it } from 'vitest'

import {
  keyMayDo,
  mayDo,
  PERMISSIONS,
  PERMISSIONS_OF,
  ROLES,
  SCOPES,
} from '../../../server/people/roles.js'

describe('what a role may do', () => {
  it('stands in one table', () => {
    const table = Object.fromEntries(
      ROLES.map((role) => [
        role,
        PERMISSIONS.filter((permission) => mayDo(role, permission)).join(' '),
      ]),
    )
    expect(table).toEqual({
      reader: 'read score',
      analyst: 'read score load run see-restricted',
      owner: 'read score load run draft review publish see-restricted',
      approver: 'read score review approve see-restricted audit',
      admin: PERMISSIONS.join(' '),
    })
    expect(Object.keys(PERMISSIONS_OF)).toEqual(ROLES)
  })

  it('of a key is its scopes, which never see drafts, approve, publish or administer', () => {
    expect(SCOPES).toEqual(['read', 'score', 'load', 'run'])
    expect(keyMayDo(['score'], 'score')).toBe(true)
    expect(keyMayDo(['score'], 'read')).toBe(false)
    const peoples = ['review', 'approve', 'publish', 'administer'] as const
    for (const permission of peoples) {
      expect(keyMayDo(SCOPES, permission)).toBe(false)
    }
  })
})
