/** The database of a server, brought to what this program expects, with the versions of the rules folder. */
import type { FastifyBaseLogger } from 'fastify'

import type { Configuration } from '../configuration/configuration.js'
import { databasePlace } from '../configuration/database-place.js'
import { migrate } from '../database/migrate.js'
import { closeDatabase, openDatabase } from '../database/open-database.js'
import { Signer } from '../installation/signer.js'
import type { Io } from '../io.js'
import { importFolder } from '../methodology-store/import-folder.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { loadDemonstration } from '../runs/demonstration.js'
import { actingNow, SERVER } from './acting.js'

/**
 * The key that receipts are signed with; made at the first start of an
 * installation. The database is closed where the server cannot have it.
 *
 * @throws Refusal where this server has another key than the installation
 */
export async function openSigner(
  { database }: MethodologyStore,
  { data }: Configuration,
  environment: Io['environment'],
): Promise<Signer> {
  try {
    return await Signer.open(database, { dataFolder: data, environment })
  } catch (error) {
    await closeDatabase(database)
    throw error
  }
}

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
