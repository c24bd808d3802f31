import { readFile, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import {
  closeDatabase,
  openDatabase,
} from '../../../server/database/open-database.js'
import type { Database } from '../../../server/database/tables.js'
import { signHead } from '../../../server/audit/head.js'
import { signDocument } from '../../../server/signing/signature.js'
import { findSigningKey } from '../../../server/signing/find-signing-key.js'
import { newKey, NOON } from '../../helpers/signing.js'
import { newInstallation, type TestInstallation } from './installation.js'

/** An installation with a user, a key, and the head of its log kept outside. */
async function made() {
  const installation = await newInstallation({ password: 'one two three four' })
  const { olshem, folder } = installation
  await olshem(['key', 'signing'])
  const user = ['user', 'add', 'Aigul', '--role', 'owner']
  await olshem([...user, '--password-file', `${folder}/password`])
  const head = `${folder}/head.json`
  const ran = await olshem(['audit', 'head', '--output', head])
  expect([ran.status, ran.err]).toEqual([0, ''])
  const verify = (...args: readonly string[]) =>
    olshem(['audit', 'verify', ...args])
  return { ...installation, head, verify }
}

async function tamper(
  { environment }: TestInstallation,
  work: (database: Database) => Promise<unknown>,
): Promise<void> {
  const file = `${environment['OLSHEM_DATA'] ?? ''}/olshem.db`
  const database = await openDatabase({ file })
  await work(database)
  await closeDatabase(database)
}

describe('olshem audit', () => {
  it('says that the log is whole, and that a head is needed to see its end', async () => {
    const { verify, head } = await made()
    const alone = await verify()
    expect(alone.status).toBe(0)
    expect(alone.out).toMatch(
      /^whole: 2 entries, the last with hash [0-9a-f]{64}\n.* shows against a head: --head\.\n$/,
    )
    const against = await verify('--head', head)
    expect(against.status).toBe(0)
    expect(against.out).toMatch(
      /\nIt has entry 2, which was its head 20.*Z\.\n$/,
    )
  })

  it('finds an entry that was changed', async () => {
    const installation = await made()
    await tamper(installation, (database) =>
      database
        .updateTable('audit_entries')
        .set({ details: '{"role":"admin"}' } as object)
        .where('number', '=', 2)
        .execute(),
    )
    const { status, out } = await installation.verify()
    expect(status).toBe(1)
    expect(out).toBe(
      'entry 2 was changed: what it says does not fit its hash\n',
    )
  })

  it('finds against a kept head that the end was cut off', async () => {
    const installation = await made()
    await tamper(installation, (database) =>
      database.deleteFrom('audit_entries').where('number', '=', 2).execute(),
    )
    const { verify, head } = installation
    expect((await verify()).status).toBe(0)
    const { status, out } = await verify('--head', head)
    expect(status).toBe(1)
    expect(out).toContain('the log ends with entry 1, and the head is entry 2')
  })

  it('takes the head of a receipt as well', async () => {
    const { verify, folder, environment, head } = await made()
    const dataFolder = environment['OLSHEM_DATA'] ?? ''
    const key = await findSigningKey({ dataFolder, environment: {} })
    if (!key) throw new Error('No key')
    const kept = JSON.parse(await readFile(head, 'utf8')) as {
      readonly number: number
      readonly hash: string
      readonly time: string
    }
    const zeros = '0'.repeat(64)
    const { number, hash, time } = kept
    const receipt = (auditHead: object | null) =>
      signDocument(
        {
          ...{ kind: 'olshem-receipt', format: 1, year: 2021, engine: '1' },
          methodology: { id: 'm', version: '1', sha256: zeros },
          ...{ dataSha256: zeros, registerSha256: null, basedOn: [] },
          ...{ resultSha256: zeros, time, apiKey: null, run: null },
          auditHead: auditHead as null,
        },
        key,
      )
    const file = `${folder}/receipt.json`
    await writeFile(file, JSON.stringify(receipt({ number, hash })))
    expect((await verify('--head', file)).status).toBe(0)
    await writeFile(file, JSON.stringify(receipt({ number, hash: zeros })))
    const other = await verify('--head', file)
    expect(other.out).toContain('the log was written anew')
    await writeFile(file, JSON.stringify(receipt(null)))
    const none = await verify('--head', file)
    expect(none.err).toContain('names no head')
  })

  it('does not believe a head that somebody else signed, or that was changed', async () => {
    const { verify, head, folder, olshem } = await made()
    const text = await readFile(head, 'utf8')
    await writeFile(head, text.replace('"number": 2', '"number": 1'))
    const changed = await verify('--head', head)
    expect(changed.status).toBe(1)
    expect(changed.err).toMatch(/head\.json cannot be trusted: .* was changed/)
    const forged = signHead({ number: 1, hash: '0'.repeat(64) }, NOON, newKey())
    await writeFile(head, JSON.stringify(forged))
    expect((await verify('--head', head)).err).toContain('is not among those')
    await writeFile(head, text)
    const keys = await olshem(['key', 'signing'])
    await writeFile(`${folder}/keys.json`, keys.out)
    const own = ['--key', `${folder}/keys.json`]
    expect((await verify('--head', head, ...own)).status).toBe(0)
  })

  it.each([
    { text: '{}', says: '"kind" is not there; expected "olshem-audit-head"' },
    { text: '[', says: 'it is not JSON' },
    { text: '{"kind":"olshem-receipt"}', says: 'is not a receipt of Olshem' },
  ])('refuses a head that is none: $text', async ({ text, says }) => {
    const { verify, head } = await made()
    await writeFile(head, text)
    const { status, err } = await verify('--head', head)
    expect(status).toBe(1)
    expect(err).toContain(says)
  })

  it('does not call a log whole that is not there', async () => {
    const { olshem } = await newInstallation()
    const { status, err } = await olshem(['audit', 'verify'])
    expect(status).toBe(1)
    expect(err).toMatch(
      /olshem\.db is not there\. OLSHEM_DATA names the folder/,
    )
  })

  it('takes no key without a head', async () => {
    const { verify } = await made()
    const { status, err } = await verify('--key', 'x')
    expect([status, err.split('\n')[0]]).toEqual([
      2,
      'error: --key needs --head',
    ])
  })
})
