import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ownRulesFolder } from '../../../server/catalogue/rules-folder.js'
import { openDatabase } from '../../../server/database/open-database.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import { listDataSets } from '../../../server/repository/data-sets.js'
import { listRuns } from '../../../server/repository/runs.js'
import { loadDemonstration } from '../../../server/runs/demonstration.js'
import { replayRun } from '../../../server/runs/replay-run.js'
import { DATABASES, type TestDatabase } from '../../helpers/databases.js'
import { ACTING } from './stored-runs.js'

describe.each(DATABASES)('the demonstration on $kind', ({ open }) => {
  let opened: TestDatabase
  const rules = ownRulesFolder()

  beforeAll(async () => {
    opened = await open()
    await importFolder(opened.database, rules, ACTING)
  })
  afterAll(() => opened.close())

  it('is loaded once, by one of two servers, named as such, and scored', async () => {
    const second = await openDatabase(opened.place)
    const made = await Promise.all(
      [opened.database, second].map((database) =>
        loadDemonstration({ database, rules }, ACTING),
      ),
    )
    await second.destroy()
    expect(made.sort()).toEqual([0, 7])
    const { items } = await listDataSets(opened.database, { limit: 100 })
    expect(items.map(({ name, bodies }) => [name, bodies]).sort()).toEqual([
      ['Demonstration: human development, 2005', 177],
      ['Demonstration: human development, 2020', 195],
      ['Demonstration: human development, 2021', 195],
      ['Demonstration: personnel management of Karaganda region, 2010', 1],
      ['Demonstration: regional panel, 2012', 18],
      ['Demonstration: regional panel, 2013', 18],
      ['Demonstration: unified rating, 2025 (invented figures)', 49],
    ])
  })

  it('replays identical', async () => {
    const { items } = await listRuns(opened.database, { limit: 100 })
    expect(items).toHaveLength(7)
    for (const { id } of items) {
      expect((await replayRun(opened.database, id)).kind).toBe('identical')
    }
  })
})
