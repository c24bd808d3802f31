/** Ended jobs are deleted where somebody says so; nothing else ever is. */
import { describe, expect, it } from 'vitest'

import { verifyChain } from '../../../server/audit/verify-chain.js'
import type { Database } from '../../../server/database/tables.js'
import { actingNow, SERVER } from '../../../server/http/acting.js'
import { forgetJobs } from '../../../server/jobs/forget-jobs.js'
import { cancelJob } from '../../../server/jobs/job-store.js'
import { startReplays } from '../../../server/jobs/replays.js'
import { DATABASES } from '../../helpers/databases.js'
import { testedApp } from '../../helpers/http-app.js'
import { opened } from '../../helpers/signing.js'
import { runOf2021, storeOf } from '../drafts/publishing.js'

const ALL = { methodology: null }

const ENDED = '2026-03-01T00:00:00.000Z'
const DAY_30 = '2026-03-31T00:00:00.000Z'
const LATER = '2026-03-31T00:00:00.001Z'

const at = (time: string) => ({ ...actingNow(SERVER), at: time })

async function jobsOf(database: Database): Promise<readonly string[]> {
  const rows = await database.selectFrom('jobs').select('id').execute()
  return rows.map(({ id }) => id)
}

async function countOf(
  database: Database,
  table: 'runs' | 'texts' | 'job_findings' | 'audit_entries',
): Promise<number> {
  const rows = await database.selectFrom(table).selectAll().execute()
  return rows.length
}

describe.each(DATABASES)('ended jobs on $kind', (kind) => {
  async function withJobs() {
    const database = await opened(kind)
    await runOf2021(await storeOf(database))
    const ended = await startReplays(database, ALL, at(ENDED))
    await cancelJob(database, ended.id, at(ENDED))
    const waiting = await startReplays(database, ALL, at(ENDED))
    return { database, ended, waiting }
  }

  it('are kept for the days that were said, and then deleted with what they found', async () => {
    const { database, ended, waiting } = await withJobs()
    expect(await forgetJobs(database, 30, at(DAY_30))).toBe(0)
    expect([...(await jobsOf(database))].sort()).toEqual(
      [ended.id, waiting.id].sort(),
    )
    expect(await forgetJobs(database, 30, at(LATER))).toBe(1)
    expect(await jobsOf(database)).toEqual([waiting.id])
    expect(await countOf(database, 'job_findings')).toBe(1)
  })

  it('leave runs, texts and the log, in which their end stands', async () => {
    const { database } = await withJobs()
    const tables = ['runs', 'texts', 'audit_entries'] as const
    const count = () =>
      Promise.all(tables.map((each) => countOf(database, each)))
    const [runs, texts, entries = 0] = await count()
    await forgetJobs(database, 1, at(LATER))
    expect(await count()).toEqual([runs, texts, entries + 1])
    const chain = await verifyChain(database, null)
    expect(chain.faults).toEqual([])
  })

  it.each([
    { says: 'for ever where nothing is said', keepJobsDays: null },
    { says: 'for the days of its setting', keepJobsDays: 1 },
  ])('are kept by a server $says', async ({ keepJobsDays }) => {
    const { database, ended } = await withJobs()
    const store = { database, rules: null }
    const server = await testedApp({ keepJobsDays }, undefined, { store })
    // Whoever closes it waits for what it has begun.
    await server.close()
    const isKept = (await jobsOf(database)).includes(ended.id)
    expect(isKept).toBe(keepJobsDays === null)
  })
})
