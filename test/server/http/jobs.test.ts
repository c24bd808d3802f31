/** Stored runs computed again as a job: followed, cancelled, and taken up by another server. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { verifyChain } from '../../../server/audit/verify-chain.js'
import { jobEvents } from '../../../server/http/job-events.js'
import { actingNow, SERVER } from '../../../server/http/acting.js'
import { findOpenPart, keepFinding } from '../../../server/jobs/findings.js'
import { JobRunner } from '../../../server/jobs/job-runner.js'
import { getJob } from '../../../server/jobs/job-store.js'
import { takeJob } from '../../../server/jobs/leases.js'
import { startReplays } from '../../../server/jobs/replays.js'
import { DATABASES } from '../../helpers/databases.js'
import { tinyServers, type TinyApp, type TinyServers } from './tiny-app.js'

const CSV = 'id,a,b\nm1,1,2\nm2,3,4\n'

interface JobAnswer {
  readonly id: string
  readonly state: string
  readonly done: number
  readonly total: number
  readonly error: string | null
  readonly result: {
    readonly counts: Readonly<Record<string, number>>
    readonly replays: readonly { readonly run: string; outcome: string }[]
  }
}

describe.each(DATABASES)('replays on $kind', (kind) => {
  let servers: TinyServers
  let server: TinyApp
  let run: string
  const started: TinyApp[] = []

  const start = async () => {
    const app = await servers.start()
    started.push(app)
    return app
  }

  beforeEach(async () => {
    servers = await tinyServers(kind)
    server = await start()
    run = await server.run(CSV)
  })
  afterEach(async () => {
    for (const each of started.splice(0)) await each.close()
    await servers.close()
  })

  const stop = async () => {
    started.splice(started.indexOf(server), 1)
    await server.close()
  }

  /** Further runs, with the texts and results of the first. */
  async function copies(count: number): Promise<void> {
    const { database } = servers
    for (let number = 0; number < count; number += 1) {
      await sql`
        insert into runs
        select 'copy-' || ${String(number).padStart(3, '0')}, methodology, version,
          methodology_sha256, engine_version, year, edition, data_set, register_sha256,
          result_sha256, result, created_at, created_by, based_on
        from runs where id = ${run}`.execute(database)
    }
  }

  async function begin(body: object = {}): Promise<string> {
    const answer = await server.post('/v1/replays', body)
    expect(answer.statusCode).toBe(202)
    const { id } = answer.json<JobAnswer>()
    expect(answer.headers['location']).toBe(`/v1/jobs/${id}`)
    return id
  }

  async function look(id: string, at = server): Promise<JobAnswer> {
    return (await at.ask({ url: `/v1/jobs/${id}` })).json<JobAnswer>()
  }

  /** The stream of events ends with the job. */
  async function ended(id: string, at = server): Promise<JobAnswer> {
    await at.ask({ url: `/v1/jobs/${id}/events` })
    return look(id, at)
  }

  it('find every run identical, or the first value that differs, or why not', async () => {
    await copies(2)
    const { database } = servers
    // 1 + 2 = 3.
    await sql`update runs set result = replace(result, '"total": "3"', '"total": "4"') where id = 'copy-000'`.execute(
      database,
    )
    await sql`update runs set result = replace(result, ${await dataHash()}, ${'0'.repeat(64)}) where id = 'copy-001'`.execute(
      database,
    )
    const job = await ended(await begin())
    expect(job).toMatchObject({
      ...{ state: 'done', done: 3, total: 3 },
      result: { counts: { identical: 1, different: 1, impossible: 1 } },
    })
    const found = new Map(job.result.replays.map((each) => [each.run, each]))
    expect(found.get(run)).toMatchObject({ outcome: 'identical' })
    expect(found.get('copy-000')).toMatchObject({
      outcome: 'different',
      difference: { body: 'm1', written: '"4"', computed: '"3"' },
    })
    expect(found.get('copy-001')).toMatchObject({
      outcome: 'impossible',
      why: [expect.stringContaining('The data of 2021')],
    })
  })

  async function dataHash(): Promise<string> {
    const { data_set } = await servers.database
      .selectFrom('runs')
      .select('data_set')
      .where('id', '=', run)
      .executeTakeFirstOrThrow()
    return data_set
  }

  it('are of one methodology where it is named, and refused for one that is not there', async () => {
    await copies(1)
    await sql`update runs set methodology = 'other' where id = 'copy-000'`.execute(
      servers.database,
    )
    const job = await ended(await begin({ methodology: 'tiny' }))
    expect(job.result.replays.map((each) => each.run)).toEqual([run])
    const refused = await server.post('/v1/replays', { methodology: 'none' })
    expect(refused.statusCode).toBe(404)
    const misspelt = await server.post('/v1/replays', { methodolgy: 'tiny' })
    expect(misspelt.statusCode).toBe(400)
  })

  it('are told of by events: the state of now first, the end last', async () => {
    const id = await begin()
    const { body, headers } = await server.ask({ url: `/v1/jobs/${id}/events` })
    expect(headers['content-type']).toBe('text/event-stream')
    const end = `id: 1\nevent: end\ndata: {"id":"${id}","state":"done","done":1,"total":1}\n\n`
    expect(body.endsWith(end)).toBe(true)
    const again = await server.ask({ url: `/v1/jobs/${id}/events` })
    expect(again.body).toBe(end)
    const unknown = await server.ask({ url: '/v1/jobs/none/events' })
    expect(unknown.statusCode).toBe(404)
  })

  it('are listed by state, counted for Prometheus, and written into the log', async () => {
    const id = await begin()
    await ended(id)
    const list = await server.ask({ url: '/v1/jobs?state=done' })
    expect(list.json()).toMatchObject({ items: [{ id }], next: null })
    const none = await server.ask({ url: '/v1/jobs?state=queued' })
    expect(none.json()).toEqual({ items: [], next: null })
    const { body } = await server.ask({ url: '/metrics' })
    expect(body).toContain('olshem_jobs{state="done"} 1')
    expect(body).toContain('olshem_jobs{state="running"} 0')
    const entries = await servers.database
      .selectFrom('audit_entries')
      .select(['actor', 'action', 'details'])
      .where('subject', '=', `job:${id}`)
      .orderBy('number')
      .execute()
    expect(entries).toEqual([
      {
        ...{ actor: 'local', action: 'job.queued' },
        details: '{"kind":"replays","methodology":null,"runs":1}',
      },
      { actor: 'server', action: 'job.done', details: '{"identical":1}' },
    ])
    expect((await verifyChain(servers.database)).faults).toEqual([])
  })

  it('end between two runs when they are cancelled, and keep what was found', async () => {
    await copies(60)
    const id = await begin()
    const answer = await server.ask({
      method: 'POST',
      url: `/v1/jobs/${id}/cancellation`,
    })
    expect(answer.json()).toMatchObject({ id, state: 'cancelled' })
    const { done, result } = await look(id)
    expect(done).toBeLessThan(61)
    expect(result.replays).toHaveLength(done)
    const again = await server.ask({
      method: 'POST',
      url: `/v1/jobs/${id}/cancellation`,
    })
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ code: 'JOB_OVER' })
    await stop()
    expect(await look(id, await start())).toMatchObject({
      ...{ state: 'cancelled', done },
    })
  })

  it('go on after a stop where they stood, each run once', async () => {
    await copies(60)
    const id = await begin()
    await stop()
    const between = await getJob(servers.database, id)
    expect(between.state).toBe('queued')
    expect(between.done).toBeLessThan(61)
    const next = await start()
    const job = await ended(id, next)
    expect(job).toMatchObject({ state: 'done', done: 61, total: 61 })
    expect(new Set(job.result.replays.map((each) => each.run)).size).toBe(61)
    expect(job.result.counts).toEqual({ identical: 61 })
  })

  describe('of a server that fell silent', () => {
    const NOON = Date.parse('2026-11-22T12:00:00.000Z')
    const at = (seconds: number) =>
      new Date(NOON + seconds * 1000).toISOString()

    /** Takes the job, does one part of two, and says no more. */
    async function silent() {
      await stop()
      await copies(1)
      const { database } = servers
      const asked = { methodology: null }
      const { id } = await startReplays(database, asked, actingNow(SERVER))
      await takeJob(database, { by: 'lost', until: at(60) }, at(0))
      const part = await findOpenPart(database, id)
      if (!part) throw new Error('The job has parts')
      const finding = { outcome: 'identical', finding: {} }
      await keepFinding(database, id, 'lost', part, finding)
      return { id, part }
    }

    async function runAt(seconds: number): Promise<void> {
      const runner = new JobRunner({
        database: servers.database,
        acting: () => actingNow(SERVER),
        onError: (error) => {
          throw error
        },
        now: () => NOON + seconds * 1000,
      })
      runner.wake()
      await new Promise((resolve) => setTimeout(resolve, 150))
      await runner.stop()
    }

    it('are left alone until its lease ends, and then taken up', async () => {
      const { id } = await silent()
      await runAt(59)
      const before = await getJob(servers.database, id)
      expect(before).toMatchObject({ state: 'running', done: 1 })
      await runAt(61)
      const after = await getJob(servers.database, id)
      expect(after).toMatchObject({ state: 'done', done: 2 })
    })

    it('are not taken from whoever took them up, though it wakes again', async () => {
      const { id, part } = await silent()
      await runAt(61)
      const { database } = servers
      const late = { outcome: 'different', finding: {} }
      expect(await keepFinding(database, id, 'lost', part, late)).toBe(false)
      const { done } = await getJob(database, id)
      expect(done).toBe(2)
    })

    it('are given up when servers fall silent over the same run again and again', async () => {
      const { id } = await silent()
      const { database } = servers
      for (const minute of [2, 4, 6]) {
        const lease = { by: `lost-${minute}`, until: at(minute * 60) }
        const now = at(minute * 60 - 50)
        expect(await takeJob(database, lease, now)).not.toBeNull()
      }
      await runAt(8 * 60)
      const job = await getJob(database, id)
      expect(job).toMatchObject({ state: 'failed', done: 1 })
      expect(job.error).toContain('fell silent')
    })
  })

  it('end their events without "end" when the server stops', async () => {
    const origin = await server.app.listen({ host: '127.0.0.1', port: 0 })
    const asked = { methodology: null }
    const { database } = servers
    const { id } = await startReplays(database, asked, actingNow(SERVER))
    const far = '2999-01-01T00:00:00.000Z'
    await takeJob(database, { by: 'another', until: far }, '2026-11-22')
    const url = `${origin}/v1/jobs/${id}/events`
    const answer = await fetch(url)
    const closing = stop()
    const text = await answer.text()
    await closing
    expect(text).toContain('"state":"running"')
    expect(text).not.toContain('event: end')
  })

  it('send a sign of life while nothing changes, and end their events when the server stops', async () => {
    const { id } = await startReplays(
      servers.database,
      { methodology: null },
      actingNow(SERVER),
    )
    const job = { ...(await getJob(servers.database, id)), total: 9 }
    const stop = new AbortController()
    const pace = { lookMilliseconds: 5, beatMilliseconds: 0 }
    const events = jobEvents(servers.database, job, stop.signal, pace)
    expect((await events.next()).value).toContain('event: progress')
    const texts: string[] = []
    for await (const text of events) {
      texts.push(text)
      if (text.startsWith(':')) stop.abort()
    }
    expect(texts.at(-1)).toBe(': beat\n\n')
  })
})
