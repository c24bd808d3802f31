/** Asks the rules of a version what they look at. */
import type { Api } from '../../api/client.js'
import { loadRules } from '../../methodology/load-rules.js'
import type { RunNeeds } from './run-request.js'

/** @returns null where the version cannot be read */
export async function loadRunNeeds(
  api: Api,
  path: { readonly methodology: string; readonly version: string },
  signal: AbortSignal,
): Promise<RunNeeds | null> {
  const methodology = await loadRules(api, path, signal)
  if (!methodology) return null
  const { lookedBack } = await import('../../../engine/index.js')
  const { data, results, others } = lookedBack(methodology)
  const inOrder = (years: ReadonlySet<number>) =>
    [...years].sort((one, other) => one - other)
  return {
    register: methodology.register?.id ?? null,
    earlierData: inOrder(data),
    earlierRuns: inOrder(results),
    others: [...others],
  }
}
