/** Which two versions are compared where the address names none, or one. */
import type { AskedVersions } from './load-comparison.js'

/**
 * The newest one with the one before it; what is named stays, known or not, so
 * that the server says that it is unknown.
 *
 * @param versions - the oldest first
 * @returns null where there is nothing to compare with
 */
export function chosenVersions(
  versions: readonly string[],
  { from, to }: AskedVersions,
): { readonly from: string; readonly to: string } | null {
  if (from !== null && to !== null) return { from, to }
  if (versions.length < 2) return null
  if (from !== null) {
    const index = versions.indexOf(from)
    const to = versions[index + 1] ?? versions[index - 1]
    return to === undefined ? null : { from, to }
  }
  const last = to ?? versions.at(-1) ?? ''
  const index = versions.indexOf(last)
  const before = versions[index - 1] ?? versions[index + 1]
  return before === undefined ? null : { from: before, to: last }
}
