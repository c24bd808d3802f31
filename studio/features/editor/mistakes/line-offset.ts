/** The offset of a line and column, both from 1, as mistakes name them. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let each = 1; each < line; each += 1) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  return Math.min(start + column - 1, text.length)
}

/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
