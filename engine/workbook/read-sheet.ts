/** The XML of a sheet as its cells, as they are written, and what is hidden or merged. */
import {
  MOST_COLUMNS,
  MOST_ROWS,
  parsePlace,
  parseRange,
  type CellPlace,
  type CellRange,
} from './cell-place.js'
import { isSet, readXml, type Attributes } from './read-xml.js'
import type { Runtime } from './runtime.js'
import { richText } from './shared-texts.js'
import { damaged } from './workbook-fault.js'

export interface WrittenCell {
  readonly place: CellPlace
  /** `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  readonly type: string
  readonly style: number
  readonly formula: 'none' | 'own' | 'of-another-workbook'
  /** '' where there is none. */
  readonly value: string
  readonly inlineText: string
  /** The formulas of other cells hang on it: it cannot be changed alone. */
  readonly isShared: boolean
  /** In the text of the sheet: inside its first tag, and behind its last. */
  readonly within: number
  readonly end: number
}

export interface WrittenSheet {
  readonly isRowHidden: (row: number) => boolean
  readonly isColumnHidden: (column: number) => boolean
  readonly merged: readonly CellRange[]
}

/** @param take - is given every cell, in the order of the sheet */
export async function readSheet(
  bytes: Uint8Array,
  part: string,
  runtime: Runtime,
  take: (cell: WrittenCell) => void,
): Promise<WrittenSheet> {
  const reading = new SheetReading(take)
  await readXml(bytes, part, reading, runtime)
  return reading
}

class SheetReading implements WrittenSheet {
  readonly merged: CellRange[] = []
  private readonly hiddenRows = new Set<number>()
  private readonly hiddenColumns: { from: number; to: number }[] = []
  /** Without a word of their own, rows are hidden. */
  private isHiddenByDefault = false
  private readonly toldRows = new Set<number>()
  /** Numbers of shared formulas that look at another workbook. */
  private readonly outside = new Set<string>()
  private row = 0
  private column = 0
  private isData = false
  private cell: Attributes | null = null
  private cellWithin = 0
  private formula: Attributes | null = null
  private formulaText = ''
  private value = ''
  private piece: 'f' | 'v' | null = null
  private readonly rich = richText()

  constructor(private readonly take: (cell: WrittenCell) => void) {}

  isRowHidden(row: number): boolean {
    return (
      this.hiddenRows.has(row) ||
      (this.isHiddenByDefault && !this.toldRows.has(row))
    )
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.some(
      ({ from, to }) => column >= from && column <= to,
    )
  }

  readonly open = (
    name: string,
    attributes: Attributes,
    within: number,
  ): void => {
    if (this.cell) this.openInCell(name, attributes)
    else if (name === 'sheetData') this.isData = true
    else if (this.isData && name === 'row') this.openRow(attributes)
    else if (this.isData && name === 'c') {
      this.openCell(attributes)
      this.cellWithin = within
    } else if (name === 'sheetFormatPr') {
      this.isHiddenByDefault = isSet(attributes, 'zeroHeight')
    } else if (name === 'col' && isNotShown(attributes, 'width')) {
      const from = Number(attributes.get('min'))
      this.hiddenColumns.push({ from, to: Number(attributes.get('max')) })
    } else if (name === 'mergeCell') {
      const range = parseRange(attributes.get('ref') ?? '')
      if (range) this.merged.push(range)
    }
  }

  readonly text = (text: string): void => {
    if (this.piece === 'v') this.value += text
    else if (this.piece === 'f') this.formulaText += text
    else if (this.cell) this.rich.text(text)
  }

  readonly close = (name: string, end: number): void => {
    if (name === 'sheetData') this.isData = false
    else if (name === 'f' || name === 'v') this.piece = null
    else if (name === 'c' && this.cell) this.closeCell(this.cell, end)
    else if (this.cell) this.rich.close(name)
  }

  private openRow(attributes: Attributes): void {
    const said = attributes.get('r')
    const row = said === undefined ? this.row + 1 : Number(said)
    if (!Number.isInteger(row) || row <= this.row || row > MOST_ROWS) {
      throw damaged(`a row ${said ?? row} follows on row ${this.row}`)
    }
    this.row = row
    this.column = 0
    this.toldRows.add(row)
    if (isNotShown(attributes, 'ht')) this.hiddenRows.add(row)
  }

  private openCell(attributes: Attributes): void {
    const said = attributes.get('r')
    const next = { row: this.row, column: this.column + 1 }
    const place = said === undefined ? next : parsePlace(said)
    const isInOrder =
      place !== null &&
      place.row === this.row &&
      place.column > this.column &&
      place.column <= MOST_COLUMNS
    if (!isInOrder) {
      throw damaged(
        `a cell ${said ?? ''} is not where it stands in row ${this.row}`,
      )
    }
    this.column = place.column
    this.cell = attributes
    this.formula = null
    this.formulaText = ''
    this.value = ''
    this.rich.begin()
  }

  private openInCell(name: string, attributes: Attributes): void {
    if (name === 'v') this.piece = 'v'
    else if (name === 'f') {
      this.piece = 'f'
      this.formula = attributes
    } else this.rich.open(name)
  }

  private closeCell(attributes: Attributes, end: number): void {
    this.cell = null
    this.take({
      place: { row: this.row, column: this.column },
      type: attributes.get('t') ?? 'n',
      style: Number(attributes.get('s') ?? '0'),
      formula: this.formulaKind(),
      value: this.value,
      inlineText: this.rich.whole(),
      isShared: this.isSharedFormula(),
      within: this.cellWithin,
      end,
    })
  }

  /** The cells of a shared formula have its text at the first of them alone. */
  private formulaKind(): WrittenCell['formula'] {
    if (!this.formula) return 'none'
    const shared = this.formula.get('si')
    const isOutside =
      /\[\d+\]/.test(this.formulaText) ||
      (shared !== undefined && this.outside.has(shared))
    if (isOutside && shared !== undefined) this.outside.add(shared)
    return isOutside ? 'of-another-workbook' : 'own'
  }

  /** Of several cells: the first of a shared formula, an array, a table of data. */
  private isSharedFormula(): boolean {
    const type = this.formula?.get('t') ?? 'normal'
    if (type === 'shared') return this.formulaText !== ''
    return type !== 'normal'
  }
}

/** Hidden, or without any height or width. */
function isNotShown(attributes: Attributes, size: string): boolean {
  return (
    isSet(attributes, 'hidden') || Number(attributes.get(size) ?? '1') === 0
  )
}
