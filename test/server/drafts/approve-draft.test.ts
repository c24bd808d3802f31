import { describe, expect, it } from 'vitest'

import {
  approveDraft,
  rejectDraft,
  requestApproval,
} from '../../../server/drafts/approve-draft.js'
import { describeDraft } from '../../../server/drafts/describe-draft.js'
import {
  draftFromText,
  replaceDraftText,
} from '../../../server/drafts/write-draft.js'
import { actingNow } from '../../../server/http/acting.js'
import { addUser } from '../../../server/people/users.js'
import { DATABASES } from '../../helpers/databases.js'
import { NOON, opened } from '../../helpers/signing.js'
import {
  approvedDraft,
  APPROVER,
  AUTHOR,
  COLLEAGUE,
  NEXT,
  storeOf,
} from './publishing.js'

describe.each(DATABASES)('the approval of a draft on $kind', (kind) => {
  const start = async () => storeOf(await opened(kind))

  it('is given by a second person, with a comment and the hash of the text', async () => {
    const store = await start()
    const { database } = store
    const password = 'a password of some length'
    const second = { name: 'Daniyar', role: 'approver', password } as const
    const occasion = { at: NOON, actor: 'command-line' } as const
    const user = await addUser(database, second, occasion)
    const draft = await draftFromText(store, NEXT, AUTHOR())
    await requestApproval(store, draft, AUTHOR())
    const acting = actingNow(`user:${user.id}`)
    await approveDraft(database, draft, 'recalculated by hand', acting)
    const { status, approvals } = await describeDraft(store, draft.id)
    expect(status).toBe('approved')
    expect(approvals).toMatchObject([
      {
        ...{ state: 'approved', sha256: draft.sha256 },
        requestedBy: { actor: 'user:author', name: null },
        decidedBy: { actor: `user:${user.id}`, name: 'Daniyar' },
        comment: 'recalculated by hand',
      },
    ])
  })

  it('is refused to everybody who ever wrote a text of it', async () => {
    const store = await start()
    const { database } = store
    const first = await draftFromText(store, 'a beginning', COLLEAGUE())
    const draft = await replaceDraftText(
      ...([database, first.id, first.sha256] as const),
      ...([NEXT, AUTHOR()] as const),
    )
    await requestApproval(store, draft, AUTHOR())
    for (const acting of [AUTHOR(), COLLEAGUE()]) {
      await expect(
        approveDraft(database, draft, '', acting),
      ).rejects.toMatchObject({ code: 'OWN_WORK' })
    }
    await approveDraft(database, draft, '', APPROVER())
  })

  it('is refused to whoever wrote the same text in another draft', async () => {
    const store = await start()
    await draftFromText(store, NEXT, APPROVER())
    const draft = await draftFromText(store, NEXT, AUTHOR())
    await requestApproval(store, draft, AUTHOR())
    await expect(
      approveDraft(store.database, draft, '', APPROVER()),
    ).rejects.toMatchObject({ code: 'OWN_WORK' })
  })

  it.each([
    'local',
    'key:service',
    'server',
    'command-line',
    'nobody',
  ] as const)('is never given by "%s"', async (actor) => {
    const store = await start()
    const draft = await draftFromText(store, NEXT, AUTHOR())
    await requestApproval(store, draft, AUTHOR())
    for (const decide of [approveDraft, rejectDraft]) {
      await expect(
        decide(store.database, draft, 'why', actingNow(actor)),
      ).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
    }
  })

  it('is void after any change of the text, and stays so when the change is taken back', async () => {
    const store = await start()
    const { database } = store
    const { id, sha256 } = await approvedDraft(store)
    const change = `${NEXT}# one more line\n`
    const changed = await replaceDraftText(
      ...([database, id, sha256, change, AUTHOR()] as const),
    )
    expect(await describeDraft(store, id)).toMatchObject({
      status: 'draft',
      approvals: [{ state: 'void', sha256, endedBy: { actor: 'user:author' } }],
    })
    const back = await replaceDraftText(
      ...([database, id, changed.sha256, NEXT, AUTHOR()] as const),
    )
    expect(back.sha256).toBe(sha256)
    expect(await describeDraft(store, id)).toMatchObject({ status: 'draft' })
    await expect(
      approveDraft(database, back, '', APPROVER()),
    ).rejects.toMatchObject({ code: 'APPROVAL_NOT_REQUESTED' })
  })

  it('is of the text that the approver has read, and of no other', async () => {
    const store = await start()
    const { database } = store
    const read = await draftFromText(store, NEXT, AUTHOR())
    await requestApproval(store, read, AUTHOR())
    const changed = await replaceDraftText(
      ...([database, read.id, read.sha256, `${NEXT}# x\n`, AUTHOR()] as const),
    )
    await requestApproval(store, changed, AUTHOR())
    await expect(
      approveDraft(database, read, '', APPROVER()),
    ).rejects.toMatchObject({
      code: 'DRAFT_CHANGED',
      more: { conflict: { stored: { text: `${NEXT}# x\n` }, sent: null } },
    })
  })

  it('is not asked for while there are mistakes, or examples that fail', async () => {
    const store = await start()
    const failing = NEXT.replace('total: 1', 'total: 2')
    const draft = await draftFromText(store, failing, AUTHOR())
    await expect(requestApproval(store, draft, AUTHOR())).rejects.toMatchObject(
      {
        code: 'DRAFT_FAULTY',
        message: 'The example "One and two are three" fails.',
        more: { mistakes: [{ code: 'EXAMPLE_FAILED' }] },
      },
    )
    const broken = NEXT.replace('output: total', 'output: totl')
    const other = await draftFromText(store, broken, AUTHOR())
    await expect(requestApproval(store, other, AUTHOR())).rejects.toMatchObject(
      { code: 'DRAFT_FAULTY' },
    )
  })

  it('is not asked for a text that says that it is a draft', async () => {
    const store = await start()
    const text = NEXT.replace('status: published', 'status: draft')
    const draft = await draftFromText(store, text, AUTHOR())
    await expect(requestApproval(store, draft, AUTHOR())).rejects.toMatchObject(
      { code: 'DRAFT_NOT_FINAL' },
    )
  })

  it('is asked for once for each text', async () => {
    const store = await start()
    const draft = await draftFromText(store, NEXT, AUTHOR())
    await requestApproval(store, draft, AUTHOR())
    await expect(requestApproval(store, draft, AUTHOR())).rejects.toMatchObject(
      { code: 'APPROVAL_REQUESTED' },
    )
  })

  it('may be refused with a reason, and asked for again', async () => {
    const store = await start()
    const { database } = store
    const draft = await draftFromText(store, NEXT, AUTHOR())
    await requestApproval(store, draft, AUTHOR())
    await rejectDraft(database, draft, 'paragraph 5 says otherwise', APPROVER())
    expect(await describeDraft(store, draft.id)).toMatchObject({
      status: 'rejected',
      approvals: [{ comment: 'paragraph 5 says otherwise' }],
    })
    await requestApproval(store, draft, AUTHOR())
    await approveDraft(database, draft, '', APPROVER())
    const { approvals } = await describeDraft(store, draft.id)
    expect(approvals.map(({ state }) => state)).toEqual([
      'rejected',
      'approved',
    ])
  })
})
