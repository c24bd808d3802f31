/** Results of a run as the server answers them, with as much in them as a test needs. */
import type { BodyResult, ScoreAnswer } from '../../../studio/api/answers.js'

export function inventedBody(
  id: string,
  part: Partial<BodyResult> = {},
): BodyResult {
  return {
    ...{ id, name: null, status: 'scored', outputs: {}, exact: {} },
    ...{ missing: [], absences: [], imputed: [], notApplicable: [] },
    ...{ deductions: [], limits: [], flags: [] },
    ...part,
  }
}

/** @param total - decimal text */
export function scoredBody(id: string, total: string, part = {}): BodyResult {
  const outputs = { total: Number(total) }
  return inventedBody(id, { outputs, exact: { total }, ...part })
}

export function inventedResult(
  results: readonly BodyResult[],
  part: Partial<ScoreAnswer> = {},
): ScoreAnswer {
  const hash = '0'.repeat(64)
  return {
    methodology: { id: 'm', version: '1', sha256: hash, inForce: true },
    ...{ year: 2025, data: { sha256: hash }, engine: { version: '0' } },
    results: [...results],
    ...{ rankings: {}, leftOutOfRankings: {}, populations: {} },
    ...{ leftOut: [], warnings: [], sha256: hash },
    ...part,
  }
}
