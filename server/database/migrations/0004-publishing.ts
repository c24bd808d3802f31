/** Drafts, their texts, their approvals, and publications. */
import type { Kysely, Migration } from 'kysely'

import { columnTypes, type ColumnTypes } from './column-types.js'

export const publishingTables: Migration = {
  up: async (database: Kysely<unknown>) => {
    const types = columnTypes(database)
    await makeDrafts(database, types)
    await makeDraftTexts(database, types)
    await makeDraftApprovals(database, types)
    await makePublications(database, types)
  },
}

async function makeDrafts(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('drafts')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('methodology', text)
    .addColumn('version', text)
    .addColumn('from_methodology', text)
    .addColumn('from_version', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('changed_at', text, (column) => column.notNull())
    .addColumn('changed_by', text, (column) => column.notNull())
    .addColumn('published_at', text)
    .addColumn('deleted_at', text)
  await strict(table).execute()
  await schema
    .createIndex('drafts_by_time')
    .on('drafts')
    .columns(['created_at', 'id'])
    .execute()
}

async function makeDraftTexts(
  { schema }: Kysely<unknown>,
  { text, whole, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('draft_texts')
    .addColumn('draft', text, (column) =>
      column.notNull().references('drafts.id'),
    )
    .addColumn('number', whole, (column) => column.notNull())
    .addColumn('sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('written_at', text, (column) => column.notNull())
    .addColumn('written_by', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('draft_texts_key', ['draft', 'number'])
  await strict(table).execute()
  await schema
    .createIndex('draft_texts_by_hash')
    .on('draft_texts')
    .column('sha256')
    .execute()
}

async function makeDraftApprovals(
  { schema }: Kysely<unknown>,
  { text, whole, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('draft_approvals')
    .addColumn('draft', text, (column) =>
      column.notNull().references('drafts.id'),
    )
    .addColumn('number', whole, (column) => column.notNull())
    .addColumn('sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('requested_at', text, (column) => column.notNull())
    .addColumn('requested_by', text, (column) => column.notNull())
    .addColumn('decided_at', text)
    .addColumn('decided_by', text)
    .addColumn('comment', text)
    .addColumn('ended_at', text)
    .addColumn('ended_by', text)
    .addPrimaryKeyConstraint('draft_approvals_key', ['draft', 'number'])
  await strict(table).execute()
}

async function makePublications(
  { schema }: Kysely<unknown>,
  { text, whole, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('publications')
    .addColumn('methodology', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addColumn('sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('draft', text, (column) =>
      column.notNull().references('drafts.id'),
    )
    .addColumn('approval', whole, (column) => column.notNull())
    .addColumn('published_at', text, (column) => column.notNull())
    .addColumn('published_by', text, (column) => column.notNull())
    .addColumn('compared_with', text)
    .addColumn('differences_sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('effect_sha256', text, (column) =>
      column.notNull().references('texts.sha256'),
    )
    .addColumn('runs_replayed', whole, (column) => column.notNull())
    .addColumn('audit_number', whole, (column) => column.notNull())
    .addColumn('audit_hash', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('publications_key', ['methodology', 'version'])
    .addForeignKeyConstraint(
      'publications_of_versions',
      ['methodology', 'version'],
      'methodology_versions',
      ['methodology', 'version'],
    )
    .addForeignKeyConstraint(
      'publications_by_approvals',
      ['draft', 'approval'],
      'draft_approvals',
      ['draft', 'number'],
    )
  await strict(table).execute()
}
