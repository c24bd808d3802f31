/** Finds what a database holds without the rest of what was to be stored with it. */
import { sql } from 'kysely'

import { checkContents } from '../../server/backup/check-contents.js'
import type { Database } from '../../server/database/tables.js'

/** Each finds rows that may not be there, named by their ids. */
const HALVES: Readonly<Record<string, string>> = {
  'a run without its entry of the log': `
    select id from runs where 'run:' || id not in (
      select subject from audit_entries where action = 'run.created')`,
  'an entry of the log without its run': `
    select subject as id from audit_entries where action = 'run.created'
      and substr(subject, 5) not in (select id from runs)`,
  'a run without its receipt': `
    select id from runs where id not in (select run from run_receipts)`,
  'a data set without its entry of the log': `
    select id from data_sets where 'data-set:' || id not in (
      select subject from audit_entries where action = 'data-set.loaded')`,
  'an entry of the log without its data set': `
    select subject as id from audit_entries where action = 'data-set.loaded'
      and substr(subject, 10) not in (select id from data_sets)`,
  'a job without its entry of the log': `
    select id from jobs where 'job:' || id not in (
      select subject from audit_entries where action = 'job.queued')`,
  'a job whose parts are not those that it counts': `
    select id from jobs where
      total <> (select count(*) from job_findings where job = jobs.id) or
      done <> (select count(outcome) from job_findings where job = jobs.id)`,
  'a job that is done without its entry of the log': `
    select id from jobs where state = 'done' and 'job:' || id not in (
      select subject from audit_entries where action = 'job.done')`,
  'a version without its entry of the log': `
    select sha256 as id from methodology_versions where
      methodology || '@' || version not in (
        select substr(subject, 9) from audit_entries
          where action in ('version.imported', 'version.published'))`,
  'an approval or a draft without its entry of the log': `
    select draft as id from draft_approvals where state in ('approved', 'used')
      and 'draft:' || draft not in (
        select subject from audit_entries where action = 'approval.given')
    union select id from drafts where 'draft:' || id not in (
      select subject from audit_entries where action = 'draft.created')
    union select id from drafts where id not in (select draft from draft_texts)`,
  'a published version without its publication': `
    select sha256 as id from methodology_versions where origin = 'published'
      and methodology || '@' || version not in (
        select methodology || '@' || version from publications)`,
  'a publication without its version': `
    select draft as id from publications where methodology || '@' || version || sha256 not in (
      select methodology || '@' || version || sha256 from methodology_versions
        where origin = 'published')`,
  'a publication whose approval is not used, or is none of two people': `
    select draft as id from publications where not exists (
      select 1 from draft_approvals as approvals
        where approvals.draft = publications.draft and number = approval
          and state = 'used' and approvals.sha256 = publications.sha256
          and decided_by <> requested_by)`,
  'a used approval without its publication': `
    select draft as id from draft_approvals where state = 'used'
      and draft not in (select draft from publications)`,
  'a draft that is published without its publication, or the other way round': `
    select id from drafts where (published_at is not null) <> (
      id in (select draft from publications))`,
  'a publication without its entry of the log': `
    select draft as id from publications where not exists (
      select 1 from audit_entries as entries
        where entries.number = audit_number and entries.hash = audit_hash
          and action = 'version.published'
          and subject = 'version:' || methodology || '@' || version)`,
  'an entry of the log without its publication': `
    select subject as id from audit_entries where action = 'version.published'
      and substr(subject, 9) not in (
        select methodology || '@' || version from publications)`,
  'a key that is not in the log once': `
    select key as id from settings where key = 'signing_keys' and 1 <> (
      select count(*) from audit_entries where action = 'signing-key.added')`,
}

/** @returns what is half there or damaged; nothing where the database is whole */
export async function findHalves(
  database: Database,
): Promise<readonly string[]> {
  const { faults } = await checkContents(database, null)
  const halves: string[] = []
  for (const [what, statement] of Object.entries(HALVES)) {
    const { rows } = await sql.raw<{ id: string }>(statement).execute(database)
    halves.push(...rows.map(({ id }) => `${what}: ${id}`))
  }
  return [...faults, ...halves]
}
