/** The nearest of the known names, for "did you mean". */

/** Longer texts are no names that somebody mistyped. */
const LONGEST_NAME = 100

/**
 * @returns the candidate with the smallest edit distance, if it is at most a
 * third of the name's length (1 to 3; a single letter is like no other); of
 * equals the first
 */
export function closest(
  name: string,
  candidates: Iterable<string>,
): string | undefined {
  if (name.length > LONGEST_NAME) return undefined
  const most =
    name.length < 2 ? 0 : Math.min(3, Math.max(1, Math.floor(name.length / 3)))
  let best: string | undefined
  let least = most + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > most) continue
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Changes, insertions, deletions and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (same ? 0 : 1),
          i > 1 && j > 1 && swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
