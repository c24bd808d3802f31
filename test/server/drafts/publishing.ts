/** A tiny methodology whose next version takes the least instead of the sum. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { onTestFinished } from 'vitest'

import {
  approveDraft,
  requestApproval,
} from '../../../server/drafts/approve-draft.js'
import { draftFromText } from '../../../server/drafts/write-draft.js'
import { actingNow } from '../../../server/http/acting.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import type { MethodologyStore } from '../../../server/methodology-store/methodology-store.js'
import type { StoredDraft } from '../../../server/repository/drafts.js'
import type { Database } from '../../../server/database/tables.js'
import { createRun } from '../../../server/runs/create-run.js'
import { tiny } from '../commands/tiny-methodology.js'
import { load } from '../runs/stored-runs.js'

/** total = a + b. */
export const FIRST = tiny({ years: '{ from: 2018 }' })

/** total = min(a, b), from 2023 on; of 1 and 2 the least is 1. */
export const NEXT = tiny({
  ...{ version: '2023', years: '{ from: 2023 }', expected: 1 },
  more: 'supersedes: "2020"\n',
})
  .replace('aggregate: sum', 'aggregate: min')
  .replace('calculation: 1 + 2 = 3', 'calculation: min(1, 2) = 1')

/** Sums 3 and 4.5, least ones 1 and 0.5: the places change. */
export const DATA = 'id,a,b\nm1,1,2\nm2,4,0.5\nm3,,\n'

export const AUTHOR = () => actingNow('user:author')
export const COLLEAGUE = () => actingNow('user:colleague')
export const APPROVER = () => actingNow('user:approver')

/** A folder that is there until the test is over. */
export async function folderOf(
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'olshem-rules-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

/** With the first version, imported from a folder. */
export async function storeOf(database: Database): Promise<MethodologyStore> {
  const rules = await folderOf({ 'tiny/2020.yaml': FIRST })
  await importFolder(database, rules, actingNow('server'))
  return { database, rules }
}

/** A run of 2021 under the first version. */
export async function runOf2021(store: MethodologyStore): Promise<string> {
  const { dataSet } = await load(store, DATA, 2021)
  const request = { methodology: 'tiny', year: 2021, dataSet: dataSet.id }
  const { stored } = await createRun(store, request, actingNow('local'))
  return stored.id
}

/** A draft of the author that somebody else has approved. */
export async function approvedDraft(
  store: MethodologyStore,
  text = NEXT,
): Promise<StoredDraft> {
  const draft = await draftFromText(store, text, AUTHOR())
  await requestApproval(store, draft, AUTHOR())
  await approveDraft(store.database, draft, 'read and recalculated', APPROVER())
  return draft
}
