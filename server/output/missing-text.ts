/** Why figures of a body are missing: each cause once, with the figures that it took. */
import type { BodyResult } from '../../engine/index.js'

/** As `goals[g1].fact: not given in the data, so no D, A`. */
export function missingTexts({ missing }: BodyResult): readonly string[] {
  const figures = new Map<string, string[]>()
  for (const { output, input, row, reason } of missing) {
    const place = row === null ? input : `${row}.${input}`
    const cause = `${place}: ${reason}`
    const taken = figures.get(cause) ?? []
    figures.set(cause, taken)
    if (!taken.includes(output)) taken.push(output)
  }
  return [...figures].map(
    ([cause, taken]) => `${cause}, so no ${taken.join(', ')}`,
  )
}
