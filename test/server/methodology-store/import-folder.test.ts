import { cp, rm, writeFile } from 'node:fs/promises'

import { afterEach, describe, expect, it } from 'vitest'

import { sha256 } from '../../../engine/index.js'
import { openDatabase } from '../../../server/database/open-database.js'
import { getVersionText } from '../../../server/methodology-store/get-version-text.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import { getScoringVersion } from '../../../server/methodology-store/scoring-version.js'
import type { AuditedAction } from '../../../server/repository/acting.js'
import { listMethodologyVersions } from '../../../server/repository/methodology-versions.js'
import { listRegisters } from '../../../server/repository/registers.js'
import { DATABASES, type TestDatabase } from '../../helpers/databases.js'
import { rulesFolder, tiny } from '../commands/tiny-methodology.js'

const ACTING = { actor: 'start', at: '2026-11-22T10:00:00.000Z' }

const LATER = tiny({ version: '2023', years: '{ from: 2023 }' })

describe.each(DATABASES)('import of the rules folder on $kind', ({ open }) => {
  const opened: TestDatabase[] = []
  const start = async () => {
    const test = await open()
    opened.push(test)
    return test
  }
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close()
  })

  it('makes versions of published files, marked imported and logged, and leaves drafts', async () => {
    const { database } = await start()
    const rules = await rulesFolder({
      'tiny/2020.yaml': tiny(),
      'tiny/2023.yaml': tiny({
        ...{ version: '2023', years: '{ from: 2023 }', status: 'draft' },
      }),
      'registers/bodies.csv':
        'id,name,valid_from,valid_to,successor\nm1,One,,,\n',
    })
    const entries: AuditedAction[] = []
    const audit = (entry: AuditedAction) =>
      Promise.resolve(void entries.push(entry))
    const done = await importFolder(database, rules, { ...ACTING, audit })
    expect(done).toEqual({
      imported: ['tiny@2020'],
      registers: { imported: ['bodies'], problems: [] },
      problems: [],
    })
    const versions = await listMethodologyVersions(database)
    const hash = await sha256(tiny())
    expect(versions).toMatchObject([
      { version: '2020', origin: 'imported', publishedAt: null, sha256: hash },
    ])
    expect(await listRegisters(database)).toMatchObject([
      { id: 'bodies', name: 'bodies.csv', loadedBy: 'start' },
    ])
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['version.imported', 'version:tiny@2020'],
      ['register.loaded', 'register:bodies'],
    ])
    const again = await importFolder(database, rules, ACTING)
    expect(again).toEqual({
      imported: [],
      registers: { imported: [], problems: [] },
      problems: [],
    })
  })

  it('refuses a version whose file was changed until it is mended, and no other', async () => {
    const { database } = await start()
    const files = { 'tiny/2020.yaml': tiny(), 'tiny/2023.yaml': LATER }
    const rules = await rulesFolder(files)
    await importFolder(database, rules, ACTING)
    const store = { database, rules }
    const file = `${rules}/tiny/2020.yaml`
    await writeFile(file, tiny().replace('Tiny index', 'Tiny Index'))
    const expected = await sha256(tiny())
    const found = await sha256(tiny().replace('Tiny index', 'Tiny Index'))
    const refusal = {
      code: 'VERSION_CHANGED',
      message: expect.stringContaining(
        `sha256 ${expected}, the file ${found}`,
      ) as string,
    }
    await expect(getVersionText(store, 'tiny', '2020')).rejects.toMatchObject(
      refusal,
    )
    const request = { methodology: 'tiny', year: 2021 }
    await expect(getScoringVersion(store, request)).rejects.toMatchObject(
      refusal,
    )
    const later = await getVersionText(store, 'tiny', '2023')
    expect(later.text).toBe(LATER)
    const { problems, imported } = await importFolder(database, rules, ACTING)
    expect(imported).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['VERSION_CHANGED'])
    await writeFile(file, tiny())
    expect((await getVersionText(store, 'tiny', '2020')).text).toBe(tiny())
  })

  it('uses a version that the folder lacks, since another server may have published it', async () => {
    const { database } = await start()
    const rules = await rulesFolder({ 'tiny/2020.yaml': tiny() })
    await importFolder(database, rules, ACTING)
    await rm(`${rules}/tiny/2020.yaml`)
    const store = { database, rules }
    const { methodology } = await getScoringVersion(store, {
      methodology: 'tiny',
      year: 2021,
    })
    expect(methodology.version).toBe('2020')
  })

  it('imports nothing where the lock cannot be read', async () => {
    const { database } = await start()
    const files = { 'tiny/2020.yaml': tiny(), 'lock.json': '{' }
    const done = await importFolder(database, await rulesFolder(files), ACTING)
    expect(done.imported).toEqual([])
    expect(done.problems.map(({ code }) => code)).toEqual(['FILE_UNREADABLE'])
  })

  it('lets two servers with folders of their own import at the same time', async () => {
    const first = await start()
    const second = await openDatabase(first.place)
    const files = { 'tiny/2020.yaml': tiny(), 'tiny/2023.yaml': LATER }
    const rules = await rulesFolder(files)
    const copy = `${rules}-copy`
    await cp(rules, copy, { recursive: true })
    // The second folder has another text under the name of a version.
    const other = LATER.replace('Tiny index', 'Other index')
    await writeFile(`${copy}/tiny/2023.yaml`, other)
    const done = await Promise.all([
      importFolder(first.database, rules, ACTING),
      importFolder(second, copy, ACTING),
    ])
    const imported = done.flatMap((each) => each.imported)
    expect(imported.sort()).toEqual(['tiny@2020', 'tiny@2023'])
    const codes = done.flatMap(({ problems }) => problems)
    expect(codes.map(({ code }) => code)).toEqual(['VERSION_CHANGED'])
    await second.destroy()
  })

  it('names what there is where a methodology or a version is not known', async () => {
    const { database } = await start()
    const rules = await rulesFolder({ 'tiny/2020.yaml': tiny() })
    await importFolder(database, rules, ACTING)
    const store = { database, rules }
    await expect(getVersionText(store, 'tinny', '1')).rejects.toMatchObject({
      code: 'METHODOLOGY_UNKNOWN',
      message:
        'There is no methodology "tinny". Did you mean "tiny"? There are: tiny.',
    })
    await expect(getVersionText(store, 'tiny', '1')).rejects.toMatchObject({
      code: 'VERSION_UNKNOWN',
      message: '"tiny" has no version "1". Its versions are 2020.',
    })
    const request = { methodology: 'tiny', year: 2030 }
    await expect(getScoringVersion(store, request)).rejects.toMatchObject({
      code: 'VERSION_NOT_IN_FORCE',
    })
  })

  it('asks for the edition where several are in force', async () => {
    const { database } = await start()
    const editions = ['central', 'local'].map((edition) => [
      `tiny/${edition}.yaml`,
      tiny({ version: edition, edition }),
    ])
    const rules = await rulesFolder(
      Object.fromEntries(editions) as Record<string, string>,
    )
    await importFolder(database, rules, ACTING)
    const store = { database, rules }
    const request = { methodology: 'tiny', year: 2021 }
    await expect(getScoringVersion(store, request)).rejects.toMatchObject({
      code: 'VERSION_UNDECIDED',
    })
    const named = await getScoringVersion(store, {
      ...request,
      edition: 'local',
    })
    expect(named.version.version).toBe('local')
  })

  it('makes no new run with a version that was withdrawn', async () => {
    const { database } = await start()
    const rules = await rulesFolder({ 'tiny/2020.yaml': tiny() })
    await importFolder(database, rules, ACTING)
    await database
      .updateTable('methodology_versions')
      .set({
        status: 'withdrawn',
        withdrawn_at: '2026-01-02T00:00:00.000Z',
        withdrawn_because: 'the act was repealed',
      })
      .execute()
    const request = { methodology: 'tiny', version: '2020', year: 2021 }
    await expect(
      getScoringVersion({ database, rules }, request),
    ).rejects.toMatchObject({
      code: 'VERSION_WITHDRAWN',
      message: expect.stringContaining(
        'withdrawn on 2026-01-02: the act was repealed',
      ) as string,
    })
  })
})
