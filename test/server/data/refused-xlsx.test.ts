import { describe, expect, it } from 'vitest'

import { DATA_LIMITS } from '../../../engine/data/from-json.js'
import { readXlsx } from '../../../server/data/read-xlsx.js'
import {
  packed,
  rows,
  text,
  value,
  workbook,
  type WorkbookText,
} from '../../helpers/workbook.js'

const OPTIONS = {
  year: 2023,
  decimalMark: 'point',
  limits: DATA_LIMITS,
} as const

const HEADER = text('A1', 'id') + text('B1', 'x')

function read(given: WorkbookText | Uint8Array) {
  const bytes = given instanceof Uint8Array ? given : workbook(given)
  return readXlsx(bytes, 'data.xlsx', OPTIONS)
}

async function onlyProblem(given: WorkbookText | Uint8Array) {
  const { problems } = await read(given)
  expect(problems).toHaveLength(1)
  return problems[0]
}

describe('what a sheet does not show', () => {
  const line = text('A2', 'me') + value('B2', '1')

  it.each([
    [
      'a row',
      `<sheetData><row>${HEADER}</row><row r="2" hidden="1">${line}</row></sheetData>`,
      'Row 2',
    ],
    [
      'a row without height',
      `<sheetData><row>${HEADER}</row><row r="2" ht="0" customHeight="1">${line}</row></sheetData>`,
      'Row 2',
    ],
    [
      'rows by default',
      `<sheetFormatPr zeroHeight="1"/>${rows(HEADER, line)}`.replace(
        '<row r="2">',
        '<row r="2" hidden="1">',
      ),
      'Row 2',
    ],
    [
      'a column',
      `<cols><col min="2" max="9" hidden="1"/></cols>${rows(HEADER, line)}`,
      'Column B',
    ],
  ])('is reported: %s', async (_, sheet, words) => {
    const problem = await onlyProblem({ sheets: { bodies: sheet } })
    expect(problem).toMatchObject({ code: 'DATA_XLSX_HIDDEN' })
    expect(problem?.message).toContain(`${words} of data.xlsx [bodies]`)
  })

  it('is passed over where it is empty', async () => {
    const sheet = `<cols><col min="3" max="16384" hidden="1"/></cols>${rows(HEADER, line)}`
    const hidden = sheet.replace(
      '</sheetData>',
      '<row r="9" hidden="1"/></sheetData>',
    )
    expect((await read({ sheets: { bodies: hidden } })).problems).toEqual([])
  })

  it.each(['hidden', 'veryHidden'])(
    'is reported: a sheet that is %s',
    async (state) => {
      const goals = rows(
        text('A1', 'body') + text('B1', 'y'),
        text('A2', 'me') + value('B2', '1'),
      )
      const problem = await onlyProblem({
        sheets: { bodies: rows(HEADER, line), goals },
        states: { goals: `state="${state}"` },
      })
      expect(problem).toMatchObject({
        code: 'DATA_XLSX_HIDDEN',
        file: 'data.xlsx [goals]',
      })
    },
  )

  it('is reported: cells that are merged with the one that has the value', async () => {
    const merged = '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'
    const sheet = rows(HEADER, line, text('A3', 'you'))
    const problem = await onlyProblem({ sheets: { bodies: sheet + merged } })
    expect(problem).toMatchObject({ code: 'DATA_XLSX_MERGED', line: 2 })
    expect(problem?.message).toContain('B2:B3')
  })

  it('is reported: cells in a column without a name', async () => {
    const problem = await onlyProblem({
      sheets: { bodies: rows(HEADER, line + value('D2', '4')) },
    })
    expect(problem).toMatchObject({ code: 'COLUMN_UNNAMED', line: 2 })
    expect(problem?.message).toContain('Cell D2')
  })
})

describe('a file that is no workbook to be read', () => {
  const sheets = {
    bodies: rows(HEADER, text('A2', 'me') + value('B2', '1')),
  }

  it.each([
    ['encrypted', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'password'],
    ['CSV', Buffer.from('id,x\nme,1\n'), 'no ZIP'],
    ['empty', new Uint8Array(0), 'no ZIP'],
    [
      'a workbook with macros',
      workbook({ sheets, files: { 'xl/vbaProject.bin': 'x' } }),
      'macros',
    ],
    [
      'a workbook of the kind with macros',
      workbook({
        sheets,
        files: {
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        },
      }),
      'macros',
    ],
    ['another archive', packed({ 'a.txt': 'x' }), '[Content_Types].xml'],
    [
      'a workbook with entities',
      workbook({
        sheets,
        files: { 'xl/texts.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' },
      }),
      'document type',
    ],
    [
      'XML that breaks off',
      workbook({
        sheets,
        files: { 'xl/sheet0.xml': '<worksheet><sheetData>' },
      }),
      'not XML',
    ],
    [
      'two cells at one place',
      workbook({
        sheets: {
          bodies: rows(
            HEADER,
            text('A2', 'me') + value('B2', '1') + value('B2', '2'),
          ),
        },
      }),
      'B2',
    ],
    [
      'a bomb',
      packed({ 'xl/bomb.xml': ' '.repeat(3_000_000) }),
      'times its size',
    ],
  ])('is refused: %s', async (_, bytes, words) => {
    const problem = await onlyProblem(bytes)
    expect(problem).toMatchObject({ code: 'DATA_XLSX_REFUSED' })
    expect(problem?.message).toContain(words)
  })

  it('is refused where one byte of a stored figure was changed', async () => {
    const bytes = Buffer.from(workbook({ sheets }))
    // The last byte before the first header of the directory is data.
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) - 12
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const problem = await onlyProblem(bytes)
    expect(problem).toMatchObject({ code: 'DATA_XLSX_REFUSED' })
  })
})
