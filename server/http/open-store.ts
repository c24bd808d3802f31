/** The database of a server, brought to what this program expects, with the versions of the rules folder. */
import type { FastifyBaseLogger } from 'fastify'

import type { Configuration } from '../configuration/configuration.js'
import { databasePlace } from '../configuration/database-place.js'
import { migrate } from '../database/migrate.js'
import { closeDatabase, openDatabase } from '../database/open-database.js'
import { openSigningKey } from '../installation/installation-keys.js'
import type { Io } from '../io.js'
import { importFolder } from '../methodology-store/import-folder.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { instantNow } from '../repository/acting.js'
import { loadDemonstration } from '../runs/demonstration.js'
import type { SigningKey } from '../signing/signing-key.js'
import { actingNow, SERVER } from './acting.js'

/** Loaded when the server answers already; a server works without it too. */
export async function loadDemonstrationLater(
  store: MethodologyStore,
  log: FastifyBaseLogger,
  stop: AbortSignal,
): Promise<void> {
  try {
    const runs = await loadDemonstration(store, actingNow(SERVER), stop)
    if (runs > 0) log.info({ runs }, 'demonstration loaded')
  } catch (error) {
    if (stop.aborted) log.info('the demonstration is left for the next start')
    else log.error({ err: error }, 'the demonstration could not be loaded')
  }
}

/** The key of the installation, with which heads of the log are signed. @throws Refusal */
export async function openKey(
  { data: dataFolder }: Configuration,
  { database }: MethodologyStore,
  { environment }: Pick<Io, 'environment'>,
): Promise<SigningKey> {
  try {
    const place = { dataFolder, environment }
    return await openSigningKey(database, place, instantNow())
  } catch (error) {
    await closeDatabase(database)
    throw error
  }
}

/** Without DATABASE_URL a SQLite file in the folder of the server's own files. */
export async function openStore(
  configuration: Configuration,
  log: FastifyBaseLogger,
): Promise<MethodologyStore> {
  const database = await openDatabase(databasePlace(configuration))
  try {
    const migrations = await migrate(database)
    if (migrations.length > 0) log.info({ migrations }, 'database brought up')
    const { rules } = configuration
    const store = { database, rules }
    const folder = await importFolder(database, rules, actingNow(SERVER))
    if (folder.imported.length > 0) {
      log.info({ versions: folder.imported }, 'versions imported')
    }
    for (const { code, message } of folder.problems) {
      log.warn({ code }, message)
    }
    return store
  } catch (error) {
    await closeDatabase(database)
    throw error
  }
}
