/**
 * What the schema of this installation has. Kysely's own looks at the columns of
 * every schema, and fails where another one is dropped meanwhile.
 */
import {
  sql,
  type DatabaseIntrospector,
  type DatabaseMetadata,
  type Kysely,
  type SchemaMetadata,
  type TableMetadata,
} from 'kysely'

export class OwnSchemaIntrospector implements DatabaseIntrospector {
  constructor(private readonly database: Kysely<unknown>) {}

  async getSchemas(): Promise<SchemaMetadata[]> {
    const { rows } = await sql<SchemaMetadata>`
      select nspname as name from pg_catalog.pg_namespace`.execute(
      this.database,
    )
    return rows
  }

  /** Their names alone: migrations ask for nothing more. */
  async getTables(): Promise<TableMetadata[]> {
    const { rows } = await sql<{
      readonly schema: string
      readonly name: string
    }>`
      select n.nspname as schema, c.relname as name
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = current_schema() and c.relkind in ('r', 'p')`.execute(
      this.database,
    )
    return rows.map((table) => ({ ...table, isView: false, columns: [] }))
  }

  async getMetadata(): Promise<DatabaseMetadata> {
    return { tables: await this.getTables() }
  }
}
