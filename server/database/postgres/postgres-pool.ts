/** Connections to PostgreSQL, opened as they are needed. */
import type { Pool } from 'pg'

const MOST_CONNECTIONS = 10

/** @param url - as `postgres://user@host/database` */
export async function openPostgresPool(url: string): Promise<Pool> {
  const { default: pg } = await import('pg')
  const types = new pg.TypeOverrides()
  // Counts and sums, which `pg` gives as text and SQLite as numbers.
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    types,
  })
  // A connection that breaks while nobody uses it is replaced by the pool;
  // without a listener its event would end the process.
  pool.on('error', () => undefined)
  return pool
}
