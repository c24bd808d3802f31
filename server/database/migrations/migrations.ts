/** Every migration there is, in the order of their names; none is ever changed. */
import type { Migration } from 'kysely'

import { PEOPLE_MIGRATIONS } from '../../people/people-migrations.js'
import { firstTables } from './0001-first-tables.js'
import { publishingTables } from './0004-publishing.js'
import { jobs } from './0005-jobs.js'

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  ...PEOPLE_MIGRATIONS,
  '0004-publishing': publishingTables,
  '0005-jobs': jobs,
}
