/** What every route is given. */
import type { Catalogue } from '../catalogue/catalogue.js'
import type { Configuration } from '../configuration/configuration.js'
import type { Signer } from '../installation/signer.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { ScoreThreads } from './scoring/score-threads.js'
import { openMetrics, type Metrics } from './metrics.js'
import { KeptRules } from './versions/kept-rules.js'

export interface HttpSetting {
  readonly configuration: Configuration
  readonly rules: KeptRules
  readonly threads: ScoreThreads
  readonly metrics: Metrics
  /** null: nothing is kept, and only what is sent is scored. */
  readonly store: MethodologyStore | null
  /** null: no receipts are given. */
  readonly signer: Signer | null
}

export function openSetting(
  configuration: Configuration,
  programs: URL,
  store: MethodologyStore | null,
  signer: Signer | null,
): HttpSetting {
  const { rules } = configuration
  return {
    configuration,
    rules: new KeptRules(rules, store?.database ?? null),
    threads: new ScoreThreads(programs, { rules }),
    metrics: openMetrics(),
    store,
    signer,
  }
}

/** The versions of the rules folder and of the database as they are now. */
export async function catalogueOf({ rules }: HttpSetting): Promise<Catalogue> {
  const { catalogue } = await rules.current()
  return catalogue
}
