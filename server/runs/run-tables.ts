/** The result of a stored run as tables for people: CSV, or a workbook that says by which rules. */
import {
  actText,
  loadMethodology,
  type ScoreResult,
  type ShownResult,
  type Sight,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { resultWorkbook, type Remark } from '../output/result-workbook.js'
import { withheldLines } from '../output/restricted-text.js'
import { scoreCsv } from '../output/score-csv.js'
import { RESTRICTED_CELL } from '../output/score-rows.js'
import { titleText } from '../output/title-text.js'
import { findDataSet } from '../repository/data-sets.js'
import { getRun, getRunResult, type StoredRun } from '../repository/runs.js'
import { getText } from '../repository/texts.js'
import { isWithheld, showRunResult } from './run-sight.js'

export interface RunTable {
  readonly run: StoredRun
  readonly content: string | Uint8Array
}

/** @throws ServiceRefusal `RUN_UNKNOWN`, `FORM_CANNOT_HOLD`, `TEXT_DAMAGED` */
export async function runTable(
  database: Database,
  id: string,
  form: 'csv' | 'xlsx',
  sight: Sight,
): Promise<RunTable> {
  const run = await getRun(database, id)
  const whole = JSON.parse(await getRunResult(database, id)) as ScoreResult
  const result = await showRunResult(database, run, whole, sight)
  if (form === 'csv') return { run, content: scoreCsv(result) }
  const remarks = [
    ...(await remarksOf(database, run, sight)),
    ...restrictedRemarks(result),
  ]
  return { run, content: resultWorkbook(result, remarks) }
}

async function remarksOf(
  database: Database,
  run: StoredRun,
  sight: Sight,
): Promise<readonly Remark[]> {
  const version = `${run.methodology}@${run.version}`
  const { text } = await getText(database, run.methodologySha256)
  const { methodology } = loadMethodology(version, text)
  const dataSet = await findDataSet(database, run.dataSet)
  const act = methodology?.act
  const isHidden = await isWithheld(database, run, sight)
  const unless = (text: string) => (isHidden ? RESTRICTED_CELL : text)
  return [
    ['methodology', version],
    ['title', methodology ? titleText(methodology.title) : ''],
    ['act', act ? actText(act) : ''],
    ['title of the act', act?.title ?? ''],
    ['issued by', act?.issuer ?? ''],
    ['address of the act', act?.url ?? ''],
    ['year', String(run.year)],
    ['sha256 of the methodology', run.methodologySha256],
    ['data set', unless(dataSet?.name ?? '')],
    ['source of the data', unless(dataSet?.source ?? '')],
    ['sha256 of the data', unless(run.dataSet)],
    [
      'sha256 of the register',
      run.registerSha256 === null ? '' : unless(run.registerSha256),
    ],
    ['sha256 of results and rankings', unless(run.resultSha256)],
    ['engine', run.engineVersion],
    ['run', run.id],
    ['made', run.createdAt],
  ]
}

/** What is withheld of the result, by kind. */
function restrictedRemarks(result: ShownResult): readonly Remark[] {
  return withheldLines(result).map((line) => [RESTRICTED_CELL, line])
}
