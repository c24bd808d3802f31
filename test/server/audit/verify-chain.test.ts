import { describe, expect, it } from 'vitest'

import { appendEntry, findHead } from '../../../server/audit/append-entry.js'
import { hashOfEntry, NO_HASH } from '../../../server/audit/entry.js'
import { faultWords } from '../../../server/audit/fault-words.js'
import {
  verifyChain,
  type ChainFault,
} from '../../../server/audit/verify-chain.js'
import type { Database } from '../../../server/database/tables.js'
import { DATABASES, type DatabaseKind } from '../../helpers/databases.js'
import { NOON, opened } from '../../helpers/signing.js'

/** A log of that many entries. */
async function logOf(count: number, kind: DatabaseKind): Promise<Database> {
  const database = await opened(kind)
  await database.transaction().execute(async (transaction) => {
    for (let number = 1; number <= count; number += 1) {
      await appendEntry(transaction, {
        at: NOON,
        actor: 'server',
        action: 'thing.done',
        subject: `thing:${number}`,
        details: { number },
      })
    }
  })
  return database
}

function change(database: Database, number: number, values: object) {
  return database
    .updateTable('audit_entries')
    .set(values)
    .where('number', '=', number)
    .execute()
}

function takeOut(database: Database, from: number, to: number) {
  return database
    .deleteFrom('audit_entries')
    .where('number', '>=', from)
    .where('number', '<=', to)
    .execute()
}

/** As somebody does who may write into the database and knows this program. */
async function rewrite(database: Database, from: number, subject: string) {
  const rows = await database
    .selectFrom('audit_entries')
    .selectAll()
    .orderBy('number')
    .execute()
  let previousHash = NO_HASH
  for (const row of rows) {
    const { number, at, actor, action } = row
    const details: unknown = JSON.parse(row.details)
    const entry = {
      ...{ number, at, actor, action, details, previousHash },
      subject: number === from ? subject : row.subject,
    }
    const hash = await hashOfEntry(entry)
    await change(database, number, {
      subject: entry.subject,
      previous_hash: previousHash,
      hash,
    })
    previousHash = hash
  }
}

const words = (faults: readonly ChainFault[]) => faults.map(faultWords)

describe.each(DATABASES)('the audit log, on $kind', (kind) => {
  it('is whole, however long, and also without entries', async () => {
    const database = await logOf(501, kind)
    const head = await findHead(database)
    const whole = { entries: 501, head, faults: [] }
    expect(await verifyChain(database)).toEqual(whole)
    expect(await verifyChain(database, head)).toEqual(whole)
    const empty = await opened(kind)
    const nothing = { entries: 0, head: null, faults: [] }
    expect(await verifyChain(empty)).toEqual(nothing)
  })

  it('shows that an entry was changed, whatever of it', async () => {
    const database = await logOf(5, kind)
    const before = await database
      .selectFrom('audit_entries')
      .selectAll()
      .where('number', '=', 3)
      .executeTakeFirstOrThrow()
    for (const values of [
      { subject: 'thing:9' },
      { actor: 'user:somebody-else' },
      { at: '2026-11-22T12:00:00.001Z' },
      { action: 'thing.undone' },
      { details: '{"number":4}' },
      { details: '{"number": 3}' },
      { details: '{"number":9,"number":3}' },
      { details: '{' },
    ]) {
      await change(database, 3, values)
      const { faults } = await verifyChain(database)
      expect({ values, faults }).toEqual({
        values,
        faults: [{ kind: 'changed', number: 3 }],
      })
      await change(database, 3, before)
    }
    expect((await verifyChain(database)).faults).toEqual([])
  })

  it('shows that an entry was changed together with its hash', async () => {
    const database = await logOf(5, kind)
    const row = await database
      .selectFrom('audit_entries')
      .selectAll()
      .where('number', '=', 3)
      .executeTakeFirstOrThrow()
    const hash = await hashOfEntry({
      ...row,
      subject: 'thing:9',
      details: { number: 3 },
      previousHash: row.previous_hash,
    })
    await change(database, 3, { subject: 'thing:9', hash })
    const { faults } = await verifyChain(database)
    expect(words(faults)).toEqual([
      'entry 4 does not follow the entry before it: it names another hash',
    ])
  })

  it('shows that entries are missing, at its beginning too', async () => {
    const database = await logOf(9, kind)
    await takeOut(database, 1, 1)
    await takeOut(database, 4, 6)
    const { faults, entries } = await verifyChain(database)
    expect(entries).toBe(5)
    expect(words(faults)).toEqual([
      'entry 1 is missing',
      'entries 4 to 6 are missing',
    ])
  })

  it('shows that an entry was put before the first', async () => {
    const database = await logOf(2, kind)
    const zero = { number: 0, previousHash: NO_HASH }
    const content = { at: NOON, actor: 'server', action: 'a.b', subject: 'c' }
    const hash = await hashOfEntry({ ...zero, ...content, details: {} })
    await database
      .insertInto('audit_entries')
      .values({
        ...{ number: 0, ...content, details: '{}' },
        previous_hash: NO_HASH,
        hash,
      })
      .execute()
    const { faults } = await verifyChain(database)
    expect(faults[0]).toEqual({ kind: 'changed', number: 0 })
  })

  it('shows against a head alone that its end was cut off', async () => {
    const database = await logOf(5, kind)
    const head = await findHead(database)
    await takeOut(database, 4, 5)
    expect((await verifyChain(database)).faults).toEqual([])
    const { faults } = await verifyChain(database, head)
    expect(words(faults)).toEqual([
      'the log ends with entry 3, and the head is entry 5: its end was cut off',
    ])
    await takeOut(database, 1, 3)
    expect(words((await verifyChain(database, head)).faults)).toEqual([
      'the log is empty, and the head is entry 5: everything was cut off',
    ])
  })

  it('shows against a head alone that it was written anew', async () => {
    const database = await logOf(5, kind)
    const head = await findHead(database)
    await rewrite(database, 2, 'thing:9')
    expect((await verifyChain(database)).faults).toEqual([])
    const { faults } = await verifyChain(database, head)
    expect(words(faults)).toEqual([
      'entry 5 is another than the head names: the log was written anew',
    ])
  })

  it('is whole against an older head too, and not against one of another log', async () => {
    const database = await logOf(3, kind)
    const older = await findHead(database)
    const other = await logOf(4, kind)
    await database.transaction().execute((transaction) =>
      appendEntry(transaction, {
        ...{ at: NOON, actor: 'server', action: 'thing.done' },
        ...{ subject: 'thing:x', details: {} },
      }),
    )
    expect((await verifyChain(database, older)).faults).toEqual([])
    const head = await findHead(other)
    const { faults } = await verifyChain(database, head)
    expect(faults).toEqual([{ kind: 'rewritten', head: 4 }])
  })

  it('has no more faults told than can be read', async () => {
    const database = await logOf(60, kind)
    await database
      .updateTable('audit_entries')
      .set({ actor: 'nobody' } as object)
      .execute()
    const { faults } = await verifyChain(database)
    expect(faults).toHaveLength(20)
  })
})
