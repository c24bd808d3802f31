/** Where the database file of a server is; PostgreSQL has tools of its own for what is done with it here. */
import type { Configuration } from '../configuration/configuration.js'
import { databasePlace } from '../configuration/database-place.js'
import { Refusal } from '../refusal.js'

const TOOLS = {
  backup: 'pg_dump --format=custom --file=olshem.dump "$DATABASE_URL"',
  restore:
    'pg_restore --clean --if-exists --dbname="$DATABASE_URL" olshem.dump',
}

/** @throws Refusal where DATABASE_URL names PostgreSQL */
export function databaseFile(
  configuration: Configuration,
  work: keyof typeof TOOLS,
): string {
  const place = databasePlace(configuration)
  if ('file' in place) return place.file
  throw new Refusal([
    `DATABASE_URL names a PostgreSQL database, for which its own tools are to be used: ${TOOLS[work]}. The private key is a file of OLSHEM_DATA, signing-key.pem, or in OLSHEM_SIGNING_KEY: keep it apart.`,
  ])
}
