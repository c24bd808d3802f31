/** Jobs with the findings of their parts, and the receipts of runs. */
import type { Kysely, Migration } from 'kysely'

import { columnTypes, type ColumnTypes } from './column-types.js'

export const jobs: Migration = {
  up: async (database: Kysely<unknown>) => {
    const types = columnTypes(database)
    await makeJobs(database, types)
    await makeFindings(database, types)
    await makeReceipts(database, types)
  },
}

async function makeJobs(
  { schema }: Kysely<unknown>,
  { text, whole, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('jobs')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('request', text, (column) => column.notNull())
    .addColumn('total', whole, (column) => column.notNull())
    .addColumn('done', whole, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('started_at', text)
    .addColumn('ended_at', text)
    .addColumn('error', text)
    .addColumn('lease_by', text)
    .addColumn('lease_until', text)
    .addColumn('takeovers', whole, (column) => column.notNull())
  await strict(table).execute()
  await schema
    .createIndex('jobs_by_time')
    .on('jobs')
    .columns(['created_at', 'id'])
    .execute()
}

async function makeFindings(
  { schema }: Kysely<unknown>,
  { text, whole, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('job_findings')
    .addColumn('job', text, (column) => column.notNull().references('jobs.id'))
    .addColumn('number', whole, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('outcome', text)
    .addColumn('finding', text)
    .addPrimaryKeyConstraint('job_findings_key', ['job', 'number'])
  await strict(table).execute()
}

async function makeReceipts(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('run_receipts')
    .addColumn('run', text, (column) =>
      column.primaryKey().notNull().references('runs.id'),
    )
    .addColumn('receipt', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
  await strict(table).execute()
}
