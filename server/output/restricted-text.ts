/** What is withheld of a result, for people. */
import type { ShownBody, ShownResult } from '../../engine/index.js'

/** As `total is restricted: it depends on income`. */
export function restrictedTexts({
  restricted = [],
}: ShownBody): readonly string[] {
  return restricted.map(
    ({ output, inputs }) =>
      `${output} is restricted: it depends on ${inputs.join(', ')}`,
  )
}

/** What kind of thing -> its names, for the whole result. */
export function withheldLines({
  restricted,
}: Pick<ShownResult, 'restricted'>): readonly string[] {
  if (!restricted) return []
  const { inputs, figures, rules, rankings, populations, hashes } = restricted
  const kinds = { inputs, figures, rules, rankings, populations, hashes }
  return Object.entries(kinds).flatMap(([kind, names]) =>
    names.length === 0 ? [] : [`${kind}: ${names.join(', ')}`],
  )
}
