/** Columns of text, aligned whatever the alphabet. */
import { printable } from './printable.js'

export interface TextColumn {
  readonly head: string
  readonly align: 'left' | 'right'
  readonly cells: readonly string[]
  /** Longer cells are cut, with a sign that they go on. */
  readonly most?: number
}

const GAP = '  '
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const MARK = /\p{M}/u

/** Lines without a line break at their ends; no columns, no lines. */
export function textTable(columns: readonly TextColumn[]): readonly string[] {
  const laid = columns.map(({ head, align, cells, most = Infinity }) => {
    const texts = [head, ...cells].map((cell) => cut(printable(cell), most))
    const width = Math.max(...texts.map(displayWidth))
    return texts.map((text) => pad(text, width, align))
  })
  const rows = laid[0] ?? []
  return rows.map((_, row) =>
    laid
      .map((cells) => cells[row] ?? '')
      .join(GAP)
      .trimEnd(),
  )
}

/** How many places of a terminal a text takes: combining marks none, ideographs two. */
function displayWidth(text: string): number {
  let width = 0
  for (const sign of text) {
    if (MARK.test(sign)) continue
    width += WIDE.test(sign) ? 2 : 1
  }
  return width
}

/** A text of at most so many places, `…` at its end where something was cut. */
export function cut(text: string, most: number): string {
  if (displayWidth(text) <= most) return text
  let kept = ''
  for (const sign of text) {
    if (displayWidth(kept + sign) > most - 1) break
    kept += sign
  }
  return `${kept}…`
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(width - displayWidth(text))
  return align === 'left' ? text + space : space + text
}
