/** The database and the folder that commands about people and the log work on. */
import { existsSync } from 'node:fs'

import { databasePlace } from '../configuration/database-place.js'
import { readConfiguration } from '../configuration/read-configuration.js'
import { migrate, NewerDatabaseError } from '../database/migrate.js'
import {
  closeDatabase,
  openDatabase,
  type DatabasePlace,
} from '../database/open-database.js'
import type { Database } from '../database/tables.js'
import type { Io } from '../io.js'
import { Refusal } from '../refusal.js'

export interface Installation {
  readonly database: Database
  readonly dataFolder: string
}

/** What a command finds where nothing has been stored yet. */
export type Beginning = 'made' | 'refused'

/** @throws Refusal where the database cannot be used */
export async function withInstallation<Done>(
  { environment }: Pick<Io, 'environment'>,
  beginning: Beginning,
  work: (installation: Installation) => Promise<Done>,
): Promise<Done> {
  const configuration = readConfiguration(environment)
  const place = databasePlace(configuration)
  if (beginning === 'refused') refuseNothing(place)
  const database = await openDatabase(place)
  try {
    await prepare(database, place)
    return await work({ database, dataFolder: configuration.data })
  } finally {
    await closeDatabase(database)
  }
}

async function prepare(
  database: Database,
  place: DatabasePlace,
): Promise<void> {
  try {
    await migrate(database)
  } catch (error) {
    if (error instanceof NewerDatabaseError) throw new Refusal([error.message])
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal([`${nameOf(place)} cannot be opened: ${why}.`])
  }
}

/** A misspelt folder would be an empty log, and nothing wrong with it. */
function refuseNothing(place: DatabasePlace): void {
  if ('url' in place || existsSync(place.file)) return
  throw new Refusal([
    `${place.file} is not there. OLSHEM_DATA names the folder of the data, DATABASE_URL a PostgreSQL database.`,
  ])
}

/** A URL may hold a password. */
function nameOf(place: DatabasePlace): string {
  return 'url' in place ? 'The database of DATABASE_URL' : place.file
}
