/**
 * What an empty database begins with: the data that ship with the rules, each
 * named as a demonstration with where it comes from, and scored.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { readData } from '../data/read-data.js'
import { inTransaction } from '../database/in-transaction.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import type { Acting } from '../repository/acting.js'
import { createRun } from './create-run.js'
import { loadDataSet } from './load-data-set.js'

interface Demonstration {
  readonly methodology: string
  readonly year: number
  /** From the rules folder. */
  readonly path: string
  readonly name: string
  readonly source: string
}

const HDI = {
  methodology: 'hdi',
  path: 'hdi/data/hdr-2021-22.csv',
  source: 'UNDP, Human Development Report 2021/22, CC BY 3.0 IGO',
}

const PANEL = {
  methodology: 'kz-goals',
  path: 'kz-goals/data/regions',
  source:
    'Bureau of National Statistics of the Republic of Kazakhstan, three of the six indices; no figure was estimated',
}

const DEMONSTRATIONS: readonly Demonstration[] = [
  {
    methodology: 'hdi',
    year: 2005,
    path: 'hdi/data/hdr-2007-08.csv',
    name: 'Demonstration: human development, 2005',
    source: 'UNDP, Human Development Report 2007/2008, CC BY 3.0 IGO',
  },
  { ...HDI, year: 2020, name: 'Demonstration: human development, 2020' },
  { ...HDI, year: 2021, name: 'Demonstration: human development, 2021' },
  {
    methodology: 'kz-personnel',
    year: 2010,
    path: 'kz-personnel/data/karaganda-2010.csv',
    name: 'Demonstration: personnel management of Karaganda region, 2010',
    source:
      'Official conclusion of the assessment of personnel management, akimat of Karaganda region, 2010',
  },
  { ...PANEL, year: 2012, name: 'Demonstration: regional panel, 2012' },
  { ...PANEL, year: 2013, name: 'Demonstration: regional panel, 2013' },
  {
    methodology: 'kz-unified-rating',
    year: 2025,
    path: 'kz-unified-rating/data/invented-2025.csv',
    name: 'Demonstration: unified rating, 2025 (invented figures)',
    source: 'Invented: the results of the assessment are not published',
  },
]

/** The setting that says that the demonstration was loaded, and so never again. */
const SETTING = 'demonstration'

/**
 * Once for a database without data sets, whole or not at all, by whichever
 * server comes first. What the rules folder does not hold is left out.
 *
 * @param stop - between two runs all of it is given up, for the next start
 * @throws the reason of `stop`
 * @returns how many runs were made
 */
export async function loadDemonstration(
  store: MethodologyStore,
  acting: Acting,
  stop?: AbortSignal,
): Promise<number> {
  const { database, rules } = store
  if (rules === null) return 0
  const there: Demonstration[] = []
  for (const each of DEMONSTRATIONS) {
    if (await isThere(join(rules, each.path))) there.push(each)
  }
  return inTransaction(database, async (transaction) => {
    const claim = await transaction
      .insertInto('settings')
      .values({ key: SETTING, value: acting.at })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    if (claim.numInsertedOrUpdatedRows !== 1n) return 0
    const any = await transaction
      .selectFrom('data_sets')
      .select('id')
      .limit(1)
      .executeTakeFirst()
    if (any) return 0
    const inside = { database: transaction, rules }
    for (const each of there) {
      stop?.throwIfAborted()
      await load(inside, rules, each, acting)
    }
    return there.length
  })
}

async function load(
  store: MethodologyStore,
  rules: string,
  { path, ...demonstration }: Demonstration,
  acting: Acting,
): Promise<void> {
  const { methodology, year } = demonstration
  const data = await readData(join(rules, path), { year })
  const { dataSet } = await loadDataSet(
    store,
    { ...demonstration, data },
    acting,
  )
  await createRun(store, { methodology, year, dataSet: dataSet.id }, acting)
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
