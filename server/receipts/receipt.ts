/**
 * A receipt: which rules, data and register gave which result, computed by
 * which version of the engine, when, and for whom. It holds hashes alone, which
 * are withheld only where restricted values could be guessed from them.
 */
import type { ScoreResult } from '../../engine/index.js'
import type { HeadReference } from '../audit/head.js'
import type { Instant } from '../instant.js'
import type { Signed } from '../signing/signature.js'

export interface Receipt {
  readonly kind: 'olshem-receipt'
  readonly format: 1
  readonly methodology: {
    readonly id: string
    readonly version: string
    /** Of its text. */
    readonly sha256: string
  }
  readonly year: number
  /** Of the data in canonical form. */
  readonly dataSha256: string
  /** null where the methodology names no register. */
  readonly registerSha256: string | null
  /** Data of earlier years and results of other runs that the run looked at, in the order of the hashes. */
  readonly basedOn: readonly string[]
  /** Of results and rankings in canonical form, as `score --json` states it. */
  readonly resultSha256: string
  /** Version of the engine. */
  readonly engine: string
  readonly time: Instant
  /** Id of the API key that asked; null for a person. */
  readonly apiKey: string | null
  /** Id of the stored run; null for scores that were not stored. */
  readonly run: string | null
  /** The last entry of the audit log at that time; null for none. */
  readonly auditHead: HeadReference | null
}

export type SignedReceipt = Receipt & Signed

export type ReceiptOccasion = Pick<
  Receipt,
  'time' | 'apiKey' | 'run' | 'auditHead'
>

/** What a receipt says of the result alone. */
export type ReceiptSubject = Pick<
  Receipt,
  | 'methodology'
  | 'year'
  | 'dataSha256'
  | 'registerSha256'
  | 'basedOn'
  | 'resultSha256'
  | 'engine'
>

export function receiptOf(
  result: ScoreResult,
  occasion: ReceiptOccasion,
): Receipt {
  return receiptAbout(receiptSubject(result), occasion)
}

export function receiptAbout(
  subject: ReceiptSubject,
  occasion: ReceiptOccasion,
): Receipt {
  return { kind: 'olshem-receipt', format: 1, ...subject, ...occasion }
}

export function receiptSubject(result: ScoreResult): ReceiptSubject {
  const { id, version, sha256 } = result.methodology
  return {
    methodology: { id, version, sha256 },
    year: result.year,
    dataSha256: result.data.sha256,
    registerSha256: result.register?.sha256 ?? null,
    basedOn: basedOn(result),
    resultSha256: result.sha256,
    engine: result.engine.version,
  }
}

/** Hashes of what was looked at beside the data of the year. */
export function basedOn({
  data,
  history = [],
  from = [],
}: Pick<ScoreResult, 'data' | 'history' | 'from'>): readonly string[] {
  const before = data.previous ? [data.previous] : []
  const all = [...before, ...(data.earlier ?? []), ...history, ...from]
  return [...new Set(all.map(({ sha256 }) => sha256))].sort()
}
