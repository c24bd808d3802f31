/** Backups of a running installation, and what a restored one says of itself. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'

import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import {
  closeDatabase,
  openDatabase,
} from '../../../server/database/open-database.js'
import { migrate } from '../../../server/database/migrate.js'
import { actingNow, SERVER } from '../../../server/http/acting.js'
import { Signer } from '../../../server/installation/signer.js'
import { createRun } from '../../../server/runs/create-run.js'
import { load, tinyStore } from '../runs/stored-runs.js'
import { newInstallation } from './installation.js'

const KEY = { environment: {} }

/** With a run, and with its database open, as a server has it. */
async function installation() {
  const { folder, olshem, environment } = await newInstallation()
  const dataFolder = `${folder}/data`
  const file = `${dataFolder}/olshem.db`
  const database = await openDatabase({ file })
  await migrate(database)
  const store = await tinyStore(database)
  const { dataSet } = await load(store, 'id,a,b\nm1,1,2\n', 2021)
  const run = async () =>
    (
      await createRun(
        store,
        { methodology: 'tiny', year: 2021, dataSet: dataSet.id },
        actingNow(SERVER),
      )
    ).stored.id
  const id = await run()
  await Signer.open(database, { dataFolder, ...KEY })
  const other = `${folder}/other`
  const elsewhere = { environment: { OLSHEM_DATA: other } }
  const backup = `${folder}/backup`
  const close = () => closeDatabase(database)
  return {
    ...{ folder, olshem, environment, database, run, id, close },
    ...{ dataFolder, other, elsewhere, backup },
  }
}

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777
}

describe('olshem backup', () => {
  it('copies what was stored, while the database is written to', async () => {
    const { olshem, backup, other, elsewhere, ...made } = await installation()
    const writing = (async () => {
      for (let count = 0; count < 20; count += 1) await made.run()
    })()
    const { status, out, err } = await olshem(['backup', backup])
    await writing
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/sha256 [0-9a-f]{64}[^]*The private key is not in it/)
    expect((await readdir(backup)).sort()).toEqual(['backup.json', 'olshem.db'])
    for (const name of await readdir(backup)) {
      expect(await modeOf(`${backup}/${name}`)).toBe(0o600)
    }
    await made.close()
    const restored = await olshem(['restore', backup], elsewhere)
    expect([restored.status, restored.err]).toEqual([0, ''])
    expect(restored.out).toMatch(/Whole: \d+ texts, the results of \d+ runs/)
    expect(await modeOf(`${other}/olshem.db`)).toBe(0o600)
    const database = await openDatabase({ file: `${other}/olshem.db` })
    const found = await database
      .selectFrom('runs')
      .select('id')
      .where('id', '=', made.id)
      .executeTakeFirst()
    await closeDatabase(database)
    expect(found).toEqual({ id: made.id })
  })

  it('has the private key only where it is asked for', async () => {
    const { olshem, backup, dataFolder, other, elsewhere, close } =
      await installation()
    await close()
    const { out } = await olshem(['backup', '--with-key', backup])
    expect(out).toContain('whoever has the backup can sign receipts')
    const name = 'signing-key.pem'
    expect(await modeOf(`${backup}/${name}`)).toBe(0o600)
    await olshem(['restore', backup], elsewhere)
    expect(await modeOf(`${other}/${name}`)).toBe(0o600)
    expect(await readFile(`${other}/${name}`, 'utf8')).toBe(
      await readFile(`${dataFolder}/${name}`, 'utf8'),
    )
    const keys = await olshem(['key', 'signing'], elsewhere)
    expect(keys.status).toBe(0)
  })

  it('writes over nothing, and needs a database', async () => {
    const { olshem, backup, elsewhere, folder, close } = await installation()
    await close()
    await olshem(['backup', backup])
    const again = await olshem(['backup', backup])
    expect(again.status).toBe(1)
    expect(again.err).toContain('is there already')
    const nothing = await olshem(['backup', `${folder}/new`], elsewhere)
    expect(nothing.err).toContain('other/olshem.db is not there')
    expect(await readdir(folder)).not.toContain('new')
  })

  it.each(['backup', 'restore'])(
    'leaves PostgreSQL to its own tools: %s',
    async (name) => {
      const { olshem, folder } = await newInstallation()
      const DATABASE_URL = 'postgres://olshem:secret@127.0.0.1/olshem'
      const { status, err } = await olshem([name, `${folder}/backup`], {
        environment: { DATABASE_URL },
      })
      expect(status).toBe(1)
      expect(err).toMatch(name === 'backup' ? /pg_dump/ : /pg_restore/)
      expect(err).not.toContain('secret')
    },
  )
})

describe('olshem restore', () => {
  it('refuses a place in which there is something', async () => {
    const { olshem, backup, close } = await installation()
    await close()
    await olshem(['backup', backup])
    const { status, err } = await olshem(['restore', backup])
    expect(status).toBe(1)
    expect(err).toContain('olshem.db is there')
    expect(err).toContain('signing-key.pem is there')
  })

  it('refuses a backup that was changed, or was not finished', async () => {
    const { olshem, backup, elsewhere, folder, other, close } =
      await installation()
    await close()
    await olshem(['backup', backup])
    const file = `${backup}/olshem.db`
    const bytes = await readFile(file)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(file, bytes)
    const changed = await olshem(['restore', backup], elsewhere)
    expect(changed.status).toBe(1)
    expect(changed.err).toMatch(/sha256 \w+ was expected, and \w+ was found/)
    expect(await readdir(folder)).not.toContain('other')
    const unfinished = await olshem(['restore', other], elsewhere)
    expect(unfinished.err).toContain('backup.json')
  })

  it('says what in it was tampered with before it was backed up', async () => {
    const { olshem, backup, elsewhere, database, id, close } =
      await installation()
    await sql`update texts set text = text || ' ' where kind = 'methodology'`.execute(
      database,
    )
    await sql`update runs set result = replace(result, '"total": "3"', '"total": "4"')`.execute(
      database,
    )
    await sql`update audit_entries set details = '{}' where number = 1`.execute(
      database,
    )
    await close()
    await olshem(['backup', backup])
    const { status, out } = await olshem(['restore', backup], elsewhere)
    expect(status).toBe(1)
    expect(out).toMatch(/text \(methodology\): sha256 \w+ was expected/)
    expect(out).toContain(`run ${id}: its results do not fit their hash`)
    expect(out).toContain('audit log: entry 1 was changed')
  })
})
