/** Why figures of a body are missing: each cause once, with the figures that it took. */
import type { ShownBody } from '../../engine/index.js'

/** Reasons that concern the whole body and stand at no cell. */
const OF_THE_BODY: ReadonlySet<string> = new Set([
  'NO_DATA',
  'JOINED',
  'ENDED_IN_YEAR',
])

/** As `goals[g1].fact: not given in the data, so no D, A`. */
export function missingTexts({ missing }: ShownBody): readonly string[] {
  const figures = new Map<string, string[]>()
  for (const { output, input, row, reason, code } of missing) {
    const place = row === null ? input : `${row}.${input}`
    const cause = OF_THE_BODY.has(code) ? reason : `${place}: ${reason}`
    const taken = figures.get(cause) ?? []
    figures.set(cause, taken)
    if (!taken.includes(output)) taken.push(output)
  }
  return [...figures].map(
    ([cause, taken]) => `${cause}, so no ${taken.join(', ')}`,
  )
}
