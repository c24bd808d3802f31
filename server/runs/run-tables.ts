/** The result of a stored run as tables for people: CSV, or a workbook that says by which rules. */
import {
  actText,
  loadMethodology,
  type ScoreResult,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { resultWorkbook, type Remark } from '../output/result-workbook.js'
import { scoreCsv } from '../output/score-csv.js'
import { titleText } from '../output/title-text.js'
import { findDataSet } from '../repository/data-sets.js'
import { getRun, getRunResult, type StoredRun } from '../repository/runs.js'
import { getText } from '../repository/texts.js'

export interface RunTable {
  readonly run: StoredRun
  readonly content: string | Uint8Array
}

/** @throws ServiceRefusal `RUN_UNKNOWN`, `FORM_CANNOT_HOLD`, `TEXT_DAMAGED` */
export async function runTable(
  database: Database,
  id: string,
  form: 'csv' | 'xlsx',
): Promise<RunTable> {
  const run = await getRun(database, id)
  const result = JSON.parse(await getRunResult(database, id)) as ScoreResult
  if (form === 'csv') return { run, content: scoreCsv(result) }
  const remarks = await remarksOf(database, run)
  return { run, content: resultWorkbook(result, remarks) }
}

async function remarksOf(
  database: Database,
  run: StoredRun,
): Promise<readonly Remark[]> {
  const version = `${run.methodology}@${run.version}`
  const { text } = await getText(database, run.methodologySha256)
  const { methodology } = loadMethodology(version, text)
  const dataSet = await findDataSet(database, run.dataSet)
  const act = methodology?.act
  return [
    ['methodology', version],
    ['title', methodology ? titleText(methodology.title) : ''],
    ['act', act ? actText(act) : ''],
    ['title of the act', act?.title ?? ''],
    ['issued by', act?.issuer ?? ''],
    ['address of the act', act?.url ?? ''],
    ['year', String(run.year)],
    ['sha256 of the methodology', run.methodologySha256],
    ['data set', dataSet?.name ?? ''],
    ['source of the data', dataSet?.source ?? ''],
    ['sha256 of the data', run.dataSet],
    ['sha256 of the register', run.registerSha256 ?? ''],
    ['sha256 of results and rankings', run.resultSha256],
    ['engine', run.engineVersion],
    ['run', run.id],
    ['made', run.createdAt],
  ]
}
