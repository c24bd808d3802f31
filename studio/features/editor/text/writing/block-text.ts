/** Text of several lines -> the lines of a block scalar, `|` or `>`. */
import { hasLoneSurrogate } from './quote-text.js'

/** Behind `|` or `>`: what is done with the line breaks at the end, and how far the text is indented. */
export interface BlockText {
  readonly marks: string
  /** Without the indentation. */
  readonly lines: readonly string[]
}

const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/

/**
 * @param indent - of the lines, beyond that of the key or dash
 * @returns null for a text that a block cannot hold
 */
export function blockText(
  text: string,
  style: 'literal' | 'folded',
  indent: number,
): BlockText | null {
  // Lines of blanks alone are read in more than one way.
  if (!/[^\n]/.test(text) || /^[ \t]+$/m.test(text)) return null
  if (UNSEEN.test(text)) return null
  if (hasLoneSurrogate(text)) return null
  const body = text.replace(/\n+$/, '')
  const breaks = text.length - body.length
  const chomping = breaks === 0 ? '-' : breaks === 1 ? '' : '+'
  // Where the text itself begins with a blank, its indentation has to be told.
  const isTold = /^\n*[ \t]/.test(body)
  if (isTold && indent > 9) return null
  const lines = style === 'literal' ? body.split('\n') : folded(body)
  const empty = Array.from({ length: Math.max(0, breaks - 1) }, () => '')
  return {
    marks: (isTold ? String(indent) : '') + chomping,
    lines: [...lines, ...empty],
  }
}

/** One line break between two lines would be read as a space, so it is doubled. */
function folded(body: string): readonly string[] {
  const lines = body.split('\n')
  const result: string[] = []
  let last: string | null = null
  for (const line of lines) {
    const isDoubled =
      line !== '' && last !== null && !isSetIn(line) && !isSetIn(last)
    if (isDoubled) result.push('')
    result.push(line)
    if (line !== '') last = line
  }
  return result
}

function isSetIn(line: string): boolean {
  return /^[ \t]/.test(line)
}
