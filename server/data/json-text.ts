/**
 * What can be seen in JSON text before and beside parsing it: how deep it
 * nests, and keys that stand twice in one object.
 *
 * lossless-json 4 calls itself for every bracket, so a hostile `[[[[...` would
 * exhaust the stack; and it lets a duplicate key pass where both values are
 * equal. Its keys are safe: `__proto__` is stored as an own property.
 */

/** The greatest number of brackets open at once, brackets in texts left out. */
export function nestingDepth(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') at = endOfText(text, at)
    else if (character === '{' || character === '[') {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (character === '}' || character === ']') depth -= 1
  }
  return deepest
}

export interface DuplicateKey {
  readonly key: string
  readonly firstLine: number
  readonly line: number
}

/** @param text - JSON that has been parsed without a fault */
export function duplicateKeys(text: string): readonly DuplicateKey[] {
  const duplicates: DuplicateKey[] = []
  /** Keys of the open objects with their lines; null for an open list. */
  const open: (Map<string, number> | null)[] = []
  let line = 1
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\n') line += 1
    else if (character === '{') open.push(new Map())
    else if (character === '[') open.push(null)
    else if (character === '}' || character === ']') open.pop()
    else if (character === '"') {
      const end = endOfText(text, at)
      const keys = open.at(-1)
      if (keys && isKey(text, end)) {
        const key = keyOf(text.slice(at, end + 1))
        const firstLine = keys.get(key)
        if (firstLine === undefined) keys.set(key, line)
        else duplicates.push({ key, firstLine, line })
      }
      at = end
    }
  }
  return duplicates
}

/** Where the text that begins at a quotation mark has its closing one. */
function endOfText(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

/** Outside a list a text is a key where a colon follows it. */
function isKey(text: string, end: number): boolean {
  let at = end + 1
  while (/[ \t\r\n]/.test(text[at] ?? '')) at += 1
  return text[at] === ':'
}

function keyOf(quoted: string): string {
  const key: unknown = JSON.parse(quoted)
  return String(key)
}
