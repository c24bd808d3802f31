import { readdir, rename, rm } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import type { Occasion } from '../../../server/audit/entry.js'
import type { Database } from '../../../server/database/tables.js'
import {
  listPublicKeys,
  openSigningKey,
  replaceSigningKey,
} from '../../../server/installation/installation-keys.js'
import {
  checkSignature,
  signDocument,
} from '../../../server/signing/signature.js'
import { newPrivateKeyPem } from '../../../server/signing/signing-key.js'
import { DATABASES } from '../../helpers/databases.js'
import { LATER, NOON, opened } from '../../helpers/signing.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

const NEXT: Occasion = { at: LATER, actor: 'command-line' }

async function folder(pem?: string) {
  const environment = pem === undefined ? {} : { OLSHEM_SIGNING_KEY: pem }
  return { dataFolder: await temporaryData({}), environment }
}

async function timesOf(database: Database) {
  const keys = await listPublicKeys(database)
  return keys.map(({ id, from, until }) => [id, from, until])
}

async function actionsOf(database: Database) {
  const rows = await database
    .selectFrom('audit_entries')
    .select(['action', 'subject'])
    .orderBy('number')
    .execute()
  return rows.map(({ action, subject }) => `${action} ${subject}`)
}

describe.each(DATABASES)('the keys of an installation, on $kind', (kind) => {
  it('are one at the first start, recorded and audited once', async () => {
    const database = await opened(kind)
    const place = await folder()
    expect(await listPublicKeys(database)).toEqual([])
    const { id } = await openSigningKey(database, place, NOON)
    expect((await openSigningKey(database, place, LATER)).id).toBe(id)
    expect(await timesOf(database)).toEqual([[id, NOON, null]])
    expect(await actionsOf(database)).toEqual([
      `signing-key.added signing-key:${id}`,
    ])
  })

  it('are one for two servers that start at once on one folder', async () => {
    const database = await opened(kind)
    const place = await folder()
    const keys = await Promise.all(
      [1, 2, 3].map(() => openSigningKey(database, place, NOON)),
    )
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1)
    expect(await actionsOf(database)).toHaveLength(1)
  })

  it('are shared through the environment by servers with other folders', async () => {
    const database = await opened(kind)
    const pem = newPrivateKeyPem()
    const first = await openSigningKey(database, await folder(pem), NOON)
    const second = await openSigningKey(database, await folder(pem), NOON)
    expect(second.id).toBe(first.id)
    expect(await actionsOf(database)).toHaveLength(1)
  })

  it('are not doubled by a server that has none, or another', async () => {
    const database = await opened(kind)
    const { id } = await openSigningKey(database, await folder(), NOON)
    const without = await folder()
    await expect(openSigningKey(database, without, NOON)).rejects.toThrow(
      new RegExp(`signs with the key ${id}, and .* is not there\\. Copy`),
    )
    expect(await readdir(without.dataFolder)).toEqual([])
    const other = await folder(newPrivateKeyPem())
    await expect(openSigningKey(database, other, NOON)).rejects.toThrow(
      /OLSHEM_SIGNING_KEY has the key/,
    )
  })

  it('stay in the list when they are replaced, and what they signed stays trusted', async () => {
    const database = await opened(kind)
    const place = await folder()
    const old = await openSigningKey(database, place, NOON)
    const key = await replaceSigningKey(database, place, NEXT)
    expect(await readdir(place.dataFolder)).toEqual(['signing-key.pem'])
    expect((await openSigningKey(database, place, LATER)).id).toBe(key.id)
    expect(await timesOf(database)).toEqual([
      [old.id, NOON, LATER],
      [key.id, LATER, null],
    ])
    expect(await actionsOf(database)).toEqual([
      `signing-key.added signing-key:${old.id}`,
      `signing-key.replaced signing-key:${key.id}`,
    ])
    const keys = await listPublicKeys(database)
    const of = (time: string) =>
      checkSignature(signDocument({ kind: 'test', time }, old), keys).kind
    expect(of(NOON)).toBe('trusted')
    expect(of('2026-11-22T13:00:00.001Z')).toBe('out-of-time')
  })

  it('are replaced by a new one of the environment, and by no old one', async () => {
    const database = await opened(kind)
    const pem = newPrivateKeyPem()
    const { dataFolder, environment } = await folder(pem)
    const place = { dataFolder, environment }
    await openSigningKey(database, place, NOON)
    await expect(replaceSigningKey(database, place, NEXT)).rejects.toThrow(
      /which is in use\. Set it to a new one first/,
    )
    const next = { OLSHEM_SIGNING_KEY: newPrivateKeyPem() }
    await replaceSigningKey(database, { dataFolder, environment: next }, NEXT)
    await expect(replaceSigningKey(database, place, NEXT)).rejects.toThrow(
      /was in use before and is not used again/,
    )
    expect(await listPublicKeys(database)).toHaveLength(2)
  })

  it('are whole after the power failed in the middle of replacing', async () => {
    const database = await opened(kind)
    const place = await folder()
    const file = `${place.dataFolder}/signing-key.pem`
    await openSigningKey(database, place, NOON)
    await rename(file, `${file}.kept`)
    const key = await replaceSigningKey(database, place, NEXT)
    // As it is after recording and before renaming.
    await rename(file, `${file}.next`)
    await rename(`${file}.kept`, file)
    expect((await openSigningKey(database, place, LATER)).id).toBe(key.id)
    expect(await readdir(place.dataFolder)).toEqual(['signing-key.pem'])
  })

  it('are replaced though the old one is lost', async () => {
    const database = await opened(kind)
    const place = await folder()
    await expect(replaceSigningKey(database, place, NEXT)).rejects.toThrow(
      'There is no key yet',
    )
    await openSigningKey(database, place, NOON)
    await rm(`${place.dataFolder}/signing-key.pem`)
    const { id } = await replaceSigningKey(database, place, NEXT)
    expect((await openSigningKey(database, place, LATER)).id).toBe(id)
  })
})
