/** A store with a tiny methodology of three years, and data sets loaded into it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { MethodologyStore } from '../../../server/methodology-store/methodology-store.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import {
  loadDataSet,
  type DataSetRequest,
} from '../../../server/runs/load-data-set.js'
import { readDataText } from '../../../server/runs/read-data-text.js'
import type { Database } from '../../../server/database/tables.js'
import { tiny } from '../commands/tiny-methodology.js'

export const ACTING = { actor: 'Aigul', at: '2026-11-22T10:00:00.000Z' }

/** total = a + b; change looks a year back at the result and two at the data. */
const MORE = `computed:
  change: { formula: "total - previous(total) + b - previous(b, 2)", cite: "3", mark: given }
outputs: [total, change]
`

export const TINY = tiny({ more: MORE, years: '{ from: 2018, to: 2022 }' })

/** The folder is gone after the import: everything comes from the database. */
export async function tinyStore(database: Database): Promise<MethodologyStore> {
  const rules = await mkdtemp(join(tmpdir(), 'olshem-rules-'))
  await mkdir(join(rules, 'tiny'))
  await writeFile(join(rules, 'tiny/2020.yaml'), TINY)
  await importFolder(database, rules, ACTING)
  await rm(rules, { recursive: true })
  return { database, rules }
}

/** @param text - CSV */
export function load(
  store: MethodologyStore,
  text: string,
  year: number,
  more: Partial<DataSetRequest> = {},
) {
  const file = `data-${year}.csv`
  const data = readDataText({ format: 'csv', text, file }, year)
  const request = { methodology: 'tiny', year, data, name: `Data of ${year}` }
  return loadDataSet(store, { ...request, source: 'hand', ...more }, ACTING)
}
