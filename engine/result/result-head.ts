/** What a result says before any figure: which rules, which year, and what the run looked at. */
import type { Surroundings } from '../evaluation/surroundings.js'
import type { Methodology } from '../methodology/methodology.js'
import { coversYear } from '../methodology/years.js'
import { ENGINE_VERSION } from '../version.js'
import { sha256Of } from './canonical.js'
import { earlierReferences, runReferences } from './references.js'
import type { ScoreResult } from './score-result.js'

/** The members of a `ScoreResult` that are known before the data are. */
export interface ResultHead extends Pick<
  ScoreResult,
  'methodology' | 'year' | 'history' | 'from' | 'engine'
> {
  /** Of earlier years; the data that are scored have no hash yet. */
  readonly data: Omit<ScoreResult['data'], 'sha256'>
}

export async function resultHead(
  methodology: Methodology,
  year: number,
  surroundings: Surroundings,
): Promise<ResultHead> {
  return {
    methodology: {
      id: methodology.id,
      version: methodology.version,
      sha256: await sha256Of(methodology.source),
      inForce: coversYear(methodology.years, year),
    },
    year,
    data: earlierReferences(surroundings, year),
    ...runReferences(surroundings),
    engine: { version: ENGINE_VERSION },
  }
}
