import { describe, expect, it } from 'vitest'

import { verifyChain } from '../../../server/audit/verify-chain.js'
import type { Occasion } from '../../../server/audit/entry.js'
import type { Database } from '../../../server/database/tables.js'
import { disableUser } from '../../../server/people/change-user.js'
import { addUser, hasUsers, listUsers } from '../../../server/people/users.js'
import { DATABASES } from '../../helpers/databases.js'
import { LATER, NOON, opened } from '../../helpers/signing.js'

const NOW: Occasion = { at: NOON, actor: 'command-line' }
const AIGUL = {
  name: 'Әйгүл Қасымова',
  role: 'owner',
  password: 'one two three four',
} as const

async function entriesOf(database: Database) {
  const rows = await database
    .selectFrom('audit_entries')
    .selectAll()
    .orderBy('number')
    .execute()
  return rows.map(({ at, actor, action, subject, details }) => ({
    at,
    actor,
    action,
    subject,
    details: JSON.parse(details) as unknown,
  }))
}

describe.each(DATABASES)('a user, on $kind', (kind) => {
  it('is added and listed, the password hashed by argon2id', async () => {
    const database = await opened(kind)
    expect(await hasUsers(database)).toBe(false)
    const user = await addUser(database, AIGUL, NOW)
    expect(await hasUsers(database)).toBe(true)
    expect(await listUsers(database)).toEqual([user])
    expect(user).toMatchObject({ name: AIGUL.name, role: 'owner' })
    const { password_hash: hash } = await database
      .selectFrom('users')
      .select('password_hash')
      .executeTakeFirstOrThrow()
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('stands in the audit log as an id, never by name', async () => {
    const database = await opened(kind)
    const { id } = await addUser(database, AIGUL, NOW)
    await disableUser(database, { name: AIGUL.name }, { ...NOW, at: LATER })
    expect(await entriesOf(database)).toEqual([
      {
        at: NOON,
        actor: 'command-line',
        action: 'user.added',
        subject: `user:${id}`,
        details: { role: 'owner' },
      },
      {
        at: LATER,
        actor: 'command-line',
        action: 'user.disabled',
        subject: `user:${id}`,
        details: {},
      },
    ])
    const { faults } = await verifyChain(database)
    expect(faults).toEqual([])
  })

  it('is one, whatever the capitals and the alphabet forms of the name', async () => {
    const database = await opened(kind)
    await addUser(database, AIGUL, NOW)
    // й as one sign and as и with a breve; capitals; space around.
    await addUser(database, { ...AIGUL, name: 'Сергей' }, NOW)
    for (const name of ['әйгүл қасымова', ' ӘЙГҮЛ ҚАСЫМОВА ', 'Сергеи\u0306']) {
      const again = addUser(database, { ...AIGUL, name }, NOW)
      await expect(again).rejects.toThrow(/There is a user .* already/)
    }
    expect(await entriesOf(database)).toHaveLength(2)
  })

  it('is one, though two are added at the same time', async () => {
    const database = await opened(kind)
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => addUser(database, AIGUL, NOW)),
    )
    const added = results.filter(({ status }) => status === 'fulfilled')
    expect(added).toHaveLength(1)
    expect(await entriesOf(database)).toHaveLength(1)
  })

  it('is refused with a name that is none or a password that is too short', async () => {
    const database = await opened(kind)
    for (const { change, says } of [
      { change: { name: ' ' }, says: 'A name has 1 to 100 letters' },
      { change: { name: 'a'.repeat(101) }, says: 'A name has 1 to 100' },
      { change: { name: 'a\u202eb' }, says: 'nothing that cannot be seen' },
      { change: { password: 'short' }, says: 'this one has 5' },
      { change: { password: 'a'.repeat(257) }, says: 'this one has 257' },
    ]) {
      const adding = addUser(database, { ...AIGUL, ...change }, NOW)
      await expect(adding).rejects.toThrow(says)
    }
    expect(await entriesOf(database)).toEqual([])
  })

  it('is disabled once, and everybody goes on having to sign in', async () => {
    const database = await opened(kind)
    await addUser(database, AIGUL, NOW)
    await disableUser(database, { name: 'әйгүл қасымова' }, NOW)
    expect(await hasUsers(database)).toBe(true)
    const again = disableUser(database, { name: AIGUL.name }, NOW)
    await expect(again).rejects.toThrow(`has been disabled since ${NOON}`)
    const nobody = disableUser(database, { name: 'Nobody' }, NOW)
    await expect(nobody).rejects.toThrow('There is no user "Nobody".')
  })
})
