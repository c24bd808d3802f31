import { describe, expect, it } from 'vitest'

import { verifyChain } from '../../../server/audit/verify-chain.js'
import type { Occasion } from '../../../server/audit/entry.js'
import {
  changePassword,
  changeRole,
  disableUser,
  enableUser,
} from '../../../server/people/change-user.js'
import { signIn } from '../../../server/people/sessions.js'
import { addUser, getUser } from '../../../server/people/users.js'
import { DATABASES } from '../../helpers/databases.js'
import { NOON, opened } from '../../helpers/signing.js'

const NOW: Occasion = { at: NOON, actor: 'command-line' }
const PASSWORD = 'one two three four'
const OTHER = 'five six seven eight'
const AIGUL = { name: 'Aigul', password: PASSWORD, role: 'analyst' } as const
const noon = new Date(NOON)

describe.each(DATABASES)('a change of a user, on $kind', (kind) => {
  it('is an entry of the log, with ids and roles and no names', async () => {
    const database = await opened(kind)
    const { id } = await addUser(database, AIGUL, NOW)
    await changeRole(database, { id }, 'owner', NOW)
    await changePassword(database, { id }, OTHER, NOW)
    await disableUser(database, { id }, NOW)
    await enableUser(database, { name: 'AIGUL' }, NOW)
    const rows = await database
      .selectFrom('audit_entries')
      .selectAll()
      .orderBy('number')
      .execute()
    expect(rows.map(({ action, details }) => `${action} ${details}`)).toEqual([
      'user.added {"role":"analyst"}',
      'user.role-changed {"from":"analyst","to":"owner"}',
      'user.password-changed {}',
      'user.disabled {}',
      'user.enabled {}',
    ])
    expect(rows.every(({ subject }) => subject === `user:${id}`)).toBe(true)
    expect((await verifyChain(database)).faults).toEqual([])
    expect(await getUser(database, { id })).toMatchObject({
      role: 'owner',
      disabledAt: null,
    })
  })

  it('takes the old password away and brings the new one', async () => {
    const database = await opened(kind)
    await addUser(database, AIGUL, NOW)
    await changePassword(database, AIGUL, OTHER, NOW)
    expect(await signIn(database, AIGUL, noon)).toBeNull()
    const now = { ...AIGUL, password: OTHER }
    expect(await signIn(database, now, noon)).not.toBeNull()
  })

  it('leaves no session with the old password, though one was just being begun', async () => {
    const database = await opened(kind)
    await addUser(database, AIGUL, NOW)
    await Promise.all([
      ...[1, 2, 3].map(() => signIn(database, AIGUL, noon)),
      changePassword(database, AIGUL, OTHER, NOW),
    ])
    const sessions = await database.selectFrom('sessions').selectAll().execute()
    expect(sessions).toEqual([])
  })

  it('that changes nothing is refused, and not logged', async () => {
    const database = await opened(kind)
    await addUser(database, AIGUL, NOW)
    const same = changeRole(database, AIGUL, 'analyst', NOW)
    await expect(same).rejects.toThrow('has the role analyst already')
    const enabled = enableUser(database, AIGUL, NOW)
    await expect(enabled).rejects.toThrow('is not disabled')
    const { entries } = await verifyChain(database)
    expect(entries).toBe(1)
  })

  it('is never of somebody whose name is the id of another', async () => {
    const database = await opened(kind)
    const { id } = await addUser(database, AIGUL, NOW)
    const mimic = await addUser(database, { ...AIGUL, name: id }, NOW)
    expect((await disableUser(database, { id }, NOW)).name).toBe('Aigul')
    expect((await getUser(database, { name: id })).id).toBe(mimic.id)
  })
})
