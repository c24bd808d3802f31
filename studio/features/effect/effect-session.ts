/** The effect of one text after another on the same data, each told in steps: what comes sooner, sooner. */
import {
  loadMethodology,
  type Methodology,
  type Pause,
} from '../../../engine/index.js'
import { openBase, scoreExactly, type Base } from './base-effect.js'
import { drawnIntervals } from './drawn-intervals.js'
import type { DrawRequest, EffectNews } from './effect-answer.js'
import { checkSetting, readSetting, type ReadSetting } from './effect-data.js'
import { effectOfChanges } from './effect-of-changes.js'
import type { EffectSetting } from './effect-setting.js'
import { givenWeights } from './given-weights.js'
import { Preview } from './preview.js'
import { rankingEffects } from './ranking-effects.js'

export class EffectSession {
  readonly #setting: ReadSetting
  readonly #base: Base
  readonly #preview: Preview
  /** For texts with a change undone: what is kept for the text itself stays. */
  readonly #undone: Preview
  #newest: Methodology

  private constructor(setting: ReadSetting, base: Base) {
    this.#setting = setting
    this.#base = base
    this.#preview = new Preview(setting)
    this.#undone = new Preview(setting)
    this.#newest = base.methodology
  }

  /** @throws NotComputable, and what the pause throws */
  static async open(
    setting: EffectSetting,
    pause: Pause,
  ): Promise<EffectSession> {
    const read = await readSetting(setting)
    return new EffectSession(read, await openBase(setting.base, read, pause))
  }

  /** @throws NotComputable, and what the pause throws */
  async *effectOf(text: string, pause: Pause): AsyncGenerator<EffectNews> {
    const { methodology, problems } = loadMethodology('draft', text)
    if (!methodology) {
      const mistakes = problems.map(
        ({ code, line, column, message, with: values }) => {
          return { code, line, column, message, with: values }
        },
      )
      yield { kind: 'text-read', mistakes, weights: [] }
      return
    }
    const weights = givenWeights(methodology)
    yield { kind: 'text-read', mistakes: [], weights }
    this.#newest = methodology
    const base = this.#base.standings
    const standings = await this.#preview.standings(methodology)
    const preview = rankingEffects(base, standings)
    yield { kind: 'effect', by: 'preview', rankings: preview }
    await pause()
    const exact = await scoreExactly(methodology, this.#setting, pause)
    const rankings = rankingEffects(base, exact)
    yield { kind: 'effect', by: 'exact', rankings }
    const changes = await effectOfChanges({
      base: this.#base.methodology,
      draft: methodology,
      ...{ standings, preview: this.#undone, pause },
    })
    yield { kind: 'changes', changes }
  }

  /**
   * Of the newest text without mistakes; of the base before there was one.
   *
   * @throws NotComputable, and what the pause throws
   */
  async intervals(request: DrawRequest, pause: Pause): Promise<EffectNews> {
    const data = await checkSetting(this.#newest, this.#setting)
    const intervals = await drawnIntervals(this.#newest, data, request, pause)
    return { kind: 'intervals', intervals }
  }
}
