/** What the effect is measured from: the base version, scored exactly, once. */
import {
  loadMethodology,
  scoreDataset,
  type Methodology,
  type Pause,
} from '../../../engine/index.js'
import { checkSetting, NotComputable, type ReadSetting } from './effect-data.js'
import type { Standings } from './ranking-effects.js'
import { exactStandings } from './standings.js'

export interface Base {
  readonly text: string
  readonly methodology: Methodology
  readonly standings: Standings
}

/** @throws NotComputable */
export async function openBase(
  text: string,
  setting: ReadSetting,
  pause: Pause,
): Promise<Base> {
  const { methodology, problems } = loadMethodology('base', text)
  if (!methodology) {
    const details = problems.map(({ message }) => message)
    throw new NotComputable('base-has-mistakes', details)
  }
  if (methodology.rankings.length === 0) throw new NotComputable('no-ranking')
  const standings = await scoreExactly(methodology, setting, pause)
  return { text, methodology, standings }
}

/** @throws NotComputable, and what the pause throws */
export async function scoreExactly(
  methodology: Methodology,
  setting: ReadSetting,
  pause: Pause,
): Promise<Standings> {
  const { checked, surroundings } = await checkSetting(methodology, setting)
  await pause()
  const { year, leaveOutBroken } = setting
  const options = { year, leaveOutBroken, pause }
  const scored = await scoreDataset(methodology, checked, surroundings, options)
  if (scored.result) return exactStandings(methodology, scored.result)
  const details = scored.problems.map(({ message }) => message)
  throw new NotComputable('data-do-not-fit', details)
}
