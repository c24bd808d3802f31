/** The tables of people, in the order of their migrations; none is ever changed. */
import type { Kysely, Migration } from 'kysely'

import {
  columnTypes,
  type ColumnTypes,
} from '../database/migrations/column-types.js'

export const PEOPLE_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0002-people': {
    up: async (database: Kysely<unknown>) => {
      const types = columnTypes(database)
      await makeUsers(database, types)
      await makeSessions(database, types)
      await makeApiKeys(database, types)
    },
  },
}

async function makeUsers(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('users')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('name_key', text, (column) => column.notNull().unique())
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('password_hash', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('disabled_at', text)
  await strict(table).execute()
}

async function makeSessions(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('sessions')
    .addColumn('token_sha256', text, (column) => column.primaryKey().notNull())
    .addColumn('user_id', text, (column) =>
      column.notNull().references('users.id'),
    )
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
  await strict(table).execute()
  await schema
    .createIndex('sessions_by_user')
    .on('sessions')
    .column('user_id')
    .execute()
}

async function makeApiKeys(
  { schema }: Kysely<unknown>,
  { text, strict }: ColumnTypes,
): Promise<void> {
  const table = schema
    .createTable('api_keys')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('token_sha256', text, (column) => column.notNull().unique())
    .addColumn('scopes', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .addColumn('revoked_at', text)
  await strict(table).execute()
}
