/**
 * Bounds the nesting of a YAML text before anything composes it: the composer
 * is recursive, and a text of a million brackets would end the process.
 */
/** Tables, lists and brackets inside one another. */
export const MOST_NESTING = 64

/**
 * @param lexemes - of the text, as the lexer of `yaml` gives them
 * @returns the 1-based line at which the text nests deeper than `MOST_NESTING`, or null
 */
export function lineNestedTooDeep(lexemes: Iterable<string>): number | null {
  const blocks: number[] = []
  let flow = 0
  let line = 1
  let column = 0
  let lineStarts = true
  for (const token of lexemes) {
    if (token === '[' || token === '{') flow += 1
    if (token === ']' || token === '}') flow = Math.max(0, flow - 1)
    const opens = token === '-' || token === '?' || lineStarts
    if (flow === 0 && opens && isContent(token)) {
      while ((blocks.at(-1) ?? -1) > column) blocks.pop()
      if ((blocks.at(-1) ?? -1) < column) blocks.push(column)
      lineStarts = token === '-' || token === '?'
    }
    if (flow + blocks.length > MOST_NESTING) return line
    if (token.includes('\n')) {
      line += token.split('\n').length - 1
      column = token.length - token.lastIndexOf('\n') - 1
      lineStarts = true
    } else if (!isMarker(token)) {
      column += token.length
    }
  }
  return null
}

/** The lexer's zero-width marks: document start, scalar, flow end, byte-order mark. */
function isMarker(token: string): boolean {
  return token.length === 1 && MARKERS.includes(token)
}

const MARKERS = '\u0002\u0018\u001f\ufeff'

function isContent(token: string): boolean {
  return !isMarker(token) && token.trim() !== '' && !token.startsWith('#')
}
