/** Bodies that were left out for the same reason, together. */
import type { ScoreAnswer } from '../../api/answers.js'

export type LeftOut = ScoreAnswer['leftOutOfRankings'][string][number]

export interface LeftOutGroup extends Omit<LeftOut, 'id'> {
  readonly ids: readonly string[]
}

/** In the order in which the reasons first come. */
export function leftOutGroups(
  leftOut: readonly LeftOut[],
): readonly LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup>()
  for (const { id, ...reason } of leftOut) {
    const key = JSON.stringify(Object.values(reason))
    const ids = [...(groups.get(key)?.ids ?? []), id]
    groups.set(key, { ...reason, ids })
  }
  return [...groups.values()]
}
