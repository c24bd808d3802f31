import { describe, expect, it } from 'vitest'

import type { Occasion } from '../../../server/audit/entry.js'
import type { Database } from '../../../server/database/tables.js'
import {
  addApiKey,
  keyOf,
  listApiKeys,
  revokeApiKey,
} from '../../../server/people/api-keys.js'
import { DATABASES } from '../../helpers/databases.js'
import { LATER, NOON, opened } from '../../helpers/signing.js'

const NOW: Occasion = { at: NOON, actor: 'user:u1' }
const NIGHTLY = {
  name: 'Nightly import',
  scopes: ['score', 'load'],
  expiresAt: LATER,
} as const
const noon = new Date(NOON)

async function actionsOf(database: Database): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('audit_entries')
    .select(['action', 'subject', 'details', 'actor'])
    .orderBy('number')
    .execute()
  return rows.map((row) => JSON.stringify(row))
}

describe.each(DATABASES)('an API key, on $kind', (kind) => {
  it('is known by its token until it expires', async () => {
    const database = await opened(kind)
    const { key, token } = await addApiKey(database, NIGHTLY, NOW)
    expect(token).toMatch(/^olshem-key-[A-Za-z0-9_-]{43}$/)
    expect(key.scopes).toEqual(['load', 'score'])
    expect(await keyOf(database, token, noon)).toEqual(key)
    expect(await keyOf(database, token, new Date(LATER))).toBeNull()
    expect(await keyOf(database, `${token}x`, noon)).toBeNull()
    expect(await keyOf(database, 'olshem-key-', noon)).toBeNull()
  })

  it('is shown once: the database has its hash, the list and the log not even that', async () => {
    const database = await opened(kind)
    const { token, key } = await addApiKey(database, NIGHTLY, NOW)
    const rows = await database.selectFrom('api_keys').selectAll().execute()
    const all = [rows, await listApiKeys(database), await actionsOf(database)]
    expect(JSON.stringify(all)).not.toContain(token.slice(-20))
    const stored = rows[0]?.token_sha256 ?? ''
    expect(stored).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(await actionsOf(database))).not.toContain(stored)
    expect(await listApiKeys(database)).toEqual([key])
  })

  it('is refused from the moment it is revoked, by name or id', async () => {
    const database = await opened(kind)
    const { token } = await addApiKey(database, NIGHTLY, NOW)
    const second = await addApiKey(database, { ...NIGHTLY, name: 'B' }, NOW)
    await revokeApiKey(database, 'Nightly import', NOW)
    expect(await keyOf(database, token, noon)).toBeNull()
    expect(await keyOf(database, second.token, noon)).not.toBeNull()
    await revokeApiKey(database, second.key.id, NOW)
    expect(await keyOf(database, second.token, noon)).toBeNull()
    const again = revokeApiKey(database, 'Nightly import', NOW)
    await expect(again).rejects.toThrow('has been revoked already')
    const none = revokeApiKey(database, 'C', NOW)
    await expect(none).rejects.toThrow('There is no key "C".')
  })

  it('is named by its id where another has its name', async () => {
    const database = await opened(kind)
    await addApiKey(database, NIGHTLY, NOW)
    const { key } = await addApiKey(database, NIGHTLY, NOW)
    const both = revokeApiKey(database, NIGHTLY.name, NOW)
    await expect(both).rejects.toThrow('Several keys are called')
    await revokeApiKey(database, key.id, NOW)
    await revokeApiKey(database, NIGHTLY.name, NOW)
    const usable = (await listApiKeys(database)).filter(
      ({ revokedAt }) => revokedAt === null,
    )
    expect(usable).toEqual([])
  })

  it('is in the audit log by its id', async () => {
    const database = await opened(kind)
    const { key } = await addApiKey(database, NIGHTLY, NOW)
    await revokeApiKey(database, key.id, NOW)
    const [added = '', revoked = ''] = await actionsOf(database)
    expect(added).toContain(`"subject":"key:${key.id}"`)
    expect(added).toContain('"action":"api-key.added"')
    expect(added).toContain('"actor":"user:u1"')
    expect(added).not.toContain('Nightly')
    expect(revoked).toContain('"action":"api-key.revoked"')
  })

  it('is not made for a time that has passed', async () => {
    const database = await opened(kind)
    const passed = addApiKey(database, { ...NIGHTLY, expiresAt: NOON }, NOW)
    await expect(passed).rejects.toThrow('has passed')
    expect(await listApiKeys(database)).toEqual([])
  })

  it('gives no right by a scope that this program does not know', async () => {
    const database = await opened(kind)
    const { token } = await addApiKey(database, NIGHTLY, NOW)
    const scopes = '["score","approve","everything",7]'
    await database
      .updateTable('api_keys')
      .set({ scopes } as object)
      .execute()
    expect((await keyOf(database, token, noon))?.scopes).toEqual(['score'])
  })
})
