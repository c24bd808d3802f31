/**
 * The keys of an entry that differences have in one line, `{ kind: goalposts,
 * from: 20, cite: step 1, note: … }`, as pairs.
 */

export type WrittenPair = readonly [key: string, text: string]

/** A key stands at the beginning or behind a comma outside of inner brackets. */
const KEY = /^([A-Za-z_][\w-]*): /

/** @returns null for text that is no table */
export function writtenPairs(text: string): readonly WrittenPair[] | null {
  if (!text.startsWith('{ ') || !text.endsWith(' }')) return null
  const pairs: [string, string][] = []
  for (const part of partsOf(text.slice(2, -2))) {
    const key = KEY.exec(part)?.[1]
    const last = pairs.at(-1)
    if (key !== undefined) pairs.push([key, part.slice(key.length + 2)])
    // A comma of a sentence begins no key.
    else if (last) last[1] += `, ${part}`
    else return null
  }
  return pairs
}

function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  let [depth, start] = [0, 0]
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? ''
    if ('{[('.includes(sign)) depth += 1
    else if ('}])'.includes(sign)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && text.startsWith(', ', index)) {
      parts.push(text.slice(start, index))
      start = index + 2
    }
  }
  parts.push(text.slice(start))
  return parts
}
