import { describe, expect, it } from 'vitest'

import { DATA_LIMITS } from '../../../engine/data/from-json.js'
import { readXlsx } from '../../../server/data/read-xlsx.js'
import {
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

function read(given: WorkbookText | Uint8Array) {
  const bytes = given instanceof Uint8Array ? given : workbook(given)
  return readXlsx(bytes, 'data.xlsx', OPTIONS)
}

const HEADER = text('A1', 'id') + text('B1', 'x')

/** A sheet of one body with one cell, at B2. */
function oneCell(cell: string): WorkbookText['sheets'] {
  return { bodies: rows(HEADER, text('A2', 'me') + cell) }
}

async function cell(given: WorkbookText): Promise<unknown> {
  const { dataset, problems } = await read(given)
  expect(problems).toEqual([])
  return dataset.bodies[0]?.cells.get('x')
}

async function onlyProblem(given: WorkbookText | Uint8Array) {
  const { problems } = await read(given)
  expect(problems).toHaveLength(1)
  return problems[0]
}

/** Style 1 is the format. */
function shownAs(code: string): string {
  return `<numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs>`
}

describe('a workbook', () => {
  it('has a sheet for each table, as a folder has a CSV file', async () => {
    const goals = text('A1', 'body') + text('B1', 'id') + text('C1', 'met')
    const parts = text('A1', 'body') + text('B1', 'goals') + text('C1', 'h')
    const { dataset, problems } = await read({
      sheets: {
        '#notes': rows(text('A1', 'for people') + text('C2', 'anything')),
        'goals.parts': rows(
          parts,
          text('A2', 'me') + value('B2', '1') + value('C2', '0.5'),
        ),
        goals: rows(
          goals,
          text('A2', 'me') + value('B2', '1') + value('C2', '1', 't="b"'),
        ),
        bodies: rows(HEADER, text('A2', 'me') + value('B2', '3')),
        Sheet4: rows(''),
      },
    })
    expect(problems).toEqual([])
    const [body] = dataset.bodies
    expect(body).toMatchObject({ id: 'me', cells: new Map([['x', '3']]) })
    const [goal] = body?.tables.get('goals') ?? []
    expect(goal).toMatchObject({ id: '1', cells: new Map([['met', 'true']]) })
    const [part] = goal?.tables.get('parts') ?? []
    expect(part?.cells).toEqual(new Map([['h', '0.5']]))
    expect(part?.place).toEqual({
      file: 'data.xlsx [goals.parts]',
      line: 2,
      path: null,
    })
  })

  it('with one sheet has the bodies there, whatever its name', async () => {
    const { dataset, problems } = await read({
      sheets: { Лист1: rows(HEADER, text('A2', 'me')) },
    })
    expect(problems).toEqual([])
    expect(dataset.bodies.map(({ id }) => id)).toEqual(['me'])
  })

  it('without a sheet of bodies is told so', async () => {
    const sheet = rows(text('A1', 'body'), text('A2', 'x'))
    const { problems } = await read({
      sheets: { goals: '', a: sheet, b: sheet },
    })
    expect(problems[0]?.message).toMatch(/no sheet "bodies".*"a" and "b"/)
  })

  it('is read by rows of the year, like a CSV file', async () => {
    const header = HEADER + text('C1', 'year')
    const { dataset } = await read({
      sheets: {
        bodies: rows(
          header,
          text('A2', 'old') + value('C2', '2022'),
          text('A3', 'new') + value('C3', '2023'),
        ),
      },
    })
    expect(dataset).toMatchObject({ year: 2023, bodies: [{ id: 'new' }] })
  })
})

describe('a cell of a workbook', () => {
  it.each([
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1.0000000000000001E-2', '0.01'],
    ['0.1', '0.1'],
    ['-5', '-5'],
    ['0', '0'],
    ['1E3', '1000'],
    ['123456789012345', '123456789012345'],
  ])('with the number %s holds %s', async (written, held) => {
    expect(await cell({ sheets: oneCell(value('B2', written)) })).toBe(held)
  })

  it('is empty, and never zero, where it has no content', async () => {
    expect(await cell({ sheets: oneCell('') })).toBeNull()
    expect(await cell({ sheets: oneCell('<c r="B2"/>') })).toBeNull()
    expect(await cell({ sheets: oneCell(text('B2', '')) })).toBeNull()
  })

  it('keeps text that looks like a number as it stands', async () => {
    expect(await cell({ sheets: oneCell(text('B2', '007')) })).toBe('007')
    expect(await cell({ sheets: oneCell(text('B2', ' 1,5')) })).toBe(' 1,5')
    expect(await cell({ sheets: oneCell(text('B2', "'=x")) })).toBe("'=x")
  })

  it('reads shared and rich text, without how it is pronounced', async () => {
    const texts =
      '<si><t>a</t></si><si><r><t>Би</t></r><r><t>лік_x000D_</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>'
    const sheets = oneCell(value('B2', '1', 't="s"'))
    expect(await cell({ sheets, texts })).toBe('Билік\r')
  })

  it('puts text in NFC', async () => {
    const sheets = oneCell(text('B2', 'и\u0306'))
    expect(await cell({ sheets })).toBe('\u0439')
  })

  it('reads the stored value of a formula, and "" as missing', async () => {
    const formula = '<c r="B2"><f>1+1</f><v>2</v></c>'
    expect(await cell({ sheets: oneCell(formula) })).toBe('2')
    const empty = '<c r="B2" t="str"><f>IF(A2="","","")</f><v></v></c>'
    expect(await cell({ sheets: oneCell(empty) })).toBeNull()
  })

  it.each([
    ['yyyy\\-mm\\-dd;@', '40927', '2012-01-19'],
    ['[$-419]d\\ mmm\\ yyyy', '61', '1900-03-01'],
    ['mmmm', '59', '1900-02-28'],
    ['dd/mm/yy', '1', '1900-01-01'],
    ['dd.mm.yyyy hh:mm', '40927', '2012-01-19'],
  ])('shown as %s is a date', async (code, serial, date) => {
    const sheets = oneCell(value('B2', serial, 's="1"'))
    expect(await cell({ sheets, styles: shownAs(code) })).toBe(date)
  })

  it('counts days from 1904 where the workbook does', async () => {
    const given = {
      sheets: oneCell(value('B2', '0', 's="2"')),
      styles: shownAs('0'),
      properties: '<workbookPr date1904="1"/>',
    }
    expect(await cell(given)).toBe('1904-01-01')
    const later = oneCell(value('B2', '39465', 's="2"'))
    expect(await cell({ ...given, sheets: later })).toBe('2012-01-19')
  })

  it.each([
    '0.00',
    '#,##0 &quot;days&quot;',
    '0.0%',
    '[Red]0',
    '#,##0\\ _d',
    'General',
  ])('shown as %s is a number', async (code) => {
    const sheets = oneCell(value('B2', '40927', 's="1"'))
    expect(await cell({ sheets, styles: shownAs(code) })).toBe('40927')
  })

  it('reads a date that is text of its own type', async () => {
    const sheets = oneCell(value('B2', '2012-01-19', 't="d"'))
    expect(await cell({ sheets })).toBe('2012-01-19')
  })
})

describe('a fault of a cell', () => {
  it.each([
    ['an error', value('B2', '#DIV/0!', 't="e"'), 'CELL_ERROR', '#DIV/0!'],
    [
      'an error of a formula',
      '<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>',
      'CELL_ERROR',
      '#N/A',
    ],
    [
      'a formula without a value',
      '<c r="B2"><f>1+1</f><v></v></c>',
      'CELL_NOT_COMPUTED',
      'without a value',
    ],
    [
      'a formula of another workbook',
      '<c r="B2"><f>[1]Sheet1!A1</f><v>3</v></c>',
      'CELL_NOT_COMPUTED',
      'another workbook',
    ],
    ['a time', value('B2', '0.5', 's="3"'), 'CELL_HAS_TIME', '0.5'],
    [
      'a date with a time',
      value('B2', '40927.25', 's="1"'),
      'CELL_HAS_TIME',
      '40927.25',
    ],
    [
      'a moment as text',
      value('B2', '2012-01-19T10:00:00', 't="d"'),
      'CELL_HAS_TIME',
      'T10',
    ],
    [
      'a date with a zone',
      value('B2', '2012-01-19T00:00:00Z', 't="d"'),
      'CELL_HAS_TIME',
      'Z',
    ],
    [
      'the day that never was',
      value('B2', '60', 's="1"'),
      'CELL_NOT_A_DATE',
      '60',
    ],
    ['a day before all', value('B2', '0', 's="1"'), 'CELL_NOT_A_DATE', '0'],
    ['a word as a number', value('B2', 'abc'), 'CELL_NOT_A_NUMBER', 'abc'],
    [
      'more digits than a cell keeps',
      value('B2', '0.12345678901234567890'),
      'CELL_TOO_MANY_DIGITS',
      '15 digits',
    ],
    [
      'a whole number of 17 digits that no double has',
      value('B2', '12345678901234567'),
      'CELL_TOO_MANY_DIGITS',
      '15 digits',
    ],
    ['an endless number', value('B2', '1E400'), 'CELL_OUT_OF_RANGE', '1E400'],
    [
      'a text that is not there',
      value('B2', '7', 't="s"'),
      'DATA_XLSX_REFUSED',
      'B2',
    ],
    ['an unknown kind', value('B2', '7', 't="z"'), 'DATA_XLSX_REFUSED', '"z"'],
  ])('tells %s with its place', async (_, broken, code, words) => {
    const given = { sheets: oneCell(broken), styles: shownAs('yyyy') }
    const problem = await onlyProblem(given)
    expect(problem).toMatchObject({ code, line: 2, body: 'me', column: 'x' })
    expect(problem?.message).toContain('Cell B2 of data.xlsx [bodies]')
    expect(problem?.message).toContain(words)
  })

  it('is told for formulas that are still to be computed', async () => {
    const problem = await onlyProblem({
      sheets: oneCell('<c r="B2"><f>1+1</f><v>0</v></c>'),
      calculation: '<calcPr fullCalcOnLoad="1"/>',
    })
    expect(problem).toMatchObject({ code: 'CELL_NOT_COMPUTED' })
  })

  it('is told for every cell at once, and the cell is not missing besides', async () => {
    const { dataset, problems } = await read({
      sheets: {
        bodies: rows(
          HEADER + text('C1', 'y'),
          text('A2', 'a') + value('B2', '#N/A', 't="e"') + value('C2', '1'),
          value('A3', '#REF!', 't="e"') + '<c r="C3"><f>A1</f></c>',
        ),
      },
    })
    const found = problems.map(({ code, message }) => [
      code,
      /Cell ([A-Z]+\d+)/.exec(message)?.[1],
    ])
    expect(found).toEqual([
      ['CELL_ERROR', 'B2'],
      ['CELL_ERROR', 'A3'],
      ['CELL_NOT_COMPUTED', 'C3'],
    ])
    expect(dataset.bodies[0]?.cells.get('x')).toEqual({ isReported: true })
  })

  it('of shared formulas of another workbook is told at each of them', async () => {
    const master =
      '<c r="B2"><f t="shared" ref="B2:B3" si="4">[2]S!A1</f><v>1</v></c>'
    const child = '<c r="B3"><f t="shared" si="4"/><v>2</v></c>'
    const { problems } = await read({
      sheets: {
        b: rows(HEADER, text('A2', 'a') + master, text('A3', 'b') + child),
      },
    })
    expect(problems.map(({ code }) => code)).toEqual([
      'CELL_NOT_COMPUTED',
      'CELL_NOT_COMPUTED',
    ])
  })
})
