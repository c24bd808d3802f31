/**
 * `POST /v1/score`: the bytes of a request -> the text of its answer. The same
 * on the thread that listens and on the threads that take large requests.
 */
import {
  datasetFromJson,
  explainOutput,
  isRestricted,
  showResult,
  type Explanation,
  type Methodology,
  type Run,
  type Sight,
} from '../../../engine/index.js'
import { scoreJson } from '../../output/score-json.js'
import { receiptSubject, type ReceiptSubject } from '../../receipts/receipt.js'
import { scoreRead } from '../../scoring/score-read.js'
import { dataError, errorAt, HttpProblem } from '../problems/http-problem.js'
import { ScoreRequest } from '../schemas/score-request.js'
import { shapeOf } from '../validation.js'
import type { ServedRules } from '../versions/served-rules.js'
import { readRequestJson, REQUEST } from './read-request-json.js'
import {
  requestSurroundings,
  type CheckedRequest,
} from './request-surroundings.js'

export interface ScoreAnswer {
  /** JSON. */
  readonly text: string
  readonly version: AnsweredVersion
  /** What a receipt is to be about; null where none was asked for. */
  readonly receipt: ReceiptSubject | null
}

/** Which rules an answer was computed with. */
export interface AnsweredVersion {
  readonly id: string
  readonly version: string
  readonly sha256: string
}

const SHAPE = shapeOf(ScoreRequest)

/** @throws HttpProblem BODY_NOT_JSON, REQUEST_SHAPE */
export function readScoreRequest(bytes: Uint8Array): CheckedRequest {
  return SHAPE.check(readRequestJson(bytes), 'The request')
}

/** @throws HttpProblem */
export async function answerScore(
  request: CheckedRequest,
  rules: ServedRules,
  sight: Sight,
): Promise<ScoreAnswer> {
  const { year, bodies, explain } = request
  const { methodology, sha256 } = await rules.choose(request, 'scoring')
  if (request.receipt) refuseReceipt(methodology, sight)
  const register = await rules.registerOf(methodology)
  const known = await requestSurroundings(methodology, register, request)
  const read = datasetFromJson({ bodies }, REQUEST)
  const options = { year, leaveOutBroken: false }
  const scored = await scoreRead(methodology, read, known, options)
  if (scored.kind === 'refused') {
    const { problems } = scored
    const detail = problems[0]?.message ?? 'The data cannot be scored.'
    throw new HttpProblem('DATA_REFUSED', detail, problems.map(dataError))
  }
  const { id, version } = methodology
  const explanations = explain
    ? await explainAll(scored.run, explain, sight)
    : null
  const more = explanations ? { explanations } : {}
  return {
    text: scoreJson(
      showResult(scored.result, methodology, sight),
      'compact',
      more,
    ),
    version: { id, version, sha256 },
    receipt: request.receipt ? receiptSubject(scored.result) : null,
  }
}

/** A receipt is signed hashes, and cannot be given in part. */
function refuseReceipt(methodology: Methodology, sight: Sight): void {
  if (sight === 'everything' || !isRestricted(methodology)) return
  const { id, version } = methodology
  throw new HttpProblem(
    'RESTRICTED',
    `A receipt has hashes over restricted values of ${id}@${version}, and cannot be given without them. Leave "receipt" out.`,
  )
}

/** In the order in which they were asked for. */
async function explainAll(
  run: Run,
  ids: readonly string[],
  sight: Sight,
): Promise<readonly Explanation[]> {
  const explanations: Explanation[] = []
  const unknown: number[] = []
  for (const [index, id] of ids.entries()) {
    const found = await explainOutput(run, id.normalize('NFC'), null, sight)
    if (found) explanations.push(found)
    else unknown.push(index)
  }
  if (unknown.length === 0) return explanations
  const errors = unknown.map((index) =>
    errorAt('BODY_NOT_IN_DATA', `no body has the id ${quoted(ids[index])}`, {
      at: `/explain/${index}`,
      body: ids[index] ?? null,
    }),
  )
  const detail = `Nothing can be explained of ${unknown.map((index) => quoted(ids[index])).join(', ')}.`
  throw new HttpProblem('BODY_NOT_IN_DATA', detail, errors)
}

function quoted(id: string | undefined): string {
  return JSON.stringify(id ?? '')
}
