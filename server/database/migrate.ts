/** Brings the tables to what this program expects; several servers may start at once. */
import { Migrator, PostgresAdapter, sql, type Migration } from 'kysely'

import { MIGRATIONS } from './migrations/migrations.js'
import { copyBeside } from './sqlite/copy-database.js'
import type { Database } from './tables.js'

/** Not Kysely's own names: another program may keep its tables beside ours. */
const MIGRATION_TABLE = 'olshem_migrations'
const LOCK_TABLE = 'olshem_migration_lock'

/** A newer program has been here: this one does not know what its tables mean. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'

  constructor(readonly migrations: readonly string[]) {
    super(
      `The database was changed by a newer version of Olshem (${migrations.join(', ')}). Start that version, or restore a backup from before.`,
    )
  }
}

/**
 * @returns the names of the migrations that were run, in their order
 * @throws NewerDatabaseError
 */
export async function migrate(
  database: Database,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<readonly string[]> {
  const schema = await findSchema(database)
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    ...(schema === null ? {} : { migrationTableSchema: schema }),
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: LOCK_TABLE,
  })
  await keepCopy(database, migrator, migrations)
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error === undefined) {
    return results.map(({ migrationName }) => migrationName)
  }
  // What went wrong comes first: looking for its cause may fail for the same reason.
  const unknown = await findUnknown(database, migrations).catch(() => [])
  if (unknown.length > 0) throw new NewerDatabaseError(unknown)
  throw error instanceof Error
    ? error
    : new Error('The tables could not be made.', { cause: error })
}

/** SQLite is copied before it is changed: there is no way back from a migration. */
async function keepCopy(
  database: Database,
  migrator: Migrator,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  if (isPostgres(database)) return
  const known = await migrator.getMigrations()
  const [next] = known.filter(({ executedAt }) => executedAt === undefined)
  const isEmpty = known.every(({ executedAt }) => executedAt === undefined)
  if (!next || isEmpty) return
  // One that this program refuses is left as it is.
  if ((await findUnknown(database, migrations)).length > 0) return
  await copyBeside(database, next.name)
}

/**
 * The schema of PostgreSQL that our tables go to. Kysely must be told, or it
 * takes the tables of an installation in another schema for those of this one.
 */
async function findSchema(database: Database): Promise<string | null> {
  if (!isPostgres(database)) return null
  const { rows } = await sql<{
    readonly schema: string | null
  }>`select current_schema() as schema`.execute(database)
  return rows[0]?.schema ?? null
}

function isPostgres(database: Database): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter
}

async function findUnknown(
  database: Database,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly string[]> {
  const rows = await database
    .withTables<{ [MIGRATION_TABLE]: { name: string } }>()
    .selectFrom(MIGRATION_TABLE)
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name).filter((name) => !(name in migrations))
}
