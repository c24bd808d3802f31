import { describe, expect, it } from 'vitest'

import { checkCell, type CellFault } from '../../../engine/data/check-cell.js'
import type { RawCell } from '../../../engine/data/raw.js'
import type { InputNode } from '../../../engine/methodology/methodology.js'
import { valueText } from '../../helpers/figure.js'
import { methodology } from '../../helpers/methodology.js'

/** The input `x` with these keys. */
function input(keys: string): InputNode {
  const { nodes } = methodology(`
    inputs: { x: { ${keys} } }
    criteria: { total: { formula: 1 } }`)
  const found = nodes.find((node) => node.kind === 'input')
  if (found?.kind !== 'input') throw new Error('No input')
  return found
}

/** The value as text, `empty`, or the code and the message of the fault. */
function read(cell: RawCell, keys = 'type: number'): string {
  const value = checkCell(cell, input(keys))
  if (value === null) return 'empty'
  return isFault(value) ? `${value.code}: ${value.message}` : valueText(value)
}

function isFault(value: object): value is CellFault {
  return 'code' in value
}

describe('a number', () => {
  it.each([
    ['12.50', '12.5'],
    ['-3', '-3'],
    ['+3', '3'],
    ['1e-7', '0.0000001'],
    ['.5', '0.5'],
    ['0', '0'],
    ['-0', '0'],
    [12.5, '12.5'],
    [0, '0'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [0.1, '0.1'],
  ])('is read from text and from JSON alike: %j is %s', (cell, value) => {
    expect(read(cell)).toBe(value)
  })

  it('keeps up to 200 digits of a text', () => {
    const digits = `1.${'0'.repeat(150)}1`
    expect(read(digits)).toBe(digits)
    expect(read(`1${'0'.repeat(199)}1`)).toMatch(/^CELL_TOO_MANY_DIGITS: /)
  })

  it('of JSON has at most 15 digits, and the advice is to send a string', () => {
    expect(read(123456789012345)).toBe('123456789012345')
    const words = read(0.1234567890123456)
    expect(words).toContain('CELL_TOO_MANY_DIGITS: received 0.1234567890123456')
    expect(words).toContain('at most 15 significant digits')
    expect(words).toContain('Send it as a string: "0.1234567890123456"')
    expect(read({ longNumber: '1234567890.1234567' })).toContain(
      'Send it as a string: "1234567890.1234567"',
    )
  })

  it.each([
    ['abc', 'CELL_NOT_A_NUMBER', ['received "abc"', 'such as 12.5']],
    ['1 234,5', 'CELL_NOT_A_NUMBER', ['"1 234,5"', 'without spaces']],
    ['1 234', 'CELL_NOT_A_NUMBER', ['"1 234"', 'without spaces']],
    ['3,14', 'CELL_DECIMAL_COMMA', ['"3,14"', 'write 3.14 with a point']],
    ['', 'CELL_NOT_A_NUMBER', ['empty text', 'send null']],
    ['  ', 'CELL_NOT_A_NUMBER', ['only spaces', 'send null']],
    [' 5', 'CELL_NOT_A_NUMBER', ['" 5"', 'take the spaces away']],
    ['NaN', 'CELL_NOT_A_NUMBER', ['"NaN"']],
    ['Infinity', 'CELL_NOT_A_NUMBER', ['"Infinity"']],
    ['0x10', 'CELL_NOT_A_NUMBER', ['"0x10"']],
    ['1_000', 'CELL_NOT_A_NUMBER', ['"1_000"']],
    ['٣', 'CELL_NOT_A_NUMBER', ['"٣"']],
    [true, 'CELL_NOT_A_NUMBER', ['received true', 'a boolean is not a number']],
    ['1e999999', 'CELL_OUT_OF_RANGE', ['10^-400 and 10^400']],
    ['1e-500', 'CELL_OUT_OF_RANGE', ['10^-400 and 10^400']],
    [
      { notACell: 'a list' },
      'CELL_NOT_A_NUMBER',
      ['a list', 'a decimal number'],
    ],
  ])('is refused as %j with the way to mend it', (cell, code, words) => {
    const answer = read(cell)
    expect(answer).toMatch(new RegExp(`^${code}: `))
    for (const word of words) expect(answer).toContain(word)
  })

  it('of a long text is quoted in part', () => {
    expect(read('x'.repeat(5000)).length).toBeLessThan(300)
  })
})

describe('bounds', () => {
  const keys = 'type: number, bounds: { least: 0, most: 100 }'

  it('take their ends in, and compare exactly', () => {
    expect(read('0', keys)).toBe('0')
    expect(read('100', keys)).toBe('100')
    expect(read('100.0000000000000000000001', keys)).toBe(
      'CELL_OUT_OF_BOUNDS: received 100.0000000000000000000001; the most possible is 100.',
    )
    expect(read(-1, keys)).toBe(
      'CELL_OUT_OF_BOUNDS: received -1; the least possible is 0.',
    )
  })

  it('may ask for whole numbers', () => {
    const whole = 'type: number, bounds: { whole: true }'
    expect(read('3.0', whole)).toBe('3')
    expect(read(3.5, whole)).toBe(
      'CELL_OUT_OF_BOUNDS: received 3.5; whole numbers only.',
    )
  })

  it('may be a list of the only values', () => {
    const values = 'type: number, values: [0, 0.5, 1]'
    expect(read('0.50', values)).toBe('0.5')
    expect(read(0.7, values)).toBe(
      'CELL_OUT_OF_BOUNDS: received 0.7; the input takes 0, 0.5, 1.',
    )
  })
})

describe('a level', () => {
  const keys = 'type: level, values: [central, local]'

  it('is one of those that the input lists', () => {
    expect(read('central', keys)).toBe('central')
    expect(read('centrl', keys)).toBe(
      'CELL_NOT_A_LEVEL: received "centrl"; write one of central, local. Did you mean "central"?',
    )
    expect(read('', keys)).toContain('CELL_NOT_A_LEVEL: received ""')
    expect(read('constructor', keys)).toContain('CELL_NOT_A_LEVEL')
  })

  it('may look like a number or like a boolean', () => {
    const numbers = 'type: level, values: ["1", "2"]'
    expect(read(1, numbers)).toBe('1')
    expect(read('2', numbers)).toBe('2')
    expect(read(true, 'type: level, values: ["true", other]')).toBe('true')
  })

  it('is compared in Unicode form NFC', () => {
    const composed = 'type: level, values: ["\u0439"]'
    expect(read('\u0438\u0306', composed)).toBe('\u0439')
  })
})

describe('a boolean', () => {
  it('is true or false, in text too', () => {
    const keys = 'type: boolean'
    expect(read(true, keys)).toBe('true')
    expect(read('FALSE', keys)).toBe('false')
    for (const cell of [1, 0, 'yes', '1', ''])
      expect(read(cell, keys)).toContain('CELL_NOT_A_BOOLEAN: received')
    expect(read('yes', keys)).toContain('write true or false')
  })
})

describe('a date', () => {
  it('is a day that there is, as YYYY-MM-DD', () => {
    const keys = 'type: date'
    expect(read('2012-02-29', keys)).toBe('2012-02-29')
    for (const cell of ['2013-02-29', '2012-13-01', '19.01.2012', 2012, ''])
      expect(read(cell, keys)).toContain('CELL_NOT_A_DATE: received')
    expect(read('19.01.2012', keys)).toContain('write a date as 2012-01-19')
  })
})

describe('a text', () => {
  it('is carried as it is, in Unicode form NFC', () => {
    expect(read('  \u0438\u0306 ', 'type: text')).toBe('  \u0439 ')
    expect(read(5, 'type: text')).toContain('CELL_NOT_TEXT: received 5')
    expect(read({ notACell: 'an object' }, 'type: text')).toContain(
      'CELL_NOT_TEXT: received an object; write a single text',
    )
  })
})

describe('an empty cell', () => {
  it('is neither zero, nor false, nor empty text', () => {
    for (const keys of ['type: number', 'type: boolean', 'type: text'])
      expect(read(null, keys)).toBe('empty')
    expect(read('', 'type: text')).toBe('')
    expect(read(0)).toBe('0')
    expect(read('0')).toBe('0')
  })
})
