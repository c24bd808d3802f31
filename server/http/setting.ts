/** What every route is given. */
import type { Catalogue } from '../catalogue/catalogue.js'
import { openCatalogue } from '../catalogue/catalogue.js'
import { LoadedTexts } from '../catalogue/loaded-texts.js'
import type { Configuration } from '../configuration/configuration.js'
import type { Signer } from '../installation/signer.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { ScoreThreads } from './scoring/score-threads.js'
import { openMetrics, type Metrics } from './metrics.js'

export interface HttpSetting {
  readonly configuration: Configuration
  readonly texts: LoadedTexts
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
    texts: new LoadedTexts(),
    threads: new ScoreThreads(programs, { rules }),
    metrics: openMetrics(),
    store,
    signer,
  }
}

/** The rules folder as it is now. */
export function catalogueOf({
  configuration,
  texts,
}: HttpSetting): Promise<Catalogue> {
  return openCatalogue(configuration.rules, texts)
}
