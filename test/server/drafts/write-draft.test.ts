import { describe, expect, it } from 'vitest'

import { sha256 } from '../../../engine/index.js'
import { verifyChain } from '../../../server/audit/verify-chain.js'
import { findMistakes } from '../../../server/drafts/check-draft.js'
import {
  describeDraft,
  draftHistory,
} from '../../../server/drafts/describe-draft.js'
import {
  deleteDraft,
  draftFromText,
  draftFromVersion,
  replaceDraftText,
} from '../../../server/drafts/write-draft.js'
import { getDraft, listDrafts } from '../../../server/repository/drafts.js'
import { findText, getText } from '../../../server/repository/texts.js'
import { DATABASES } from '../../helpers/databases.js'
import { opened } from '../../helpers/signing.js'
import { AUTHOR, COLLEAGUE, FIRST, storeOf } from './publishing.js'

describe.each(DATABASES)('a draft on $kind', (kind) => {
  const start = async () => storeOf(await opened(kind))

  it('begins with the text of a version, its identity moved on and nothing else touched', async () => {
    const store = await start()
    const from = { methodology: 'tiny', version: '2020', as: '2023' }
    const { draft, isAdapted } = await draftFromVersion(store, from, AUTHOR())
    expect(isAdapted).toBe(true)
    expect(draft).toMatchObject({ methodology: 'tiny', version: '2023' })
    const { text } = await getText(store.database, draft.sha256)
    const expected = FIRST.replace(
      'version: "2020"',
      'version: "2023"',
    ).replace('status: published\n', 'status: draft\nsupersedes: "2020"\n')
    expect(text).toBe(expected)
  })

  it('is not made under the name of a version that is there', async () => {
    const store = await start()
    const from = { methodology: 'tiny', version: '2020', as: '2020' }
    await expect(draftFromVersion(store, from, AUTHOR())).rejects.toMatchObject(
      { code: 'VERSION_TAKEN' },
    )
  })

  it('may hold any text, even what is no YAML, and says what is wrong with it', async () => {
    const store = await start()
    const draft = await draftFromText(store, 'a: [1,\n"', AUTHOR())
    expect(draft).toMatchObject({ methodology: null, version: null })
    const { mistakes, status } = await describeDraft(store, draft.id)
    expect(status).toBe('draft')
    expect(mistakes.map(({ code }) => code)).toContain('YAML_SYNTAX')
  })

  it('is told that its version is there and that its years are taken', async () => {
    const store = await start()
    const codes = async (text: string) =>
      (await findMistakes(store, text)).map(({ code, line }) => [code, line])
    expect(await codes(FIRST)).toEqual([['VERSION_DUPLICATE', 3]])
    const other = FIRST.replace('"2020"', '"a"')
    expect(await codes(other)).toEqual([['YEARS_OVERLAP', 7]])
  })

  it.each([
    { fault: 'half of a surrogate pair', text: 'title: \ud800' },
    { fault: 'U+0000', text: 'title: a\0b' },
  ])('does not take $fault, which no database keeps', async ({ text }) => {
    const store = await start()
    await expect(draftFromText(store, text, AUTHOR())).rejects.toMatchObject({
      code: 'DRAFT_NOT_TEXT',
    })
  })

  it('is no larger than a file may be', async () => {
    const store = await start()
    const text = 'я'.repeat(4_000_001)
    await expect(draftFromText(store, text, AUTHOR())).rejects.toMatchObject({
      code: 'DRAFT_TOO_LARGE',
    })
  })

  it('is changed by whoever has read its text; who comes second gets both texts', async () => {
    const store = await start()
    const { database } = store
    const { id, sha256: read } = await draftFromText(store, FIRST, AUTHOR())
    const mine = `${FIRST}# mine\n`
    const theirs = `${FIRST}# theirs\n`
    const results = await Promise.allSettled([
      replaceDraftText(database, id, read, mine, AUTHOR()),
      replaceDraftText(database, id, read, theirs, COLLEAGUE()),
    ])
    const kinds = results.map(({ status }) => status).sort()
    expect(kinds).toEqual(['fulfilled', 'rejected'])
    const [first] = results
    const [won, lost] =
      first.status === 'fulfilled' ? [mine, theirs] : [theirs, mine]
    const refused = results.find(({ status }) => status === 'rejected')
    expect(refused).toMatchObject({
      reason: {
        code: 'DRAFT_CHANGED',
        more: {
          conflict: {
            expected: read,
            stored: { sha256: await sha256(won), text: won },
            sent: { sha256: await sha256(lost), text: lost },
          },
        },
      },
    })
    expect(await getDraft(database, id)).toMatchObject({
      sha256: await sha256(won),
    })
  })

  it('keeps every text that it had, and who wrote it; the same again is no change', async () => {
    const store = await start()
    const { database } = store
    const { id, sha256: read } = await draftFromText(store, FIRST, AUTHOR())
    await replaceDraftText(database, id, read, FIRST, COLLEAGUE())
    const next = `${FIRST}# more\n`
    await replaceDraftText(database, id, read, next, COLLEAGUE())
    const history = await draftHistory(database, id)
    expect(
      history.map(({ sha256: hash, writtenBy }) => [hash, writtenBy.actor]),
    ).toEqual([
      [read, 'user:author'],
      [await sha256(next), 'user:colleague'],
    ])
    expect((await getText(database, read)).text).toBe(FIRST)
    const { authors } = await describeDraft(store, id)
    expect(authors.map(({ actor }) => actor)).toEqual([
      'user:author',
      'user:colleague',
    ])
  })

  it('is deleted by whoever has read its text, and its texts stay', async () => {
    const store = await start()
    const { database } = store
    const { id, sha256: read } = await draftFromText(store, 'one', AUTHOR())
    const two = await replaceDraftText(database, id, read, 'two', AUTHOR())
    await expect(
      deleteDraft(database, id, read, AUTHOR()),
    ).rejects.toMatchObject({ code: 'DRAFT_CHANGED' })
    await deleteDraft(database, id, two.sha256, AUTHOR())
    await expect(getDraft(database, id)).rejects.toMatchObject({
      code: 'DRAFT_UNKNOWN',
    })
    expect((await listDrafts(database, { limit: 10 })).items).toEqual([])
    expect(await findText(database, two.sha256)).toMatchObject({ text: 'two' })
  })

  it('is logged at each step', async () => {
    const store = await start()
    const { database } = store
    const { id, sha256: read } = await draftFromText(store, 'one', AUTHOR())
    const two = await replaceDraftText(database, id, read, 'two', COLLEAGUE())
    await deleteDraft(database, id, two.sha256, AUTHOR())
    const entries = await database
      .selectFrom('audit_entries')
      .select(['actor', 'action'])
      .where('subject', '=', `draft:${id}`)
      .orderBy('number')
      .execute()
    expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'user:author draft.created',
      'user:colleague draft.changed',
      'user:author draft.deleted',
    ])
    expect((await verifyChain(database)).faults).toEqual([])
  })
})
