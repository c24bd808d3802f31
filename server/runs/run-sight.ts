/**
 * What of stored runs and data sets is shown to those who may not see restricted
 * values. The methodology decides: its text is kept with the run.
 *
 * The log of the server, measurements and the audit log hold no values of data
 * for anybody. Entries of the audit log hold hashes of data and results, and are
 * shown to those with the permission `audit` alone.
 */
import {
  isRestricted,
  loadMethodology,
  showResult,
  type Methodology,
  type ScoreResult,
  type ShownResult,
  type Sight,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { scoreJson } from '../output/score-json.js'
import { getRun, getRunResult, type StoredRun } from '../repository/runs.js'
import { getText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'

/** A run whose hashes are withheld where restricted values stand behind them. */
export type ShownRun = Omit<
  StoredRun,
  'dataSet' | 'registerSha256' | 'resultSha256'
> & {
  readonly dataSet: string | null
  readonly registerSha256: string | null
  readonly resultSha256: string | null
  /** The members that are withheld; only where there are any. */
  readonly restricted?: readonly string[]
}

/**
 * The result as `score --json` writes it, for one who may see so much.
 *
 * @throws ServiceRefusal `RUN_UNKNOWN`, `TEXT_UNKNOWN`, `TEXT_DAMAGED`
 */
export async function shownRunResult(
  database: Database,
  id: string,
  sight: Sight,
): Promise<string> {
  const text = await getRunResult(database, id)
  if (sight === 'everything') return text
  const { methodologySha256 } = await getRun(database, id)
  const methodology = await methodologyOf(database, methodologySha256)
  if (!isRestricted(methodology)) return text
  const result = JSON.parse(text) as ScoreResult
  return scoreJson(showResult(result, methodology, sight), 'lines')
}

/** @param result - of the run, whole */
export async function showRunResult(
  database: Database,
  { methodologySha256 }: Pick<StoredRun, 'methodologySha256'>,
  result: ScoreResult,
  sight: Sight,
): Promise<ShownResult> {
  if (sight === 'everything') return result
  const methodology = await methodologyOf(database, methodologySha256)
  return showResult(result, methodology, sight)
}

/** @throws ServiceRefusal `TEXT_UNKNOWN`, `TEXT_DAMAGED` */
export async function shownRun(
  database: Database,
  run: StoredRun,
  sight: Sight,
): Promise<ShownRun> {
  if (!(await isWithheld(database, run, sight))) return run
  const hashes = ['dataSet', 'registerSha256', 'resultSha256'] as const
  const hidden = hashes.filter((each) => run[each] !== null)
  const none = { dataSet: null, registerSha256: null, resultSha256: null }
  return { ...run, ...none, restricted: hidden }
}

/** Whether anything of the run is withheld from one who may see so much. */
export async function isWithheld(
  database: Database,
  { methodologySha256 }: Pick<StoredRun, 'methodologySha256'>,
  sight: Sight,
): Promise<boolean> {
  if (sight === 'everything') return false
  return isRestricted(await methodologyOf(database, methodologySha256))
}

/**
 * For what cannot be shown in part: exports, receipts, texts.
 *
 * @throws ServiceRefusal `RESTRICTED`, `RUN_UNKNOWN`
 */
export async function refuseWithheldRun(
  database: Database,
  id: string,
  sight: Sight,
): Promise<void> {
  if (!(await isWithheld(database, await getRun(database, id), sight))) return
  throw new ServiceRefusal('RESTRICTED', [
    `The run ${id} holds restricted values, and this cannot be given without them. Its result and explanations are shown without them.`,
  ])
}

/** Checked methodologies that are kept; they are frozen, and found by hash. */
const MOST_KEPT = 32

const kept = new Map<string, Methodology>()

/** @throws ServiceRefusal `TEXT_UNKNOWN`, `TEXT_DAMAGED`, `VERSION_FAULTY` */
export async function methodologyOf(
  database: Database,
  sha256: string,
): Promise<Methodology> {
  const known = kept.get(sha256)
  if (known) return known
  const { text } = await getText(database, sha256)
  const { methodology } = loadMethodology(`methodology ${sha256}`, text)
  if (!methodology) {
    // Without the rules nobody knows what is restricted: nothing is shown then.
    throw new ServiceRefusal('VERSION_FAULTY', [
      `The methodology with sha256 ${sha256} has mistakes for this program, so that what is restricted cannot be told.`,
    ])
  }
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(sha256, methodology)
  return methodology
}
