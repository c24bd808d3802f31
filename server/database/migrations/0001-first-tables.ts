/** Texts by hash, what is made of them, the chain of entries about it, and settings. */
import type { Kysely, Migration } from 'kysely'

import { columnTypes, type ColumnTypes } from './column-types.js'

export const firstTables: Migration = {
  up: async (database: Kysely<unknown>) => {
    const types = columnTypes(database)
    await makeTexts(database, types)
    await makeMethodologyVersions(database, types)
    await makeRegisters(database, types)
    await makeDataSets(database, types)
    await makeRuns(database, types)
    await makeAuditEntries(database, types)
    await makeSettings(database, types)
  },
}

async function makeTexts(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('texts')
    .addColumn('sha256', text, (column) => column.primaryKey().notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
  await strict(table).execute()
}

async function makeMethodologyVersions(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('methodology_versions')
    .addColumn('methodology', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addColumn('sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('edition', text)
    .addColumn('origin', text, (column) => column.notNull())
    .addColumn('published_at', text)
    .addColumn('withdrawn_at', text)
    .addColumn('withdrawn_because', text)
    .addPrimaryKeyConstraint('methodology_versions_key', [
      'methodology',
      'version',
    ])
  await strict(table).execute()
}

async function makeRegisters(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('registers')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('loaded_at', text, (column) => column.notNull())
    .addColumn('loaded_by', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('registers_key', ['id', 'sha256'])
  await strict(table).execute()
}

async function makeDataSets(
  { schema }: Kysely<unknown>,
  { text, whole, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('data_sets')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('methodology', text)
    .addColumn('year', whole, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('loaded_at', text, (column) => column.notNull())
    .addColumn('loaded_by', text, (column) => column.notNull())
    .addColumn('replaces', text, (column) => column.references('data_sets.id'))
    .addColumn('text_sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('bodies', whole, (column) => column.notNull())
  await strict(table).execute()
  await schema
    .createIndex('data_sets_by_time')
    .on('data_sets')
    .columns(['loaded_at', 'id'])
    .execute()
}

async function makeRuns(
  { schema }: Kysely<unknown>,
  { text, whole, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('runs')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('methodology', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addColumn('methodology_sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('engine_version', text, (column) => column.notNull())
    .addColumn('year', whole, (column) => column.notNull())
    .addColumn('edition', text)
    .addColumn('data_set', text, (column) =>
      column.notNull().references('data_sets.id'),
    )
    .addColumn('register_sha256', text, (column) =>
      column.references('texts.sha256'),
    )
    .addColumn('result_sha256', text, (column) => column.notNull())
    .addColumn('result', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('based_on', text, (column) => column.notNull())
  await strict(table).execute()
  await schema
    .createIndex('runs_by_time')
    .on('runs')
    .columns(['created_at', 'id'])
    .execute()
}

async function makeAuditEntries(
  { schema }: Kysely<unknown>,
  { text, whole, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('audit_entries')
    .addColumn('number', whole, (column) => column.primaryKey().notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('details', text, (column) => column.notNull())
    .addColumn('previous_hash', text, (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
  await strict(table).execute()
}

async function makeSettings(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('settings')
    .addColumn('key', text, (column) => column.primaryKey().notNull())
    .addColumn('value', text, (column) => column.notNull())
  await strict(table).execute()
}
