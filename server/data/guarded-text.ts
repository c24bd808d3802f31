/**
 * Text in CSV that a spreadsheet would take for a formula.
 *
 * The writer puts an apostrophe before text that begins with = + - @, a tab or
 * a carriage return, and doubles an apostrophe that is there already; the reader
 * takes one away before these signs and before another apostrophe. So what is
 * written is read back as it was, and an apostrophe before anything else, in
 * files of others, stays.
 */
const FORMULA = /^[=+\-@\t\r]/
const GUARDED = /^'[=+\-@\t\r']/

/** For text alone: a number keeps its sign. */
export function guardedText(text: string): string {
  return FORMULA.test(text) || text.startsWith("'") ? `'${text}` : text
}

/** A cell of which nobody knows whether it is a number: a decimal is no formula. */
export function guardedCell(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text) ? text : guardedText(text)
}

export function unguardedText(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}

/** Most rows have no such text, and are handed on as they are. */
export function unguardedCells(cells: readonly string[]): readonly string[] {
  return cells.some((cell) => cell.startsWith("'"))
    ? cells.map(unguardedText)
    : cells
}
