import { createHash } from 'node:crypto'

import { describe, expect, it, onTestFinished } from 'vitest'

import { appendEntry, findHead } from '../../../server/audit/append-entry.js'
import type { Action } from '../../../server/audit/entry.js'
import { verifyChain } from '../../../server/audit/verify-chain.js'
import {
  closeDatabase,
  openDatabase,
} from '../../../server/database/open-database.js'
import type { Database } from '../../../server/database/tables.js'
import { DATABASES } from '../../helpers/databases.js'
import { NOON, opened } from '../../helpers/signing.js'

const ACTION: Action = {
  at: NOON,
  actor: 'command-line',
  action: 'thing.done',
  subject: 'thing:1',
  details: { b: 1, a: 'ә' },
}

function append(database: Database, action: Partial<Action> = {}) {
  return database
    .transaction()
    .execute((transaction) =>
      appendEntry(transaction, { ...ACTION, ...action }),
    )
}

describe.each(DATABASES)('an entry of the audit log, on $kind', (kind) => {
  it('is hashed as canonical JSON with the hash of the entry before', async () => {
    const database = await opened(kind)
    expect(await findHead(database)).toBeNull()
    const first = await append(database)
    const second = await append(database, { details: {} })
    // Written by hand: keys in the order of their letters, no spaces.
    const zeros = '0'.repeat(64)
    const text = `{"action":"thing.done","actor":"command-line","at":"2026-11-22T12:00:00.000Z","details":{"a":"ә","b":1},"number":1,"previousHash":"${zeros}","subject":"thing:1"}`
    const hash = createHash('sha256').update(text, 'utf8').digest('hex')
    expect(first).toEqual({ number: 1, hash })
    const next = `{"action":"thing.done","actor":"command-line","at":"2026-11-22T12:00:00.000Z","details":{},"number":2,"previousHash":"${hash}","subject":"thing:1"}`
    const nextHash = createHash('sha256').update(next, 'utf8').digest('hex')
    expect(second).toEqual({ number: 2, hash: nextHash })
    expect(await findHead(database)).toEqual(second)
  })

  it('is stored with what it tells of, or neither is', async () => {
    const database = await opened(kind)
    const setting = { key: 'a', value: '1' }
    const failing = database.transaction().execute(async (transaction) => {
      await transaction.insertInto('settings').values(setting).execute()
      await appendEntry(transaction, ACTION)
      throw new Error('the rest failed')
    })
    await expect(failing).rejects.toThrow('the rest failed')
    expect(await findHead(database)).toBeNull()
    const rows = await database.selectFrom('settings').selectAll().execute()
    expect(rows).toEqual([])
  })

  it('follows the one before, whichever server wrote that at the same time', async () => {
    const { database, place, close } = await kind.open()
    const other = await openDatabase(place)
    onTestFinished(async () => {
      await closeDatabase(other)
      await close()
    })
    const servers = [database, other]
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        append(servers[index % 2] ?? database, { subject: `thing:${index}` }),
      ),
    )
    const { entries, faults, head } = await verifyChain(other)
    expect({ entries, faults, last: head?.number }).toEqual({
      entries: 40,
      faults: [],
      last: 40,
    })
  })
})
