import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sha256 } from '../../../engine/index.js'
import { inTransaction } from '../../../server/database/in-transaction.js'
import type { Database } from '../../../server/database/tables.js'
import {
  insertDataSet,
  listDataSets,
  type DataSet,
} from '../../../server/repository/data-sets.js'
import {
  findMethodologyVersion,
  insertMethodologyVersion,
  listMethodologyVersions,
} from '../../../server/repository/methodology-versions.js'
import {
  findRegister,
  insertRegister,
} from '../../../server/repository/registers.js'
import { findText, getText, putText } from '../../../server/repository/texts.js'
import { DATABASES, type TestDatabase } from '../../helpers/databases.js'

const AT = '2026-11-22T10:00:00.000Z'

describe.each(DATABASES)('the repository on $kind', ({ open }) => {
  let opened: TestDatabase
  let database: Database

  beforeAll(async () => {
    opened = await open()
    database = opened.database
  })
  afterAll(() => opened.close())

  it('keeps a text once, under its hash, however often it is put', async () => {
    const text = 'title: Өлшем 😀\n'
    const hash = await putText(database, 'methodology', text, AT)
    await putText(database, 'methodology', text, '2027-01-01T00:00:00.000Z')
    expect(hash).toBe(await sha256(text))
    const stored = { sha256: hash, kind: 'methodology', text }
    expect(await getText(database, hash)).toEqual(stored)
    const rows = await database
      .selectFrom('texts')
      .select('created_at')
      .where('sha256', '=', hash)
      .execute()
    expect(rows).toEqual([{ created_at: AT }])
  })

  it('keeps a text once where several put it at the same time', async () => {
    const put = () => putText(database, 'data', 'together', AT)
    const hashes = await Promise.all([1, 2, 3, 4].map(put))
    expect(new Set(hashes).size).toBe(1)
  })

  it('refuses a text whose byte was changed, with both hashes', async () => {
    const hash = await putText(database, 'data', 'weight: 0.25', AT)
    await database
      .updateTable('texts')
      .set({ text: 'weight: 0.26' } as object)
      .where('sha256', '=', hash)
      .execute()
    const found = await sha256('weight: 0.26')
    await expect(getText(database, hash)).rejects.toMatchObject({
      code: 'TEXT_DAMAGED',
      message: `A text of the database (data) was changed: sha256 ${hash} was expected, and ${found} was found. Bring it back from a backup.`,
    })
  })

  it('says that a text is not there', async () => {
    const hash = await sha256('nowhere')
    expect(await findText(database, hash)).toBeNull()
    await expect(getText(database, hash)).rejects.toMatchObject({
      code: 'TEXT_UNKNOWN',
    })
  })

  it('takes one hash for a version, the first', async () => {
    const first = await putText(database, 'methodology', 'first', AT)
    const second = await putText(database, 'methodology', 'second', AT)
    const version = {
      ...{ methodology: 'a', version: '1', status: 'published' as const },
      ...{ edition: null, origin: 'imported' as const, publishedAt: null },
      ...{ withdrawnAt: null, withdrawnBecause: null },
    }
    const insert = (hash: string) =>
      insertMethodologyVersion(database, { ...version, sha256: hash })
    expect([await insert(first), await insert(second)]).toEqual([true, false])
    const found = await findMethodologyVersion(database, 'a', '1')
    expect(found).toEqual({ ...version, sha256: first })
    expect(await listMethodologyVersions(database)).toEqual([found])
  })

  it('gives the state of a register that was loaded last, or the one that is named', async () => {
    const states = ['2024', '2026', '2025'].map(async (year) => {
      const hash = await putText(database, 'register', year, AT)
      const loadedAt = `${year}-01-01T00:00:00.000Z`
      const loaded = { loadedAt, loadedBy: 'somebody', name: year }
      await insertRegister(database, { id: 'bodies', sha256: hash, ...loaded })
      return hash
    })
    const [first = ''] = await Promise.all(states)
    expect((await findRegister(database, 'bodies'))?.name).toBe('2026')
    expect((await findRegister(database, 'bodies', first))?.name).toBe('2024')
    expect(await findRegister(database, 'others')).toBeNull()
  })

  it('gives lists page by page, newest first, none twice and none left out', async () => {
    const ids: string[] = []
    for (const index of [1, 2, 3, 4, 5, 6, 7]) {
      const id = await putText(database, 'data', `page ${index}`, AT)
      // Two at each instant, so that the id decides between them.
      const loadedAt = `2026-01-0${Math.ceil(index / 2)}T00:00:00.000Z`
      await insertDataSet(database, dataSet(id, loadedAt))
      ids.push(id)
    }
    const seen: DataSet[] = []
    let after: string | null = null
    const sizes: number[] = []
    do {
      const options = after === null ? { limit: 3 } : { limit: 3, after }
      const page: Awaited<ReturnType<typeof listDataSets>> = await listDataSets(
        database,
        options,
      )
      seen.push(...page.items)
      sizes.push(page.items.length)
      after = page.next
    } while (after !== null)
    expect(sizes).toEqual([3, 3, 1])
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(ids))
    const places = seen.map(({ loadedAt, id }) => `${loadedAt} ${id}`)
    expect(places).toEqual([...places].sort().reverse())
    const none = await listDataSets(database, { limit: 3, year: 1999 })
    expect(none).toEqual({ items: [], next: null })
  })

  it('refuses a cursor that it did not give', async () => {
    for (const after of [
      '',
      'x',
      'JTAwfGE',
      Buffer.from('a|b|c').toString('base64url'),
    ]) {
      await expect(
        listDataSets(database, { limit: 3, after }),
      ).rejects.toMatchObject({ code: 'CURSOR_UNREADABLE' })
    }
  })

  it('undoes an action whose log entry fails', async () => {
    const done = inTransaction(database, async (transaction) => {
      await inTransaction(transaction, (same) =>
        putText(same, 'data', 'undone', AT),
      )
      throw new Error('the log is full')
    })
    await expect(done).rejects.toThrow('the log is full')
    expect(await findText(database, await sha256('undone'))).toBeNull()
  })
})

function dataSet(id: string, loadedAt: string): DataSet {
  const loaded = { loadedAt, loadedBy: 'somebody', replaces: null }
  const of = { methodology: 'tiny', year: 2021, source: '', bodies: 1 }
  return { id, name: id, ...of, ...loaded }
}
