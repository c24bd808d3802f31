/** Whether everything in a database is what its hashes say: texts, results, and the audit log. */
import { sql } from 'kysely'

import { readRun, sha256 } from '../../engine/index.js'
import type { HeadReference } from '../audit/head.js'
import { faultWords } from '../audit/fault-words.js'
import { verifyChain } from '../audit/verify-chain.js'
import type { Database } from '../database/tables.js'
import { parseRunJson } from '../history/read-run-file.js'

export interface ContentsReport {
  readonly texts: number
  readonly runs: number
  readonly entries: number
  /** Empty where everything is whole. */
  readonly faults: readonly string[]
}

/** Texts may be long. */
const PAGE = 50

/** @param head - of the audit log, as it was kept elsewhere */
export async function checkContents(
  database: Database,
  head: HeadReference | null,
): Promise<ContentsReport> {
  const file = await checkFile(database)
  const texts = await checkTexts(database)
  const runs = await checkRuns(database)
  const chain = await verifyChain(database, head)
  const faults = [
    ...file,
    ...texts.faults,
    ...runs.faults,
    ...chain.faults.map((fault) => `audit log: ${faultWords(fault)}`),
  ]
  return {
    texts: texts.count,
    runs: runs.count,
    entries: chain.entries,
    faults,
  }
}

/** What SQLite itself finds wrong with its file. */
async function checkFile(database: Database): Promise<readonly string[]> {
  const found = await sql<{
    readonly integrity_check: string
  }>`pragma integrity_check(10)`.execute(database)
  const lost = await sql<{
    readonly table: string
  }>`pragma foreign_key_check`.execute(database)
  return [
    ...found.rows
      .map(({ integrity_check: words }) => words)
      .filter((words) => words !== 'ok')
      .map((words) => `file: ${words}`),
    ...lost.rows.map(
      ({ table }) => `${table}: a row names another that is not there`,
    ),
  ]
}

interface Checked {
  readonly count: number
  readonly faults: readonly string[]
}

async function checkTexts(database: Database): Promise<Checked> {
  const faults: string[] = []
  let count = 0
  for (let after = ''; ;) {
    const rows = await database
      .selectFrom('texts')
      .select(['sha256', 'kind', 'text'])
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(PAGE)
      .execute()
    for (const { sha256: expected, kind, text } of rows) {
      const found = await sha256(text)
      if (found === expected) continue
      faults.push(
        `text (${kind}): sha256 ${expected} was expected, and ${found} was found`,
      )
    }
    count += rows.length
    const last = rows.at(-1)
    if (!last) return { count, faults }
    after = last.sha256
  }
}

async function checkRuns(database: Database): Promise<Checked> {
  const faults: string[] = []
  let count = 0
  for (let after = ''; ;) {
    const rows = await database
      .selectFrom('runs')
      .select(['id', 'result', 'result_sha256'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const { id, result, result_sha256: expected } of rows) {
      if (await fitsHash(result, expected)) continue
      faults.push(
        `run ${id}: its results do not fit their hash, sha256 ${expected}`,
      )
    }
    count += rows.length
    const last = rows.at(-1)
    if (!last) return { count, faults }
    after = last.id
  }
}

async function fitsHash(result: string, expected: string): Promise<boolean> {
  const parsed = parseRunJson(result)
  if ('fault' in parsed) return false
  const { record } = await readRun(parsed.json)
  return record !== null && record.isWhole && record.known.sha256 === expected
}
