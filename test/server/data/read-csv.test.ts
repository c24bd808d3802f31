import { describe, expect, it } from 'vitest'

import { DATA_LIMITS } from '../../../engine/data/from-json.js'
import type { DecimalMark } from '../../../server/data/csv-table.js'
import { readCsv } from '../../../server/data/read-csv.js'

function read(text: string, decimalMark: DecimalMark = 'point') {
  const options = { year: 2023, decimalMark, limits: DATA_LIMITS }
  return readCsv(text, 'bodies.csv', options)
}

function onlyProblem(text: string, decimalMark: DecimalMark = 'point') {
  const { problems } = read(text, decimalMark)
  expect(problems).toHaveLength(1)
  return problems[0]
}

function cellsOf(text: string, decimalMark: DecimalMark = 'point') {
  const { dataset, problems } = read(text, decimalMark)
  expect(problems).toEqual([])
  return dataset.bodies.map(({ cells }) => Object.fromEntries(cells))
}

describe('readCsv', () => {
  it('reads who imputed a cell from the column beside it', () => {
    const text = 'id,x,imputed:x\nme,1,"Bureau of statistics, 2019"\nyou,2,\n'
    expect(cellsOf(text)).toEqual([
      { x: '1', 'imputed:x': 'Bureau of statistics, 2019' },
      { x: '2', 'imputed:x': null },
    ])
  })

  it('reads a row for each body, every cell as its text', () => {
    const { dataset, problems } = read('id,name,x,y\nme,Education,1.50,\n')
    expect(problems).toEqual([])
    expect(dataset).toEqual({
      year: null,
      bodies: [
        {
          id: 'me',
          name: 'Education',
          cells: new Map([
            ['x', '1.50'],
            ['y', null],
          ]),
          tables: new Map(),
          place: { file: 'bodies.csv', line: 2, path: null },
        },
      ],
    })
  })

  it('keeps spaces, so that a cell of spaces is seen as one later', () => {
    expect(cellsOf('id,x,y\na,  , 1\n')).toEqual([{ x: '  ', y: ' 1' }])
  })

  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('names the line of the file where lines end in %s', (_, end) => {
    const lines = ['id,x', 'a,"one', 'two"', '', 'b,"""q"""', ',,'.slice(1)]
    const { dataset, problems } = read(lines.join(end))
    expect(problems).toEqual([])
    const places = dataset.bodies.map(({ id, place }) => [id, place.line])
    expect(places).toEqual([
      ['a', 2],
      ['b', 5],
    ])
    expect(dataset.bodies[0]?.cells.get('x')).toBe(`one${end}two`)
    expect(dataset.bodies[1]?.cells.get('x')).toBe('"q"')
  })

  it('keeps the rows of the year that was asked for', () => {
    const { dataset } = read('id,year,x\na,2022,1\na,2023,2\n')
    expect(dataset.year).toBe(2023)
    expect(dataset.bodies.map(({ cells }) => [...cells])).toEqual([
      [['x', '2']],
    ])
  })

  it('reads prototype keys as columns and as ids', () => {
    const { dataset, problems } = read(
      'id,__proto__,constructor\n__proto__,1,2\ntoString,3,4\n',
    )
    expect(problems).toEqual([])
    expect(dataset.bodies.map(({ id }) => id)).toEqual([
      '__proto__',
      'toString',
    ])
    expect(dataset.bodies[0]?.cells.get('__proto__')).toBe('1')
  })

  it('puts ids and texts in NFC', () => {
    const { dataset } = read('id,x\n\u0438\u0306,\u0438\u0306\n')
    expect(dataset.bodies[0]?.id).toBe('й')
    expect(dataset.bodies[0]?.cells.get('x')).toBe('й')
  })

  it('reads a hundred thousand rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `b${row},${row}`)
    const { dataset, problems } = read(`id,x\n${rows.join('\n')}`)
    expect(problems).toEqual([])
    expect(dataset.bodies.at(-1)?.place.line).toBe(100_001)
  })
})

describe('the decimal comma', () => {
  it('turns 3,14 into 3.14, quoted or not, where the option says so', () => {
    const text = 'id;x;y\na;3,14;"-0,5"\n'
    expect(cellsOf(text, 'comma')).toEqual([{ x: '3.14', y: '-0.5' }])
    const commas = 'id,x\na,"3,14"\n'
    expect(cellsOf(commas, 'comma')).toEqual([{ x: '3.14' }])
  })

  it.each(['1 234,5', '1,2,3', ',5', '3,', 'a,1', '+1,5'])(
    'leaves %j alone, which is not digits, one comma and digits',
    (text) => {
      expect(cellsOf(`id;x\na;"${text}"\n`, 'comma')).toEqual([{ x: text }])
    },
  )

  it.each(['1.000,5', '1.000', '3.14'])(
    'hands %j on as a number with a point, which may part thousands',
    (text) => {
      const cells = cellsOf(`id;x\na;"${text}"\n`, 'comma')
      expect(cells).toEqual([{ x: { pointedText: text } }])
    },
  )

  it('leaves ids and names alone', () => {
    const { dataset } = read('id;name\n"1,5";"2,5"\n', 'comma')
    expect(dataset.bodies[0]).toMatchObject({ id: '1,5', name: '2,5' })
  })

  it('keeps the text without the option, for the checker to refuse', () => {
    expect(cellsOf('id,x\na,"3,14"\n')).toEqual([{ x: '3,14' }])
  })

  it('DATA_CSV_SYNTAX, with the counts, for an unquoted one', () => {
    const problem = onlyProblem('id,x\n\na,3,14\n')
    expect(problem).toMatchObject({ code: 'DATA_CSV_SYNTAX', line: 3 })
    expect(problem?.message).toContain('has 3 cells where the header has 2')
    expect(problem?.message).toContain('a number with a decimal comma')
  })
})

describe('the mistakes that readCsv reports', () => {
  it.each([
    [';', 'semicolons', 'point'],
    ['\t', 'tabs', 'point'],
    ['\t', 'tabs', 'comma'],
  ] as const)(
    'DATA_CSV_DELIMITER for a header with %j',
    (sign, words, decimalMark) => {
      const header = ['id', '"a,b"', 'x'].join(sign)
      const problem = onlyProblem(`${header}\n`, decimalMark)
      expect(problem).toMatchObject({ code: 'DATA_CSV_DELIMITER', line: 1 })
      expect(problem?.message).toContain(words)
      expect(problem?.message).toContain('Save it')
    },
  )

  it('DATA_CSV_SYNTAX for an empty file', () => {
    const problem = onlyProblem('\n\n')
    expect(problem?.code).toBe('DATA_CSV_SYNTAX')
    expect(problem?.message).toContain('is empty')
  })

  it.each([
    ['"b', 'opens a quote that is never closed'],
    ['"b"c', 'goes on after a closing quote'],
    ['b"c"', 'has a quote in the middle of a cell'],
  ])('DATA_CSV_SYNTAX for the broken quotes of %s', (cell, words) => {
    const text = `id,x\n"a\r\n1",2\nc,${cell}\nd,1\n`
    const problem = onlyProblem(text)
    expect(problem).toMatchObject({ code: 'DATA_CSV_SYNTAX', line: 4 })
    expect(problem?.message).toContain(`begins on line 4 ${words}`)
    expect(read(text).dataset.bodies).toHaveLength(1)
  })

  it('DATA_CSV_SYNTAX for a row that is too short', () => {
    const problem = onlyProblem('id,x,y\na,1\n')
    expect(problem).toMatchObject({ code: 'DATA_CSV_SYNTAX', line: 2 })
    expect(problem?.message).toContain('has 2 cells where the header has 3')
    expect(problem?.message).toContain('The header names "id", "x" and "y"')
  })

  it('DATA_CSV_SYNTAX for columns without a name', () => {
    const problem = onlyProblem('id,,x,\na,,1,\n')
    expect(problem).toMatchObject({ code: 'DATA_CSV_SYNTAX', line: 1 })
    expect(problem?.message).toContain('no name for column 2, 4')
  })

  it('COLUMN_DUPLICATE for two columns of one name', () => {
    const problem = onlyProblem('id,x,x\na,1,2\n')
    expect(problem).toMatchObject({ code: 'COLUMN_DUPLICATE', column: 'x' })
    expect(problem?.message).toContain('as column 2 and as column 3')
  })

  it('ID_MISSING, with the header received, for a table without ids', () => {
    const problem = onlyProblem('name, id\na,1\n')
    expect(problem).toMatchObject({ code: 'ID_MISSING', column: 'id' })
    expect(problem?.message).toContain('Its columns are "name" and " id"')
  })

  it('ID_MISSING for a row without an id', () => {
    const problem = onlyProblem('id,x\na,1\n,2\n')
    expect(problem).toMatchObject({ code: 'ID_MISSING', line: 3 })
    expect(problem?.message).toContain('Line 3 of bodies.csv has no id')
  })

  it('ID_DUPLICATE for two bodies, and not for one body in two years', () => {
    const problem = onlyProblem('id,year\na,2023\na,2022\na,2023\n')
    expect(problem).toMatchObject({ code: 'ID_DUPLICATE', line: 4, body: 'a' })
    expect(problem?.message).toContain('"a", which line 2 has already')
  })

  it('DATA_NO_ROWS names the years that are there and the nearest', () => {
    const problem = onlyProblem('id,year\na,2019\nb,2021\nc,2021\n')
    expect(problem?.code).toBe('DATA_NO_ROWS')
    expect(problem?.message).toContain('no row of 2023')
    expect(problem?.message).toContain(
      'rows of 2019, 2021; the nearest is 2021',
    )
  })

  it('DATA_NO_ROWS for a header without rows', () => {
    const problem = onlyProblem('id,year\n')
    expect(problem?.code).toBe('DATA_NO_ROWS')
    expect(problem?.message).toContain('has a header and no rows')
  })

  it.each([
    ['2023.0', '"2023.0"'],
    ['', 'empty'],
    [' 2023', '" 2023"'],
  ])('CELL_NOT_A_NUMBER for the year %j', (year, words) => {
    const problem = onlyProblem(`id,year\na,2023\nb,${year}\n`)
    expect(problem).toMatchObject({
      code: 'CELL_NOT_A_NUMBER',
      line: 3,
      column: 'year',
    })
    expect(problem?.message).toContain(`but it is ${words}`)
  })

  it('DATA_TOO_LARGE for too many bodies', () => {
    const limits = { rows: 1, depth: 64 }
    const options = { year: 2023, decimalMark: 'point', limits } as const
    const { problems } = readCsv('id\na\nb\n', 'bodies.csv', options)
    expect(problems.map(({ code }) => code)).toEqual(['DATA_TOO_LARGE'])
    expect(problems[0]?.message).toContain('has 2 rows')
  })
})
