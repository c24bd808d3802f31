/** Texts with `$column` in them: which columns they name, and the text for one row. */
import type { CellType, WrittenCell } from '../keyed-table.js'

/** `$column`, `${column}` where letters follow, and `$$` for the sign itself. */
const COLUMN = /\$\$|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$([A-Za-z_][A-Za-z0-9_]*)/g

/** Keys whose text is a formula. */
const FORMULA_KEYS = new Set([
  'when',
  'where',
  'formula',
  'points',
  'at_most',
  'at_least',
  'exactly',
])

export function isFormulaKey(key: string | number | undefined): boolean {
  return FORMULA_KEYS.has(String(key))
}

export function columnsIn(text: string): readonly string[] {
  return [...text.matchAll(COLUMN)].flatMap(
    ([, braced, plain]) => braced ?? plain ?? [],
  )
}

/** The column that the text is and nothing else, or null. */
export function wholeColumn(text: string): string | null {
  const [only] = columnsIn(text)
  const isWhole = /^\s*\$(\{\w+\}|\w+)\s*$/.test(text)
  return isWhole ? (only ?? null) : null
}

/** @param put - what stands for a column, given what is before and after it */
export function replaceColumns(
  text: string,
  put: (column: string, before: string, after: string) => string,
): string {
  return text.replace(COLUMN, (...found) => {
    const [whole, braced, plain, offset] = found as [
      string,
      string | undefined,
      string | undefined,
      number,
    ]
    const column = braced ?? plain
    return column === undefined
      ? '$'
      : put(column, text.slice(0, offset), text.slice(offset + whole.length))
  })
}

/**
 * True where a formula builds a name, or a quoted word, around the column:
 * `total_${block}`, `score($block)`, `"$kind"`.
 */
export function isPartOfName(before: string, after: string): boolean {
  const isQuoted = before.split('"').length % 2 === 0
  const isJoined =
    /[A-Za-z0-9_.]$/.test(before) || /^[A-Za-z0-9_.(]/.test(after)
  const isNamed =
    /\b(score|previous|present|after|isMissing)\(\s*$/.test(before) &&
    /^\s*[),]/.test(after)
  return isQuoted || isJoined || isNamed
}

/** A cell as a formula writes its value; null for text that no formula can hold. */
export function literalOf(cell: WrittenCell, type: CellType): string | null {
  switch (type) {
    case 'number':
      return /^[-+]|\//.test(cell.text.trim())
        ? `(${cell.text.trim()})`
        : cell.text.trim()
    case 'boolean':
      return cell.text
    case 'level':
    case 'date':
    case 'text':
    case 'list':
      return /["\\\n]/.test(cell.text) ? null : `"${cell.text}"`
  }
}
