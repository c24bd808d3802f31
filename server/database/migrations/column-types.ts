/** What the two databases must be told differently, so that they answer alike. */
import {
  PostgresAdapter,
  sql,
  type CreateTableBuilder,
  type Kysely,
  type RawBuilder,
} from 'kysely'

export interface ColumnTypes {
  /** Ordered by code point: PostgreSQL would follow the language of its machine. */
  readonly text: RawBuilder<unknown>
  readonly whole: RawBuilder<unknown>
  /** SQLite would keep text in a column of numbers. */
  readonly strict: <Name extends string, Column extends string>(
    table: CreateTableBuilder<Name, Column>,
  ) => CreateTableBuilder<Name, Column>
}

export function columnTypes(database: Kysely<unknown>): ColumnTypes {
  const isPostgres = database.getExecutor().adapter instanceof PostgresAdapter
  return {
    text: isPostgres ? sql`text collate "C"` : sql`text`,
    whole: sql`integer`,
    strict: (table) => (isPostgres ? table : table.modifyEnd(sql`strict`)),
  }
}
