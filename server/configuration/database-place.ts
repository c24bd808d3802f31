/** Where the data of a server are: PostgreSQL, or a SQLite file in its own folder. */
import { join } from 'node:path'

import type { DatabasePlace } from '../database/open-database.js'
import type { Configuration } from './configuration.js'

const FILE = 'olshem.db'

export function databasePlace({
  databaseUrl,
  data,
}: Pick<Configuration, 'databaseUrl' | 'data'>): DatabasePlace {
  return databaseUrl ? { url: databaseUrl.href } : { file: join(data, FILE) }
}
