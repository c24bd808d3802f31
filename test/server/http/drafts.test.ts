/** Drafts over HTTP: from a version to a new one, with every answer as described. */
import { describe, expect, it, onTestFinished } from 'vitest'

import { parseHead } from '../../../server/audit/read-head.js'
import { verifyChain } from '../../../server/audit/verify-chain.js'
import { actingNow } from '../../../server/http/acting.js'
import { listPublicKeys } from '../../../server/installation/installation-keys.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import { checkSignature } from '../../../server/signing/signature.js'
import { DATABASES, type DatabaseKind } from '../../helpers/databases.js'
import {
  peopleApp,
  signedIn,
  withKey,
  type Headers,
  type PeopleApp,
} from '../../helpers/people-app.js'
import { FIRST, folderOf, NEXT, runOf2021 } from '../drafts/publishing.js'

const YAML = { 'content-type': 'application/yaml' }

interface Draft {
  readonly id: string
  readonly sha256: string
  readonly status: string
}

interface Asked {
  readonly url: string
  readonly method?: 'DELETE' | 'PUT'
  readonly payload?: string
  readonly headers?: Headers
}

class Client {
  constructor(
    readonly server: PeopleApp,
    readonly author: Headers,
    readonly approver: Headers,
  ) {}

  ask(asker: Headers, { headers, ...request }: Asked) {
    return this.server.ask({ ...request, headers: { ...asker, ...headers } })
  }

  post(asker: Headers, url: string, payload: object = {}) {
    return this.server.ask({ method: 'POST', url, payload, headers: asker })
  }

  async draft(text: string): Promise<Draft> {
    const answer = await this.post(this.author, '/v1/drafts', { text })
    expect(answer.statusCode).toBe(201)
    return answer.json<{ draft: Draft }>().draft
  }

  put({ id }: Draft, text: string, match: string | null) {
    return this.ask(this.author, {
      ...{ method: 'PUT', url: `/v1/drafts/${id}/text`, payload: text },
      headers: { ...YAML, ...(match === null ? {} : { 'if-match': match }) },
    })
  }
}

/** An author and an approver, beside the first version of a methodology. */
async function start(kind: DatabaseKind): Promise<Client> {
  const rules = await folderOf({ 'tiny/2020.yaml': FIRST })
  const server = await peopleApp(kind, { rules })
  onTestFinished(() => server.close())
  const { database } = server
  await importFolder(database, rules, actingNow('server'))
  const author = await signedIn(database, 'owner')
  return new Client(server, author, await signedIn(database, 'approver'))
}

describe.each(DATABASES)('drafts over HTTP on $kind', (kind) => {
  it('lead from a version to the next one, which takes two people', async () => {
    const client = await start(kind)
    const { store } = client.server
    await runOf2021(store)
    const from = { methodology: 'tiny', version: '2020', as: '2023' }
    const made = await client.post(client.author, '/v1/drafts', { from })
    expect(made.statusCode).toBe(201)
    const { draft, isAdapted } = made.json<{
      draft: Draft
      isAdapted: boolean
    }>()
    expect({ isAdapted, status: draft.status }).toEqual({
      ...{ isAdapted: true, status: 'draft' },
    })
    const url = `/v1/drafts/${draft.id}`
    const read = await client.ask(client.author, { url: `${url}/text` })
    const put = await client.put(draft, NEXT, String(read.headers['etag']))
    expect(put.statusCode).toBe(200)
    const { sha256 } = put.json<Draft>()
    const meant = { sha256 }
    for (const reviewer of [client.author, client.approver]) {
      const effect = await client.ask(reviewer, { url: `${url}/effect` })
      expect(effect.json()).toMatchObject({ effect: { kind: 'compared' } })
    }
    const asked = await client.post(
      client.author,
      `${url}/approval-request`,
      meant,
    )
    expect(asked.json()).toMatchObject({ status: 'requested' })
    const own = await client.post(client.author, `${url}/approval`, meant)
    expect(own.json()).toMatchObject({ code: 'NOT_ALLOWED' })
    const early = await client.post(client.author, `${url}/publication`, meant)
    expect(early.json()).toMatchObject({ code: 'NOT_APPROVED' })
    const given = { sha256, comment: 'as the act says' }
    const approval = await client.post(
      client.approver,
      `${url}/approval`,
      given,
    )
    expect(approval.json()).toMatchObject({ status: 'approved' })
    const done = await client.post(client.author, `${url}/publication`, meant)
    expect(done.statusCode).toBe(201)
    const { publication, auditHead } = done.json<{
      publication: object
      auditHead: object
    }>()
    expect(publication).toMatchObject({
      approval: { comment: 'as the act says' },
      runsReplayed: 1,
    })
    const head = parseHead(JSON.stringify(auditHead), 'answer')
    const keys = await listPublicKeys(store.database)
    expect(checkSignature(head, keys).kind).toBe('trusted')
    expect((await verifyChain(store.database, head)).faults).toEqual([])
    const kept = await client.ask(client.approver, {
      url: '/v1/methodologies/tiny/versions/2023/publication',
    })
    expect(kept.json()).toEqual(publication)
    const again = await client.put(draft, FIRST, `"${sha256}"`)
    expect(again.json()).toMatchObject({ code: 'DRAFT_PUBLISHED' })
  })

  it('are approved by nobody who wrote them, whatever the role', async () => {
    const client = await start(kind)
    const admin = await signedIn(client.server.database, 'admin')
    const made = await client.post(admin, '/v1/drafts', { text: NEXT })
    const { id, sha256 } = made.json<{ draft: Draft }>().draft
    const url = `/v1/drafts/${id}`
    await client.post(admin, `${url}/approval-request`, { sha256 })
    const own = await client.post(admin, `${url}/approval`, { sha256 })
    expect(own.statusCode).toBe(403)
    expect(own.json()).toMatchObject({ code: 'OWN_WORK' })
  })

  it('are shown neither to readers and analysts nor to programs', async () => {
    const client = await start(kind)
    const { database } = client.server
    const { id } = await client.draft('one\n')
    const others = [
      await signedIn(database, 'reader'),
      await signedIn(database, 'analyst'),
      await withKey(database, ['read', 'score', 'load', 'run']),
    ]
    for (const other of others) {
      for (const what of ['', '/text', '/texts', '/effect']) {
        const url = `/v1/drafts/${id}${what}`
        expect((await client.ask(other, { url })).statusCode).toBe(403)
      }
    }
  })

  it('tell with 412 both texts where somebody else was faster', async () => {
    const client = await start(kind)
    const draft = await client.draft('one\n')
    const etag = `"${draft.sha256}"`
    const won = await client.put(draft, 'two\n', etag)
    expect(won.headers['etag']).toBe(`"${won.json<Draft>().sha256}"`)
    const lost = await client.put(draft, 'three\n', etag)
    expect(lost.statusCode).toBe(412)
    expect(lost.json()).toMatchObject({
      code: 'DRAFT_CHANGED',
      conflict: {
        expected: draft.sha256,
        stored: { sha256: won.json<Draft>().sha256, text: 'two\n' },
        sent: { text: 'three\n' },
      },
    })
    const deletion = await client.ask(client.author, {
      ...{ method: 'DELETE', url: `/v1/drafts/${draft.id}` },
      headers: { 'if-match': etag },
    })
    expect(deletion.statusCode).toBe(412)
  })

  it('are not changed or deleted by who does not say which text was read', async () => {
    const client = await start(kind)
    const draft = await client.draft('one\n')
    for (const match of [null, '*']) {
      const answer = await client.put(draft, 'two\n', match)
      expect(answer.statusCode).toBe(428)
      expect(answer.json()).toMatchObject({ code: 'PRECONDITION_MISSING' })
    }
    for (const match of [draft.sha256, `W/"${draft.sha256}"`, '"x"']) {
      expect((await client.put(draft, 'two\n', match)).statusCode).toBe(400)
    }
    const url = `/v1/drafts/${draft.id}`
    const deletion = await client.ask(client.author, { method: 'DELETE', url })
    expect(deletion.statusCode).toBe(428)
    const headers = { 'if-match': `"${draft.sha256}"` }
    const done = await client.ask(client.author, {
      method: 'DELETE',
      url,
      headers,
    })
    expect([done.statusCode, done.body]).toEqual([204, ''])
    expect((await client.ask(client.author, { url })).statusCode).toBe(404)
  })

  it('show all their texts, mistakes and authors, and are listed newest first', async () => {
    const client = await start(kind)
    const draft = await client.draft(NEXT)
    const text = NEXT.replace('output: total', 'output: totl')
    await client.put(draft, text, `"${draft.sha256}"`)
    const url = `/v1/drafts/${draft.id}`
    const state = await client.ask(client.approver, { url })
    expect(state.json()).toMatchObject({
      authors: [
        {
          actor: expect.stringMatching(/^user:/) as string,
          name: expect.stringMatching(/^owner /) as string,
        },
      ],
      mistakes: [{ code: 'UNKNOWN_NAME', file: 'draft' }],
    })
    const texts = await client.ask(client.approver, { url: `${url}/texts` })
    expect(texts.json()).toMatchObject([{ sha256: draft.sha256 }, {}])
    const first = await client.ask(client.approver, {
      url: `${url}/texts/${draft.sha256}`,
    })
    expect(first.body).toBe(NEXT)
    const none = await client.ask(client.approver, {
      url: `${url}/texts/${'0'.repeat(64)}`,
    })
    expect(none.json()).toMatchObject({ code: 'DRAFT_TEXT_UNKNOWN' })
    const newer = await client.draft('another\n')
    const list = await client.ask(client.approver, {
      url: '/v1/drafts?limit=1',
    })
    expect(list.json()).toMatchObject({ items: [{ id: newer.id }] })
    const tiny = await client.ask(client.approver, {
      url: '/v1/drafts?methodology=tiny',
    })
    expect(tiny.json()).toMatchObject({ items: [{ id: draft.id }], next: null })
  })

  it('have their examples run, with the values that differ', async () => {
    const client = await start(kind)
    const draft = await client.draft(NEXT.replace('total: 1', 'total: 2'))
    const url = `/v1/drafts/${draft.id}/examples`
    const answer = await client.post(client.approver, url)
    expect(answer.json()).toMatchObject({
      ...{ passed: 0, failed: 1, mistakes: [] },
      examples: [{ passed: false, problems: [{ code: 'EXAMPLE_FAILED' }] }],
    })
    const [example] = answer.json<{
      examples: { problems: { message: string }[] }[]
    }>().examples
    expect(example?.problems[0]?.message).toMatch(/total.*2.*1|total.*1.*2/)
    const version = await client.post(
      client.approver,
      '/v1/methodologies/tiny/versions/2020/examples',
    )
    expect(version.json()).toMatchObject({ passed: 1, failed: 0 })
  })

  it('withdraw a version with a reason, once', async () => {
    const client = await start(kind)
    const url = '/v1/methodologies/tiny/versions/2020/withdrawal'
    expect((await client.post(client.author, url)).statusCode).toBe(400)
    const done = await client.post(client.author, url, { reason: 'repealed' })
    expect(done.json()).toMatchObject({
      ...{ status: 'withdrawn', withdrawnBecause: 'repealed' },
      auditHead: { kind: 'olshem-audit-head' },
    })
    const again = await client.post(client.author, url, { reason: 'repealed' })
    expect(again.json()).toMatchObject({ code: 'VERSION_WITHDRAWN' })
    const publication = await client.ask(client.author, {
      url: '/v1/methodologies/tiny/versions/2020/publication',
    })
    expect(publication.json()).toMatchObject({ code: 'PUBLICATION_UNKNOWN' })
  })

  it.each([
    { what: 'no draft of the id', url: `/v1/drafts/${'0'.repeat(36)}` },
    {
      what: 'no version of the name',
      url: '/v1/methodologies/tiny/versions/1/publication',
    },
    {
      what: 'no methodology of the name',
      url: '/v1/methodologies/none/versions/1/publication',
    },
  ])('say that there is $what', async ({ url }) => {
    const client = await start(kind)
    expect((await client.ask(client.author, { url })).statusCode).toBe(404)
  })

  it.each(['%00', 'x', "'"])('refuse the id "%s"', async (id) => {
    const client = await start(kind)
    const url = `/v1/drafts/${id}`
    const { statusCode } = await client.ask(client.author, { url })
    expect([400, 404]).toContain(statusCode)
  })

  it.each([
    {},
    { text: 'x', from: { methodology: 'tiny', version: '2020' } },
    { text: 'x', title: 'y' },
    { from: { methodology: '../tiny', version: '2020' } },
    { text: 'a\u0000b' },
  ])('are not made from %j', async (body) => {
    const client = await start(kind)
    const { statusCode } = await client.post(client.author, '/v1/drafts', body)
    expect([400, 422]).toContain(statusCode)
  })
})
