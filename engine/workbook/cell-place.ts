/** Places in a sheet as spreadsheets write them: `C4`, `B2:D2`. */

/** Rows and columns that a sheet can have. */
export const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384

/** Both 1-based. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Both corners are inside. */
export interface CellRange {
  readonly from: CellPlace
  readonly to: CellPlace
}

/** @param column - 1-based */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

export function placeText({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row}`
}

/** @returns null where it is no place of a sheet */
export function parsePlace(text: string): CellPlace | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text)
  if (!match) return null
  const [, letters = '', digits = ''] = match
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row > MOST_ROWS || column > MOST_COLUMNS ? null : { row, column }
}

export function parseRange(text: string): CellRange | null {
  const [first = '', second = first] = text.split(':')
  const from = parsePlace(first)
  const to = parsePlace(second)
  return from && to ? { from, to } : null
}
