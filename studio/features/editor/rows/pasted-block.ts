/** Cells as spreadsheets put them on the clipboard: tabs between cells, line breaks between rows, quotation marks around cells that hold either. */
export function pastedBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const whole = text.replace(/(?:\r\n|\n|\r)$/, '')
  for (const [, quoted, plain = '', end] of whole.matchAll(CELL)) {
    rows.at(-1)?.push(quoted === undefined ? plain : unquoted(quoted))
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows
}

/** The same the other way round, of one cell. */
export function copiedCell(text: string): string {
  return /[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g

/** Quotation marks that nothing asks for are those of the text itself. */
function unquoted(text: string): string {
  return /[\t\r\n]|""/.test(text) ? text.replaceAll('""', '"') : `"${text}"`
}
