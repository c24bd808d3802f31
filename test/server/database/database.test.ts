import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { migrate } from '../../../server/database/migrate.js'
import { MIGRATIONS } from '../../../server/database/migrations/migrations.js'
import { openDatabase } from '../../../server/database/open-database.js'
import type { Database } from '../../../server/database/tables.js'
import { DATABASES, type TestDatabase } from '../../helpers/databases.js'

describe.each(DATABASES)('a database of $kind', ({ open }) => {
  let opened: TestDatabase
  let database: Database

  beforeAll(async () => {
    opened = await open()
    database = opened.database
  })
  afterAll(() => opened.close())

  const set = (key: string, value: unknown) =>
    database
      .insertInto('settings')
      .values({ key, value: value as string })
      .execute()

  const get = async (key: string) =>
    (
      await database
        .selectFrom('settings')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst()
    )?.value

  it("keeps what was acknowledged during somebody else's transaction that rolls back", async () => {
    let inserted: Promise<unknown> = Promise.resolve()
    const doomed = database.transaction().execute(async (transaction) => {
      const values = { key: 'doomed', value: 'a' }
      await transaction.insertInto('settings').values(values).execute()
      inserted = set('kept', 'b')
      await new Promise((resolve) => setTimeout(resolve, 20))
      throw new Error('rolled back')
    })
    await expect(doomed).rejects.toThrow('rolled back')
    await inserted
    expect([await get('doomed'), await get('kept')]).toEqual([undefined, 'b'])
  })

  it('runs parallel transactions that read and write so that none is lost', async () => {
    await set('count', '0')
    const add = () =>
      database.transaction().execute(async (transaction) => {
        const { value } = await transaction
          .selectFrom('settings')
          .select('value')
          .where('key', '=', 'count')
          .$if('url' in opened.place, (query) => query.forUpdate())
          .executeTakeFirstOrThrow()
        await transaction
          .updateTable('settings')
          .set({ value: String(Number(value) + 1) })
          .where('key', '=', 'count')
          .execute()
      })
    await Promise.all(Array.from({ length: 20 }, add))
    expect(await get('count')).toBe('20')
  })

  it.each([
    ['a bigint', 1n, 'a bigint'],
    ['a date', new Date(0), 'a Date'],
    ['true', true, 'a boolean'],
    ['an object', { a: 1 }, 'an object'],
    ['a list', ['a'], 'an object'],
    ['a number that is none', NaN, 'the number NaN'],
    ['infinity', Infinity, 'the number Infinity'],
    ['NUL in text', 'a\0b', 'text with the character U+0000 in it'],
    ['a lone surrogate', 'a\ud800', 'text with half of a surrogate pair in it'],
  ])('refuses %s as a parameter and names it', async (_, value, fault) => {
    const refused = set('refused', value)
    await expect(refused).rejects.toThrow(TypeError)
    await expect(refused).rejects.toThrow(
      `Parameter 2 of "insert into "settings" ("key", "value") values (`,
    )
    await expect(refused).rejects.toThrow(`is ${fault}.`)
    expect(await get('refused')).toBeUndefined()
  })

  it('refuses undefined in a condition', async () => {
    const key = undefined as unknown as string
    await expect(get(key)).rejects.toThrow(/undefined/)
  })

  it('keeps every digit of a figure and every letter of a text', async () => {
    for (const text of ['0.10', '1.00000000000000000001', 'Өлшем 😀', '']) {
      await set(`text ${text}`, text)
      expect(await get(`text ${text}`)).toBe(text)
    }
  })

  it('gives whole numbers and counts as numbers', async () => {
    const number = 2_000_000_000
    await database
      .insertInto('audit_entries')
      .values({
        ...{ number, at: '', actor: '', action: '', subject: '' },
        ...{ details: '{}', previous_hash: '', hash: '' },
      })
      .execute()
    const row = await database
      .selectFrom('audit_entries')
      .select((select) => ['number', select.fn.countAll<number>().as('count')])
      .groupBy('number')
      .executeTakeFirst()
    expect(row).toEqual({ number, count: 1 })
  })

  it('orders text by code point, whatever the language of the machine', async () => {
    const keys = [
      'я',
      'Ә',
      'a',
      'Z',
      'ä',
      '10',
      '9',
      '😀',
      '\uffee',
      'а-б',
      'аб',
    ]
    for (const key of keys) await set(`order ${key}`, '')
    const rows = await database
      .selectFrom('settings')
      .select('key')
      .where('key', 'like', 'order %')
      .orderBy('key')
      .execute()
    const byCodePoint = (a: string, b: string) =>
      Buffer.compare(Buffer.from(a), Buffer.from(b))
    expect(rows.map(({ key }) => key.slice(6))).toEqual(keys.sort(byCodePoint))
  })

  it('says how many rows were changed', async () => {
    await set('changed 1', 'a')
    await set('changed 2', 'a')
    const result = await database
      .updateTable('settings')
      .set({ value: 'b' })
      .where('key', 'like', 'changed %')
      .executeTakeFirst()
    expect(result.numUpdatedRows).toBe(2n)
    const again = await database
      .insertInto('settings')
      .values({ key: 'changed 1', value: 'c' })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    expect(again.numInsertedOrUpdatedRows).toBe(0n)
  })

  it('refuses a reference to a text that is not there', async () => {
    const values = { id: 'x', sha256: 'f'.repeat(64), name: 'x' }
    const inserted = database
      .insertInto('registers')
      .values({ ...values, loaded_at: '', loaded_by: '' })
      .execute()
    await expect(inserted).rejects.toThrow(/foreign key/i)
  })

  it('goes on after a statement that failed inside a transaction', async () => {
    const failed = database
      .transaction()
      .execute((transaction) => sql`select nothing`.execute(transaction))
    await expect(failed).rejects.toThrow(/nothing/)
    await set('after', 'a')
    expect(await get('after')).toBe('a')
  })

  it('refuses to work once it is closed', async () => {
    const { database: closed, close } = await open()
    await close()
    const asked = closed.selectFrom('settings').selectAll().execute()
    await expect(asked).rejects.toThrow()
  })
})

describe.each(DATABASES)('migrations on $kind', ({ open }) => {
  it('are run once by servers that start at the same time', async () => {
    const first = await open({ isEmpty: true })
    const others = await Promise.all(
      [1, 2, 3].map(() => openDatabase(first.place)),
    )
    const all = [first.database, ...others]
    const ran = await Promise.all(all.map((each) => migrate(each)))
    expect(ran.flat()).toEqual(Object.keys(MIGRATIONS))
    expect(await migrate(first.database)).toEqual([])
    await Promise.all(others.map((each) => each.destroy()))
    await first.close()
  })

  it('open a new file together again and again', async () => {
    // The race is won by most: one round alone would seldom show who lost it.
    for (let round = 0; round < 25; round += 1) {
      const { place, database, close } = await open({ isEmpty: true })
      const others = await Promise.all([1, 2, 3].map(() => openDatabase(place)))
      await Promise.all(
        [database, ...others].map((each) => sql`select 1`.execute(each)),
      )
      await Promise.all(others.map((each) => each.destroy()))
      await close()
    }
  })

  it('leave nothing behind where one fails', async () => {
    const { database, close } = await open({ isEmpty: true })
    const failing = {
      '0001-fails': {
        up: async (db: Database) => {
          await db.schema.createTable('half').addColumn('a', 'text').execute()
          throw new Error('failed')
        },
      },
    }
    await expect(migrate(database, failing)).rejects.toThrow('failed')
    const tables = await database.introspection.getTables()
    expect(tables.map(({ name }) => name)).not.toContain('half')
    await close()
  })

  it('refuse a database that a newer program has changed', async () => {
    const { database, close } = await open()
    await expect(migrate(database, {})).rejects.toThrow(
      `The database was changed by a newer version of Olshem (${Object.keys(MIGRATIONS).join(', ')}).`,
    )
    await close()
  })
})
