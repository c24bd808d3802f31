import { describe, expect, it } from 'vitest'

import type { Occasion } from '../../../server/audit/entry.js'
import { verifyChain } from '../../../server/audit/verify-chain.js'
import type { Database } from '../../../server/database/tables.js'
import { disableUser } from '../../../server/people/change-user.js'
import { sessionOf, signIn, signOut } from '../../../server/people/sessions.js'
import { addUser } from '../../../server/people/users.js'
import { DATABASES, type DatabaseKind } from '../../helpers/databases.js'
import { NOON, opened } from '../../helpers/signing.js'

const NOW: Occasion = { at: NOON, actor: 'command-line' }
const AIGUL = { name: 'Aigul', password: 'one two three four' }
const noon = new Date(NOON)
const after = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)

async function withAigul(kind: DatabaseKind): Promise<Database> {
  const database = await opened(kind)
  await addUser(database, { ...AIGUL, role: 'analyst' }, NOW)
  return database
}

async function signedIn(database: Database) {
  const session = await signIn(database, AIGUL, noon)
  if (!session) throw new Error('Nobody was signed in')
  return session
}

describe.each(DATABASES)('a session, on $kind', (kind) => {
  it('begins with the right password and ends after twelve hours', async () => {
    const database = await withAigul(kind)
    const { token, user, expiresAt } = await signedIn(database)
    expect(token).toMatch(/^olshem-session-[A-Za-z0-9_-]{43}$/)
    expect(expiresAt).toBe('2026-11-23T00:00:00.000Z')
    expect(await sessionOf(database, token, after(11.99))).toEqual(user)
    expect(await sessionOf(database, token, after(12))).toBeNull()
  })

  it('does not begin for a wrong password, a wrong name or a disabled user', async () => {
    const database = await withAigul(kind)
    const attempts = [
      { ...AIGUL, password: 'one two three five' },
      { ...AIGUL, password: '' },
      { ...AIGUL, name: 'Nobody' },
      { ...AIGUL, password: 'a'.repeat(1_000_000) },
    ]
    for (const attempt of attempts) {
      expect(await signIn(database, attempt, noon)).toBeNull()
    }
    await disableUser(database, { name: 'Aigul' }, NOW)
    expect(await signIn(database, AIGUL, noon)).toBeNull()
  })

  it('is stored as a hash: who reads the database cannot take it over', async () => {
    const database = await withAigul(kind)
    const { token } = await signedIn(database)
    const rows = await database.selectFrom('sessions').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token.slice(-20))
    const [row] = rows
    const stored = row?.token_sha256 ?? ''
    expect(await sessionOf(database, stored, noon)).toBeNull()
    const made = `olshem-session-${stored.slice(0, 43)}`
    expect(await sessionOf(database, made, noon)).toBeNull()
  })

  it('ends with signing out, and with its user being disabled', async () => {
    const database = await withAigul(kind)
    const first = await signedIn(database)
    const second = await signedIn(database)
    await signOut(database, first.token, noon)
    await signOut(database, first.token, noon)
    expect(await sessionOf(database, first.token, noon)).toBeNull()
    expect(await sessionOf(database, second.token, noon)).not.toBeNull()
    await disableUser(database, { name: 'Aigul' }, NOW)
    expect(await sessionOf(database, second.token, noon)).toBeNull()
  })

  it('is in the audit log at its beginning and its end, without its token', async () => {
    const database = await withAigul(kind)
    const { token, user } = await signedIn(database)
    await signOut(database, token, noon)
    await signOut(database, token, noon)
    const rows = await database
      .selectFrom('audit_entries')
      .selectAll()
      .orderBy('number')
      .execute()
    expect(rows.map(({ action }) => action)).toEqual([
      'user.added',
      'session.began',
      'session.ended',
    ])
    expect(rows[1]?.actor).toBe(`user:${user.id}`)
    expect(JSON.stringify(rows)).not.toContain(token.slice(-20))
    expect((await verifyChain(database)).faults).toEqual([])
  })

  it('is swept away some time after it has ended', async () => {
    const database = await withAigul(kind)
    await signedIn(database)
    await signIn(database, AIGUL, after(13))
    const rows = await database.selectFrom('sessions').selectAll().execute()
    expect(rows).toHaveLength(1)
  })

  it('is nobody for a token that is none', async () => {
    const database = await opened(kind)
    const letters = 'é'.repeat(43)
    for (const token of ['', 'olshem-session-', `olshem-session-${letters}`]) {
      expect(await sessionOf(database, token, noon)).toBeNull()
      await signOut(database, token, noon)
    }
  })
})

describe('signing in', () => {
  it('takes as long for nobody as for somebody', async () => {
    const [sqlite] = DATABASES
    if (!sqlite) throw new Error('No database')
    const database = await withAigul(sqlite)
    const wrong = { ...AIGUL, password: 'one two three five' }
    const nobody = { ...wrong, name: 'Nobody' }
    const milliseconds = async (who: typeof AIGUL) => {
      const start = performance.now()
      await signIn(database, who, noon)
      return performance.now() - start
    }
    await milliseconds(nobody)
    const times = { wrong: Infinity, nobody: Infinity }
    for (let round = 0; round < 12; round += 1) {
      times.wrong = Math.min(times.wrong, await milliseconds(wrong))
      times.nobody = Math.min(times.nobody, await milliseconds(nobody))
    }
    // The least of twelve: hashing takes some 20 ms, finding nobody less than 1.
    expect(times.nobody / times.wrong).toBeGreaterThan(0.4)
    expect(times.nobody / times.wrong).toBeLessThan(2.5)
  })
})
