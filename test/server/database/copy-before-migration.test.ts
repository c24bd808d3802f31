/** A SQLite database that holds something is copied before it is changed for good. */
import { readdir, stat } from 'node:fs/promises'

import { sql, type Migration } from 'kysely'
import { expect, it } from 'vitest'

import { migrate } from '../../../server/database/migrate.js'
import { MIGRATIONS } from '../../../server/database/migrations/migrations.js'
import {
  closeDatabase,
  openDatabase,
} from '../../../server/database/open-database.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

const more = (statement: string): Record<string, Migration> => ({
  ...MIGRATIONS,
  '9999-more': {
    up: async (database) => {
      await sql.raw(statement).execute(database)
    },
  },
})

it('keeps a copy from before a migration, and another one from before the next attempt', async () => {
  const folder = await temporaryData({})
  const database = await openDatabase({ file: `${folder}/olshem.db` })
  const files = async () =>
    (await readdir(folder)).filter((name) => name.includes('before')).sort()
  await migrate(database)
  expect(await files()).toEqual([])
  await sql`insert into settings (key, value) values ('a', '1')`.execute(
    database,
  )
  await expect(migrate(database, more('no statement'))).rejects.toThrow()
  const attempt = 'olshem.db.before-9999-more'
  expect(await files()).toEqual([attempt])
  await migrate(database, more('delete from settings'))
  expect(await files()).toEqual([attempt, `${attempt}.2`])
  await migrate(database, more('delete from settings'))
  expect(await files()).toHaveLength(2)
  await closeDatabase(database)
  for (const name of await files()) {
    const file = `${folder}/${name}`
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const copy = await openDatabase({ file })
    const rows = await sql`select value from settings where key = 'a'`.execute(
      copy,
    )
    expect(rows.rows).toEqual([{ value: '1' }])
    await closeDatabase(copy)
  }
})
