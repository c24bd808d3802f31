/** A sheet as the XML of a workbook (ECMA-376, part 1, 18.3). */
import {
  columnLetters,
  escaped,
  fitsCell,
  numberText,
  serialOfDate,
} from '../../engine/workbook/index.js'
import type { Cell, ColumnFormat, Sheet } from './sheet.js'

/** Numbers of the styles that `workbook-xml.ts` writes. */
export const STYLES = { general: 0, date: 1, header: 2, text: 3 } as const

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const FROZEN_HEADER =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

export function sheetXml({ header, rows, formats = [] }: Sheet): string {
  const lines = [
    rowXml(
      1,
      header.map((name) => ({ kind: 'text', text: name })),
      STYLES.header,
    ),
    ...rows.map((cells, index) => rowXml(index + 2, cells, STYLES.text)),
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">${FROZEN_HEADER}${columnsXml(header, formats)}<sheetData>${lines.join('')}</sheetData></worksheet>`
}

function columnsXml(
  header: readonly string[],
  formats: readonly ColumnFormat[],
): string {
  if (header.length === 0) return ''
  const columns = header.map((name, index) => {
    const width = Math.min(40, Math.max(10, name.length + 2))
    const style = STYLES[formats[index] ?? 'general']
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`
  })
  return `<cols>${columns.join('')}</cols>`
}

function rowXml(
  row: number,
  cells: readonly Cell[],
  textStyle: number,
): string {
  const written = cells.map((cell, index) =>
    cellXml(`${columnLetters(index + 1)}${row}`, cell, textStyle),
  )
  return `<row r="${row}">${written.join('')}</row>`
}

function cellXml(place: string, cell: Cell, textStyle: number): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'boolean':
      return `<c r="${place}" t="b"><v>${cell.boolean ? 1 : 0}</v></c>`
    case 'decimal':
      return isKept(cell.text)
        ? `<c r="${place}"><v>${cell.text}</v></c>`
        : textXml(place, cell.text, textStyle)
    case 'date': {
      const serial = serialOfDate(cell.text)
      return serial === null
        ? textXml(place, cell.text, textStyle)
        : `<c r="${place}" s="${STYLES.date}"><v>${serial}</v></c>`
    }
    case 'text':
      return textXml(place, cell.text, textStyle)
  }
}

/** True where the text comes back from a number as it is. */
function isKept(text: string): boolean {
  const number = fitsCell(text) ? numberText(text) : null
  return number?.kind === 'number' && number.text === text
}

function textXml(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}
