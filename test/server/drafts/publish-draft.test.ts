import { mkdir, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { verifyChain } from '../../../server/audit/verify-chain.js'
import { openDatabase } from '../../../server/database/open-database.js'
import { requestApproval } from '../../../server/drafts/approve-draft.js'
import { describeDraft } from '../../../server/drafts/describe-draft.js'
import { previewEffect } from '../../../server/drafts/draft-effect.js'
import { getPublication } from '../../../server/drafts/publication.js'
import { publishDraft } from '../../../server/drafts/publish-draft.js'
import { withdrawVersion } from '../../../server/drafts/withdraw-version.js'
import {
  draftFromText,
  replaceDraftText,
} from '../../../server/drafts/write-draft.js'
import { actingNow } from '../../../server/http/acting.js'
import { getVersionText } from '../../../server/methodology-store/get-version-text.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import { createRun } from '../../../server/runs/create-run.js'
import { replayRun } from '../../../server/runs/replay-run.js'
import { DATABASES } from '../../helpers/databases.js'
import { opened } from '../../helpers/signing.js'
import { load } from '../runs/stored-runs.js'
import {
  approvedDraft,
  AUTHOR,
  DATA,
  FIRST,
  folderOf,
  NEXT,
  runOf2021,
  storeOf,
} from './publishing.js'

const NEXT_NAME = { methodology: 'tiny', version: '2023' }
const ANALYST = () => actingNow('user:analyst')

describe.each(DATABASES)('publishing on $kind', (kind) => {
  const start = async () => storeOf(await opened(kind))

  it('makes the approved text a version, byte for byte, with who answers for it', async () => {
    const store = await start()
    const run = await runOf2021(store)
    const draft = await approvedDraft(store)
    const stored = await publishDraft(store, draft, AUTHOR())
    expect(stored).toMatchObject({ ...NEXT_NAME, sha256: draft.sha256 })
    const { text, version } = await getVersionText(store, 'tiny', '2023')
    expect(text).toBe(NEXT)
    expect(version).toMatchObject({ origin: 'published', status: 'published' })
    const publication = await getPublication(store, 'tiny', '2023')
    expect(publication).toMatchObject({
      publishedBy: { actor: 'user:author' },
      authors: [{ actor: 'user:author' }],
      approval: {
        approvedBy: { actor: 'user:approver' },
        comment: 'read and recalculated',
      },
      comparedWith: '2020',
      runsReplayed: 1,
      effect: { kind: 'compared', run },
    })
    const paths = publication.differences.map(({ path }) => path)
    expect(paths).toContain('criteria.total.aggregate')
    expect((await describeDraft(store, draft.id)).status).toBe('published')
    const { head, faults } = await verifyChain(store.database, stored.audit)
    expect({ head, faults }).toEqual({ head: stored.audit, faults: [] })
  })

  it('tells the effect on the places of the last run: sums 3 and 4.5 become least ones 1 and 0.5', async () => {
    const store = await start()
    const run = await runOf2021(store)
    const draft = await draftFromText(store, NEXT, AUTHOR())
    const { effect } = await previewEffect(store, draft.id)
    expect(effect).toMatchObject({ kind: 'compared', run, year: 2021 })
    expect(effect).toMatchObject({
      rankings: [
        {
          ranking: 'total',
          bodies: [
            {
              body: 'm1',
              before: { place: 2, value: 3 },
              after: { place: 1, value: 1 },
            },
            {
              body: 'm2',
              before: { place: 1, value: 4.5 },
              after: { place: 2, value: 0.5 },
            },
          ],
        },
      ],
      notScored: [{ body: 'm3', before: 'not-scored', after: 'not-scored' }],
    })
  })

  it('says why where the data do not fit new inputs, and tells no value of them', async () => {
    const store = await start()
    const { dataSet } = await load(store, 'id,a,b\nm1,77.125,2\n', 2021)
    const request = { methodology: 'tiny', year: 2021, dataSet: dataSet.id }
    await createRun(store, request, ANALYST())
    const text = NEXT.replace(
      'a: { under: total, unit: points,',
      'a: { under: total, unit: points, bounds: { most: 5 },',
    )
    const draft = await draftFromText(store, text, AUTHOR())
    const { effect } = await previewEffect(store, draft.id)
    expect(effect).toMatchObject({
      kind: 'not-comparable',
      because: [{ body: 'm1', column: 'a' }],
    })
    expect(JSON.stringify(effect)).not.toContain('77.125')
  })

  it('says so where there is no run to compare with', async () => {
    const store = await start()
    const draft = await draftFromText(store, NEXT, AUTHOR())
    const preview = await previewEffect(store, draft.id)
    expect(preview.effect).toEqual({ kind: 'no-run' })
  })

  it('needs the approval of the very text', async () => {
    const store = await start()
    const { database } = store
    const draft = await draftFromText(store, NEXT, AUTHOR())
    const publish = () => publishDraft(store, draft, AUTHOR())
    await expect(publish()).rejects.toMatchObject({ code: 'NOT_APPROVED' })
    await requestApproval(store, draft, AUTHOR())
    await expect(publish()).rejects.toMatchObject({ code: 'NOT_APPROVED' })
    const approved = await approvedDraft(store, `${NEXT}# approved\n`)
    const { id, sha256 } = approved
    const changed = await replaceDraftText(
      ...([database, id, sha256, `${NEXT}# changed\n`, AUTHOR()] as const),
    )
    await expect(publishDraft(store, approved, AUTHOR())).rejects.toMatchObject(
      { code: 'DRAFT_CHANGED' },
    )
    await expect(publishDraft(store, changed, AUTHOR())).rejects.toMatchObject({
      code: 'NOT_APPROVED',
    })
  })

  it('is refused with an example that fails, though it was approved', async () => {
    const store = await start()
    const { database } = store
    const draft = await draftFromText(
      store,
      NEXT.replace('total: 1', 'total: 2'),
      AUTHOR(),
    )
    // As if the program had another opinion then.
    await database
      .insertInto('draft_approvals')
      .values({
        ...{ draft: draft.id, number: 1, sha256: draft.sha256 },
        ...{ state: 'approved', comment: null },
        ...{ requested_at: 'then', requested_by: 'user:author' },
        ...{ decided_at: 'then', decided_by: 'user:approver' },
        ...{ ended_at: null, ended_by: null },
      })
      .execute()
    await expect(publishDraft(store, draft, AUTHOR())).rejects.toMatchObject({
      code: 'DRAFT_FAULTY',
    })
  })

  it('is refused with an approval that an author wrote into the database', async () => {
    const store = await start()
    const draft = await approvedDraft(store)
    await store.database
      .updateTable('draft_approvals')
      .set({ decided_by: 'user:author' })
      .execute()
    await expect(publishDraft(store, draft, AUTHOR())).rejects.toMatchObject({
      code: 'OWN_WORK',
    })
  })

  it('is refused while a stored run comes out otherwise, and names the run', async () => {
    const store = await start()
    const whole = await runOf2021(store)
    const { dataSet } = await load(store, 'id,a,b\nm1,5,5\n', 2022)
    const request = { methodology: 'tiny', year: 2022, dataSet: dataSet.id }
    const { stored } = await createRun(store, request, ANALYST())
    const draft = await approvedDraft(store)
    const { result } = await store.database
      .selectFrom('runs')
      .select('result')
      .where('id', '=', stored.id)
      .executeTakeFirstOrThrow()
    const change = (to: string) =>
      store.database
        .updateTable('runs')
        .set({ result: to })
        .where('id', '=', stored.id)
        .execute()
    for (const tampered of [result.replace('"10"', '"11"'), '{', 'null']) {
      expect(tampered).not.toBe(result)
      await change(tampered)
      const refusal = publishDraft(store, draft, AUTHOR())
      await expect(refusal).rejects.toMatchObject({
        code: 'RUNS_DIFFER',
        more: { runs: [stored.id] },
      })
      await expect(refusal).rejects.not.toMatchObject({
        message: expect.stringContaining(whole) as string,
      })
    }
    await change(result)
    await publishDraft(store, draft, AUTHOR())
  })

  it('is refused where the folder has another text under the name', async () => {
    const store = await start()
    const draft = await approvedDraft(store)
    await mkdir(`${store.rules ?? ''}/tiny`, { recursive: true })
    const file = `${store.rules ?? ''}/tiny/2023.yaml`
    await writeFile(file, `${NEXT}# not this one\n`)
    await expect(publishDraft(store, draft, AUTHOR())).rejects.toMatchObject({
      code: 'VERSION_CHANGED',
    })
    await writeFile(file, NEXT)
    await publishDraft(store, draft, AUTHOR())
  })

  it('is refused, as is a draft, beside a published file that was edited', async () => {
    const store = await start()
    const draft = await approvedDraft(store)
    await writeFile(`${store.rules ?? ''}/tiny/2020.yaml`, `${FIRST}# edited\n`)
    const changed = { code: 'VERSION_CHANGED' }
    await expect(publishDraft(store, draft, AUTHOR())).rejects.toMatchObject(
      changed,
    )
    await expect(previewEffect(store, draft.id)).rejects.toMatchObject(changed)
    await expect(runOf2021(store)).rejects.toMatchObject(changed)
  })

  it('happens once, whichever of two servers is faster', async () => {
    const test = await kind.open()
    const second = await openDatabase(test.place)
    try {
      const here = await storeOf(test.database)
      const there = { database: second, rules: await folderOf({}) }
      await runOf2021(here)
      const draft = await approvedDraft(here)
      const results = await Promise.allSettled([
        publishDraft(here, draft, AUTHOR()),
        publishDraft(there, draft, actingNow('user:admin')),
      ])
      const refused = results.filter(({ status }) => status === 'rejected')
      expect(refused).toMatchObject([{ reason: { code: 'DRAFT_PUBLISHED' } }])
      const { entries } = await test.database
        .selectFrom('audit_entries')
        .select(({ fn }) => fn.countAll<string | number>().as('entries'))
        .where('action', '=', 'version.published')
        .executeTakeFirstOrThrow()
      expect(Number(entries)).toBe(1)
      expect((await verifyChain(second)).faults).toEqual([])
    } finally {
      await second.destroy()
      await test.close()
    }
  })

  it('takes a name once, also for two drafts at the same time', async () => {
    const store = await start()
    const one = await approvedDraft(store)
    const two = await approvedDraft(store, `${NEXT}# other\n`)
    const results = await Promise.allSettled([
      publishDraft(store, one, AUTHOR()),
      publishDraft(store, two, AUTHOR()),
    ])
    const refused = results.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { code: 'VERSION_TAKEN' } }])
  })

  it('on one server is running on another at once, which has no such file', async () => {
    const test = await kind.open()
    const second = await openDatabase(test.place)
    try {
      const here = await storeOf(test.database)
      const there = {
        database: second,
        rules: await folderOf({ 'tiny/2020.yaml': FIRST }),
      }
      await publishDraft(here, await approvedDraft(here), AUTHOR())
      const { dataSet } = await load(there, DATA, 2023)
      const request = { methodology: 'tiny', year: 2023, dataSet: dataSet.id }
      const { stored, result } = await createRun(there, request, ANALYST())
      expect(stored.version).toBe('2023')
      // The least of 1 and 2, and of 4 and 0.5.
      expect(result.rankings['total']).toMatchObject([
        { place: 1, id: 'm1', value: 1 },
        { place: 2, id: 'm2', value: 0.5 },
      ])
      expect(await replayRun(test.database, stored.id)).toMatchObject({
        kind: 'identical',
      })
    } finally {
      await second.destroy()
      await test.close()
    }
  })
})

describe.each(DATABASES)('withdrawing a version on $kind', (kind) => {
  const NAME = { methodology: 'tiny', version: '2020' }

  it('keeps it and its runs, and lets nothing new be scored with it', async () => {
    const store = await storeOf(await opened(kind))
    const { database, rules } = store
    const run = await runOf2021(store)
    const { dataSet } = await load(store, DATA, 2021)
    const reason = 'the act was found void'
    const { version, audit } = await withdrawVersion(
      ...([store, NAME, reason, AUTHOR()] as const),
    )
    expect(version).toMatchObject({
      ...{ status: 'withdrawn', withdrawnBecause: reason },
    })
    expect(await replayRun(database, run)).toMatchObject({ kind: 'identical' })
    const request = { methodology: 'tiny', year: 2021, dataSet: dataSet.id }
    await expect(
      createRun(store, { ...request, version: '2020' }, ANALYST()),
    ).rejects.toMatchObject({
      code: 'VERSION_WITHDRAWN',
      message: expect.stringContaining(reason) as string,
    })
    await expect(createRun(store, request, ANALYST())).rejects.toMatchObject({
      code: 'VERSION_NOT_IN_FORCE',
    })
    expect((await verifyChain(database, audit)).faults).toEqual([])
    // Its file is still in the folder.
    await importFolder(database, rules ?? '', actingNow('server'))
    const { version: after } = await getVersionText(store, 'tiny', '2020')
    expect(after.status).toBe('withdrawn')
  })

  it('happens once, to what is there', async () => {
    const store = await storeOf(await opened(kind))
    await withdrawVersion(store, NAME, 'one', AUTHOR())
    await expect(
      withdrawVersion(store, NAME, 'two', AUTHOR()),
    ).rejects.toMatchObject({ code: 'VERSION_WITHDRAWN' })
    const none = { methodology: 'tiny', version: '1999' }
    await expect(
      withdrawVersion(store, none, 'why', AUTHOR()),
    ).rejects.toMatchObject({ code: 'VERSION_UNKNOWN' })
  })
})
