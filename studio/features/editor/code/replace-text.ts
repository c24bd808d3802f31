/** The smallest change that makes one text of another: what they share at both ends stays. */
import type { TextChange } from '../text/text-change.js'

/** @returns null where the texts are the same */
export function changeBetween(
  before: string,
  after: string,
): TextChange | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from += 1
  let same = 0
  while (
    same < most - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same += 1
  }
  return {
    from,
    to: before.length - same,
    insert: after.slice(from, after.length - same),
  }
}
