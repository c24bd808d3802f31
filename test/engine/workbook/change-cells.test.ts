/** Cells of a workbook are changed, and everything else stays as it was written. */
import { describe, expect, it } from 'vitest'

import { NODE } from '../../../server/xlsx/node-runtime.js'
import {
  changeCells,
  openArchive,
  readGrids,
  type CellChange,
} from '../../../engine/workbook/index.js'
import {
  rows,
  text,
  value,
  workbook,
  type WorkbookText,
} from '../../helpers/workbook.js'

const SHEET = 'xl/sheet0.xml'
const HEADER = text('A1', 'id') + text('B1', 'x') + text('C1', 'y')

const at = (row: number, column: number, written: string): CellChange => ({
  place: { row, column },
  text: written,
})

async function changed(given: WorkbookText, ...changes: CellChange[]) {
  return changeCells(workbook(given), new Map([[SHEET, changes]]), NODE)
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const part = await openArchive(bytes, NODE).read(name)
  return new TextDecoder().decode(part ?? new Uint8Array(0))
}

/** Row -> the texts of its cells, by their column. */
async function cellsOf(bytes: Uint8Array) {
  const [sheet] = await readGrids(bytes, NODE)
  return (sheet?.grid.rows ?? []).map(({ cells }) =>
    Object.fromEntries(
      [...cells].map(([column, cell]) => [
        column,
        cell.kind === 'text' ? cell.text : cell.code,
      ]),
    ),
  )
}

describe('a changed cell', () => {
  const line = text('A2', 'me') + value('B2', '1.10', 's="1"')

  it('is the only thing that is written anew', async () => {
    const sheet = `<!-- kept -->${rows(HEADER, line)}<drawing id="r1"/>`
    const bytes = await changed({ sheets: { bodies: sheet } }, at(2, 2, '2.5'))
    expect(await partOf(bytes, SHEET)).toContain(
      sheet.replace(
        value('B2', '1.10', 's="1"'),
        '<c r="B2" s="1" t="inlineStr"><is><t xml:space="preserve">2.5</t></is></c>',
      ),
    )
  })

  it.each([
    ['a < b & "c"', 'a < b & "c"'],
    [' 1 ', ' 1 '],
    ['_x000D_', '_x000D_'],
    ['Ғылым\nжәне', 'Ғылым\nжәне'],
    ['=1+1', '=1+1'],
    ['0.1234567890123456789', '0.1234567890123456789'],
  ])('is read as it was typed: %j', async (typed, read) => {
    const given = { sheets: { bodies: rows(HEADER, line) } }
    expect(await cellsOf(await changed(given, at(2, 2, typed)))).toEqual([
      { 1: 'id', 2: 'x', 3: 'y' },
      { 1: 'me', 2: read },
    ])
  })

  it('is empty where nothing was typed', async () => {
    const given = { sheets: { bodies: rows(HEADER, line) } }
    expect((await cellsOf(await changed(given, at(2, 2, ''))))[1]).toEqual({
      1: 'me',
    })
  })

  it('is put in at its place where the row had none, between others and behind them', async () => {
    const given = {
      sheets: { bodies: rows(HEADER, text('A2', 'me') + value('D2', '4')) },
    }
    const bytes = await changed(given, at(2, 3, '3'), at(2, 2, '2'))
    const [, row] = await cellsOf(bytes)
    expect(row).toEqual({ 1: 'me', 2: '2', 3: '3', 4: '4' })
    const last = await changed(given, at(2, 6, '6'), at(2, 5, '5'))
    expect((await cellsOf(last))[1]).toEqual({
      1: 'me',
      4: '4',
      5: '5',
      6: '6',
    })
  })

  it('has the prefix that the sheet gives its elements, and stands where cells do not say their place', async () => {
    const sheet =
      '<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:row><x:c t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row>\r\n<x:row><x:c\r\nt="inlineStr"><x:is><x:t>me</x:t></x:is></x:c></x:row></x:sheetData>'
    const bytes = await changed(
      { sheets: { bodies: sheet } },
      at(2, 1, 'you'),
      at(2, 2, '2'),
    )
    expect((await cellsOf(bytes))[1]).toEqual({ 1: 'you', 2: '2' })
    expect(await partOf(bytes, SHEET)).toContain('<x:c r="B2" t="inlineStr">')
  })

  it('behind a formula of its own takes the formula away, and the order of computing with it', async () => {
    const formula = `<c r="B2"><f>1/0</f><v>#DIV/0!</v></c>`.replace(
      '<c r="B2">',
      '<c r="B2" t="e">',
    )
    const given: WorkbookText = {
      sheets: { bodies: rows(HEADER, text('A2', 'me') + formula) },
      files: {
        'xl/calcChain.xml': '<calcChain><c r="B2" i="1"/></calcChain>',
        '[Content_Types].xml':
          '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/calcChain.xml" ContentType="a"/></Types>',
      },
    }
    const bytes = await changed(given, at(2, 2, '7'))
    expect((await cellsOf(bytes))[1]).toEqual({ 1: 'me', 2: '7' })
    expect(openArchive(bytes, NODE).names).not.toContain('xl/calcChain.xml')
    const types = await partOf(bytes, '[Content_Types].xml')
    expect(types).not.toContain('calcChain')
    expect(types).toContain('/xl/workbook.xml')
  })

  it('leaves what is hidden hidden, and what is merged merged', async () => {
    const sheet = `<cols><col min="3" max="3" hidden="1"/></cols>${rows(HEADER, line)}<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`
    const bytes = await changed({ sheets: { bodies: sheet } }, at(2, 2, '7'))
    const [read] = await readGrids(bytes, NODE)
    expect(read?.grid).toMatchObject({
      hiddenColumns: ['C'],
      merged: ['A2:A3'],
    })
  })
})

describe('a cell on which the formulas of others hang', () => {
  it('is named, so that nobody corrects it alone', async () => {
    const shared = (place: string, formula: string) =>
      `<c r="${place}"><f t="shared" ref="B2:B3" si="0">${formula}</f><v>1</v></c>`
    const given = {
      sheets: {
        bodies: rows(
          HEADER,
          text('A2', 'me') + shared('B2', '[1]S!A1'),
          text('A3', 'you') + shared('B3', ''),
        ),
      },
    }
    const [read] = await readGrids(workbook(given), NODE)
    expect(read?.grid.shared).toEqual([{ row: 2, column: 2 }])
    expect(read?.grid.hasFormulas).toBe(true)
  })
})
