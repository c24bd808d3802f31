import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { openDatabase } from '../../../server/database/open-database.js'
import { migrate } from '../../../server/database/migrate.js'
import { publishDraft } from '../../../server/drafts/publish-draft.js'
import { withdrawVersion } from '../../../server/drafts/withdraw-version.js'
import { exportRules } from '../../../server/export/export-rules.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import { actingNow } from '../../../server/http/acting.js'
import { DATABASES } from '../../helpers/databases.js'
import { opened } from '../../helpers/signing.js'
import {
  approvedDraft,
  AUTHOR,
  FIRST,
  folderOf,
  NEXT,
} from '../drafts/publishing.js'
import { newInstallation } from './installation.js'
import { run } from './run-in-memory.js'

const WITH_DATA = `${FIRST}  - title: As published
    source: published
    cite: "1"
    data: data.csv
    expect_columns: { total: t }
`
const RULES = {
  'tiny/2020.yaml': WITH_DATA,
  'tiny/data.csv': 'id,a,b,t\nx,1,2,3\n',
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

describe.each(DATABASES)('exported rules on $kind', (kind) => {
  async function start() {
    const rules = await folderOf(RULES)
    const store = { database: await opened(kind), rules }
    await importFolder(store.database, rules, actingNow('server'))
    const base = await folderOf({})
    const target = join(base, 'export')
    const write = () => exportRules(store.database, rules, target)
    return { store, rules, target, write }
  }

  it('are a rules folder of all that was published, with its lock, that the commands accept', async () => {
    const { store, target, write } = await start()
    await publishDraft(store, await approvedDraft(store), AUTHOR())
    const done = await write()
    expect(done.versions).toEqual(['tiny@2020', 'tiny@2023'])
    expect(await filesIn(target)).toEqual([
      ...['lock.json', 'tiny/2020.yaml', 'tiny/2023.yaml', 'tiny/data.csv'],
    ])
    expect(await readFile(`${target}/tiny/2023.yaml`, 'utf8')).toBe(NEXT)
    const check = await run(['check', target])
    expect(check).toMatchObject({ status: 0, out: 'No mistakes found.\n' })
    const lock = await run(['lock', '--rules', target])
    expect(lock).toMatchObject({ status: 0, out: 'Nothing new.\n' })
    const test = await run(['test', '--rules', target])
    expect(test.out).toContain('3 examples passed, 0 failed')
  })

  it('are written anew beside what was exported before, and change none of it', async () => {
    const { store, target, write } = await start()
    await write()
    expect((await write()).written).toEqual([])
    await publishDraft(store, await approvedDraft(store), AUTHOR())
    expect((await write()).written.toSorted()).toEqual([
      ...['lock.json', 'tiny/2023.yaml'],
    ])
    await writeFile(`${target}/tiny/2023.yaml`, `${NEXT}# edited\n`)
    await expect(write()).rejects.toThrow('tiny/2023.yaml')
    expect(await readFile(`${target}/tiny/2023.yaml`, 'utf8')).toContain(
      '# edited',
    )
  })

  it('are not written where something else is', async () => {
    const { write, target } = await start()
    await write()
    await writeFile(`${target}/notes.txt`, 'mine')
    await writeFile(`${target}/lock.json`, '{"methodologies":{},"data":[]}')
    await expect(write()).rejects.toThrow(/lock\.json[^]*notes\.txt/)
  })

  it('are never written into the rules of the server, or around them', async () => {
    const { store, rules } = await start()
    for (const folder of [rules, `${rules}/new`, join(rules, '..'), 'rules']) {
      await expect(exportRules(store.database, rules, folder)).rejects.toThrow(
        'never writes its own rules',
      )
    }
    expect(await filesIn(rules)).toEqual(Object.keys(RULES).sort())
  })

  it('have what was withdrawn apart, with the reason, so that nothing is scored with it', async () => {
    const { store, target, write } = await start()
    await publishDraft(store, await approvedDraft(store), AUTHOR())
    const name = { methodology: 'tiny', version: '2023' }
    await withdrawVersion(store, name, 'found void', AUTHOR())
    expect((await write()).withdrawn).toEqual(['tiny@2023'])
    expect(await readFile(`${target}/withdrawn/tiny/2023.yaml`, 'utf8')).toBe(
      NEXT,
    )
    const notice = await readFile(`${target}/withdrawn/withdrawn.json`, 'utf8')
    expect(JSON.parse(notice)).toMatchObject({
      'tiny@2023': { because: 'found void' },
    })
    expect((await run(['check', target])).status).toBe(0)
    const list = await run(['list', '--rules', target, '--json'])
    expect(JSON.parse(list.out)).toMatchObject([{ version: '2020' }])
  })

  it('name what the folder of this server lacks', async () => {
    const { store, write } = await start()
    const empty = await folderOf({})
    const done = await exportRules(
      ...([store.database, empty, join(await folderOf({}), 'to')] as const),
    )
    expect(done.missing).toEqual(['tiny/data.csv'])
    expect((await write()).missing).toEqual([])
  })
})

describe('olshem export-rules', () => {
  it('says what it wrote', async () => {
    const { environment, olshem, folder } = await newInstallation()
    const rules = await folderOf(RULES)
    const database = await openDatabase({
      file: `${environment['OLSHEM_DATA'] ?? ''}/olshem.db`,
    })
    await migrate(database)
    await importFolder(database, rules, actingNow('server'))
    await database.destroy()
    const target = `${folder}/export`
    const args = ['export-rules', target, '--rules', rules]
    const { status, out } = await olshem(args)
    expect(status).toBe(0)
    expect(out).toBe(
      `tiny/2020.yaml\ntiny/data.csv\nlock.json\n${target} has 1 version and the lock; new files: 3.\n`,
    )
  })
})
