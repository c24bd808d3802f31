/** Servers as processes of their own: two on one PostgreSQL, and one after the other with another database. */
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { verifyChain } from '../../server/audit/verify-chain.js'
import { MIGRATIONS } from '../../server/database/migrations/migrations.js'
import { newPrivateKeyPem } from '../../server/signing/signing-key.js'
import { builtPrograms } from '../helpers/built-programs.js'
import { DATABASES, type TestDatabase } from '../helpers/databases.js'
import { HttpPerson } from '../helpers/http-person.js'
import { newUser, PASSWORD } from '../helpers/people-app.js'
import {
  startServer,
  type Environment,
  type RunningServer,
} from '../helpers/server-process.js'
import { DATA, FIRST, folderOf, NEXT } from './drafts/publishing.js'

beforeAll(async () => {
  await builtPrograms()
}, 120_000)

/** Until the test is over. */
async function start(
  files: Readonly<Record<string, string>>,
  more: Environment = {},
): Promise<RunningServer & { readonly rules: string }> {
  const rules = await folderOf(files)
  const data = await mkdtemp(join(tmpdir(), 'olshem-data-'))
  onTestFinished(() => rm(data, { recursive: true }))
  await chmod(rules, 0o555)
  const place = { OLSHEM_RULES: rules, OLSHEM_DATA: data }
  const server = await startServer({ ...place, ...more })
  onTestFinished(() => server.kill())
  return { ...server, rules }
}

async function loadAndRun(
  { address }: RunningServer,
  who: HttpPerson,
  year: number,
): Promise<string> {
  const about = `methodology=tiny&year=${year}&name=Data&source=hand`
  const url = `${address}/v1/data-sets?${about}`
  const loaded = await who.post(url, DATA, 'text/csv')
  expect(loaded.status).toBe(201)
  const { dataSet } = loaded.json as { readonly dataSet: { id: string } }
  const asked = { methodology: 'tiny', year, dataSet: dataSet.id }
  const made = await who.post(`${address}/v1/runs`, asked)
  expect(made.status).toBe(201)
  return (made.json as { readonly run: { id: string } }).run.id
}

describe.each(DATABASES.filter(({ kind }) => kind === 'PostgreSQL'))(
  'servers on $kind',
  ({ open }) => {
    async function empty(): Promise<
      TestDatabase & { readonly environment: Environment }
    > {
      const opened = await open({ isEmpty: true })
      onTestFinished(() => opened.close())
      const { place } = opened
      const url = 'url' in place ? place.url : ''
      return { ...opened, environment: { DATABASE_URL: url } }
    }

    it('make the tables once when they start together, and run at once what the other published', async () => {
      const { database, environment } = await empty()
      const shared = {
        ...environment,
        OLSHEM_SIGNING_KEY: newPrivateKeyPem(),
      }
      const [a, b] = await Promise.all([
        start({ 'tiny/2020.yaml': FIRST }, shared),
        start({ 'tiny/2020.yaml': FIRST }, shared),
      ])
      const { rows } =
        await sql`select name from olshem_migrations order by name`.execute(
          database,
        )
      const names = Object.keys(MIGRATIONS).sort()
      expect(rows).toEqual(names.map((name) => ({ name })))

      const person = async (role: 'owner' | 'approver') => {
        const { name } = await newUser(database, role)
        return HttpPerson.signIn(a.address, name, PASSWORD)
      }
      const [owner, approver] = [
        await person('owner'),
        await person('approver'),
      ]
      const drafts = `${a.address}/v1/drafts`
      const made = await owner.post(drafts, { text: NEXT })
      expect(made.status).toBe(201)
      const { draft } = made.json as {
        readonly draft: { readonly id: string; readonly sha256: string }
      }
      const url = `${drafts}/${draft.id}`
      const meant = { sha256: draft.sha256 }
      const own = await owner.post(`${url}/approval`, meant)
      expect(own.status).toBe(403)
      await owner.post(`${url}/approval-request`, meant)
      const approved = await approver.post(`${url}/approval`, meant)
      expect(approved.status).toBe(201)
      const published = await owner.post(`${url}/publication`, meant)
      expect(published.status).toBe(201)

      // The least of 1 and 2, and of 4 and 0.5.
      const run = await loadAndRun(b, owner, 2023)
      const { json } = await owner.get(`${b.address}/v1/runs/${run}/result`)
      expect(json).toMatchObject({
        methodology: { version: '2023', sha256: draft.sha256 },
        results: [
          { id: 'm1', outputs: { total: 1 } },
          { id: 'm2', outputs: { total: 0.5 } },
          { id: 'm3' },
        ],
      })
      const bodies = [{ id: 'm1', a: 1, b: 2 }]
      const asked = { methodology: 'tiny', year: 2023, bodies }
      const scored = await owner.post(`${b.address}/v1/score`, asked)
      expect(scored.json).toMatchObject({
        results: [{ outputs: { total: 1 } }],
      })
      expect(await readdir(join(b.rules, 'tiny'))).toEqual(['2020.yaml'])
      expect((await verifyChain(database)).faults).toEqual([])
    })

    it('replay a run that SQLite stored, and refuse it with one byte of the methodology changed', async () => {
      const { environment } = await empty()
      const here = await start({ 'tiny/2020.yaml': FIRST })
      const there = await start({}, environment)
      const me = HttpPerson.local
      const run = await loadAndRun(here, me, 2021)
      const of = (server: RunningServer) => `${server.address}/v1/runs`
      const exported = await me.get(`${of(here)}/${run}/export`)
      const altered = exported.text.replace('Tiny index', 'Tiny indeX')
      expect(altered).not.toBe(exported.text)
      const refused = await me.post(`${of(there)}/import`, altered)
      expect(refused.status).toBe(422)
      expect(refused.json).toMatchObject({ code: 'EXPORT_CONTRADICTS' })
      const stored = await me.get(`${of(here)}/${run}`)
      const { methodologySha256 } = stored.json as {
        readonly methodologySha256: string
      }
      expect(refused.text).toContain(`sha256 ${methodologySha256} was expected`)
      const none = await me.post(`${of(there)}/${run}/replay`)
      expect(none.status).toBe(404)
      const imported = await me.post(`${of(there)}/import`, exported.text)
      expect(imported.status).toBe(201)
      const replay = await me.post(`${of(there)}/${run}/replay`)
      expect(replay.json).toMatchObject({ kind: 'identical' })
    })
  },
)
