/** Receipts over HTTP, checked as anybody checks them: offline, with the public keys. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { replaceSigningKey } from '../../../server/installation/installation-keys.js'
import { Signer } from '../../../server/installation/signer.js'
import { parseReceipt } from '../../../server/receipts/read-receipt.js'
import { DATABASES } from '../../helpers/databases.js'
import { newKey } from '../../helpers/signing.js'
import { run as command } from '../commands/run-in-memory.js'
import { tinyServers, type TinyApp, type TinyServers } from './tiny-app.js'

const CSV = 'id,a,b\nm1,1,2\nm2,3,4\n'
const BODIES = [
  { id: 'm1', a: 1, b: 2 },
  { id: 'm2', a: 3, b: 4 },
]

describe.each(DATABASES)('receipts on $kind', (kind) => {
  let servers: TinyServers
  let server: TinyApp
  let folder: string
  let id: string

  beforeAll(async () => {
    servers = await tinyServers(kind)
    server = await servers.start()
    folder = await mkdtemp(join(tmpdir(), 'olshem-receipts-'))
    id = await server.run(CSV)
  })
  afterAll(async () => {
    await server.close()
    await servers.close()
    await rm(folder, { recursive: true })
  })

  const receiptOf = async (run: string) => {
    const { statusCode, body } = await server.ask({
      url: `/v1/runs/${run}/receipt`,
    })
    return { statusCode, body }
  }

  /** As somebody elsewhere does, with files alone. */
  async function verify(receipt: string, csv: string) {
    const keys = await server.ask({ url: '/v1/keys' })
    await writeFile(`${folder}/keys.json`, keys.body)
    await writeFile(`${folder}/receipt.json`, receipt)
    await writeFile(`${folder}/data.csv`, csv)
    return command([
      ...['verify', `${folder}/receipt.json`],
      ...['--key', `${folder}/keys.json`],
      ...['--data', `${folder}/data.csv`, '--rules', servers.rules],
    ])
  }

  it('of a run are accepted with the data and the keys of the installation', async () => {
    const { body } = await receiptOf(id)
    const { status, out } = await verify(body, CSV)
    expect([status, out]).toEqual([
      0,
      expect.stringContaining('holds: signature, hashes and result'),
    ])
    expect(parseReceipt(body, 'receipt')).toMatchObject({
      ...{ run: id, apiKey: null, year: 2021 },
      methodology: { id: 'tiny', version: '2020' },
    })
  })

  it('tell that one digit of the data is another', async () => {
    const { body } = await receiptOf(id)
    const { status, out } = await verify(body, CSV.replace('3,4', '3,5'))
    expect(status).toBe(1)
    expect(out).toContain('does not hold: data, result')
  })

  it('tell that one digit of the receipt is another', async () => {
    const { body } = await receiptOf(id)
    const changed = body.replace(/"resultSha256": "(.)/, (found, digit) =>
      found.replace(/.$/, digit === '0' ? '1' : '0'),
    )
    const { status, out } = await verify(changed, CSV)
    expect(status).toBe(1)
    expect(out).toContain('does not hold: signature, result')
  })

  it('are made with the run, name the entry of the log that tells of it, and stay', async () => {
    const made = await server.run(CSV)
    const stored = await servers.database
      .selectFrom('run_receipts')
      .select('receipt')
      .where('run', '=', made)
      .executeTakeFirstOrThrow()
    const entry = await servers.database
      .selectFrom('audit_entries')
      .select(['number', 'hash'])
      .where('subject', '=', `run:${made}`)
      .executeTakeFirstOrThrow()
    const first = await receiptOf(made)
    expect(first.body).toBe(stored.receipt)
    expect(parseReceipt(first.body, 'receipt').auditHead).toEqual(entry)
    await server.run(CSV)
    expect((await receiptOf(made)).body).toBe(first.body)
  })

  it('are given at the first request of a run that has none, once for all who ask', async () => {
    const made = await server.run(CSV)
    await servers.database
      .deleteFrom('run_receipts')
      .where('run', '=', made)
      .execute()
    const asked = await Promise.all([1, 2, 3].map(() => receiptOf(made)))
    expect(new Set(asked.map(({ body }) => body)).size).toBe(1)
    expect((await verify(asked[0]?.body ?? '', CSV)).status).toBe(0)
  })

  it('are refused of a run that was changed after it was stored', async () => {
    const made = await server.run(CSV)
    await servers.database
      .deleteFrom('run_receipts')
      .where('run', '=', made)
      .execute()
    await sql`update runs set result = replace(result, '"total": "3"', '"total": "4"') where id = ${made}`.execute(
      servers.database,
    )
    const { statusCode, body } = await receiptOf(made)
    expect(statusCode).toBe(409)
    expect(body).toContain('RUN_DAMAGED')
    expect((await receiptOf('none')).statusCode).toBe(404)
  })

  it('of scores that are not kept stand beside results that they leave as they are', async () => {
    const asked = { methodology: 'tiny', year: 2021, bodies: BODIES }
    const plain = await server.post('/v1/score', asked)
    const answer = await server.post('/v1/score', { ...asked, receipt: true })
    expect(plain.json()).not.toHaveProperty('receipt')
    const { receipt } = answer.json<{ receipt: { run: null } }>()
    expect(answer.body).toBe(
      plain.body.replace(/\}\n$/, `,"receipt":${JSON.stringify(receipt)}}\n`),
    )
    expect(receipt.run).toBeNull()
    const { status, out } = await verify(JSON.stringify(receipt), CSV)
    expect([status, out]).toEqual([0, expect.stringContaining('holds: ')])
  })

  it('are not given of streams, which say so', async () => {
    const answer = await server.post(
      '/v1/score?methodology=tiny&year=2021&receipt=true',
      '{"id":"m1"}\n',
      'application/x-ndjson',
    )
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('the field \\"receipt\\" is not known')
  })

  it('are signed with the new key after a replacement, and old ones still hold', async () => {
    const before = (await receiptOf(id)).body
    const place = { dataFolder: servers.dataFolder, environment: {} }
    const by = { at: new Date().toISOString(), actor: 'command-line' } as const
    await replaceSigningKey(servers.database, place, by)
    const after = (await receiptOf(await server.run(CSV))).body
    const keyOf = (text: string) => parseReceipt(text, 'receipt').key
    expect(keyOf(after)).not.toBe(keyOf(before))
    expect((await verify(after, CSV)).status).toBe(0)
    expect((await verify(before, CSV)).status).toBe(0)
  })

  it('are signed by servers that have the key of the installation, and no others', async () => {
    const { privateKey } = newKey()
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const environment = { OLSHEM_SIGNING_KEY: pem }
    const place = { dataFolder: servers.dataFolder, environment }
    await expect(Signer.open(servers.database, place)).rejects.toThrow(
      /This installation signs with the key .*OLSHEM_SIGNING_KEY has the key/,
    )
  })
})

describe('the heads of receipts', () => {
  const [sqlite] = DATABASES

  it('show that the log was cut off or written anew', async () => {
    if (!sqlite) throw new Error('SQLite is always there')
    const { environment, file, database, close } = await kept(sqlite)
    const audit = () =>
      command(['audit', 'verify', '--head', file], { environment })
    expect((await audit()).status).toBe(0)
    const { number } = await database
      .selectFrom('audit_entries')
      .select(({ fn }) => fn.max('number').as('number'))
      .executeTakeFirstOrThrow()
    const at = number
    await sql`update audit_entries set hash = ${'0'.repeat(64)} where number = ${at}`.execute(
      database,
    )
    const rewritten = await audit()
    expect(rewritten.status).toBe(1)
    expect(rewritten.out).toContain('the log was written anew')
    await sql`delete from audit_entries where number = ${at}`.execute(database)
    const cut = await audit()
    expect(cut.status).toBe(1)
    expect(cut.out).toContain('its end was cut off')
    await close()
  })

  /** An installation with a run, and the receipt of it in a file. */
  async function kept(of: (typeof DATABASES)[number]) {
    const servers = await tinyServers(of)
    const server = await servers.start()
    const id = await server.run(CSV)
    const { body } = await server.ask({ url: `/v1/runs/${id}/receipt` })
    await server.close()
    const file = join(servers.dataFolder, 'receipt.json')
    await writeFile(file, body)
    const place = await sql<{
      file: string
    }>`select file from pragma_database_list where name = 'main'`.execute(
      servers.database,
    )
    const folder = join(place.rows[0]?.file ?? '', '..')
    const environment = { OLSHEM_DATA: folder }
    return { environment, file, ...servers }
  }
})
