/** Lines of a text by offset. A byte-order mark is no part of the first line. */

export function lineStart(text: string, at: number): number {
  const start = at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  return start === 0 && text.startsWith('\ufeff') ? 1 : start
}

/** Before the line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  if (end < 0) return text.length
  return end > at && text[end - 1] === '\r' ? end - 1 : end
}

/** Behind the line break. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/** Nothing but the indentation stands before it. */
export function isFirstOnLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === ''
}

export function isBlankLine(text: string, start: number): boolean {
  return (
    start < text.length && text.slice(start, lineEnd(text, start)).trim() === ''
  )
}

/** The column of a line that holds a comment alone; null of every other line. */
export function commentColumn(text: string, start: number): number | null {
  const line = text.slice(start, lineEnd(text, start))
  const column = line.search(/\S/)
  return line[column] === '#' ? column : null
}

export function lineBreakOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n')
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
}

/** Moves lines to the right or left; what has no room to the left goes as far as it can. */
export function shiftLines(
  lines: readonly string[],
  by: number,
): readonly string[] {
  if (by >= 0) {
    const pad = ' '.repeat(by)
    return lines.map((line) => (line === '' ? line : pad + line))
  }
  const most = new RegExp(`^ {0,${-by}}`)
  return lines.map((line) => line.replace(most, ''))
}
