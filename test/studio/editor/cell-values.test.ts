/** What is typed or pasted into a cell, and where the keys of a grid lead. */
import { describe, expect, it } from 'vitest'

import {
  cellText,
  pastedCell,
  writtenCell,
} from '../../../studio/features/editor/rows/cell-value.js'
import {
  movedSpot,
  nearestSpot,
} from '../../../studio/features/editor/rows/grid-moves.js'
import type {
  Cell,
  CellType,
  TableColumn,
} from '../../../studio/features/editor/rows/keyed-table.js'
import {
  copiedCell,
  pastedBlock,
} from '../../../studio/features/editor/rows/pasted-block.js'
import { rowRemarks } from '../../../studio/features/editor/rows/row-remarks.js'
import type { Written } from '../../../studio/features/editor/text/written.js'

const literal = (text: string) => ({ literal: text })

function column(
  type: CellType,
  choices: TableColumn['choices'] = [],
): TableColumn {
  return {
    ...{ name: 'x', title: {}, type, unit: null },
    ...{ isKey: false, choices },
  }
}

describe('a cell', () => {
  it.each<[CellType, string, Written]>([
    ['number', '0.10', literal('0.10')],
    ['number', '1/3', '1/3'],
    ['number', '12345678901234567890.5', literal('12345678901234567890.5')],
    ['number', '0,45', literal('0.45')],
    ['number', '0,125', literal('0.125')],
    ['number', '', literal('null')],
    ['number', '0', literal('0')],
    ['boolean', 'иә', literal('true')],
    ['boolean', 'FALSE', literal('false')],
    ['date', '5.12.2024', '2024-12-05'],
    ['date', '2024-12-05', '2024-12-05'],
    ['text', '', ''],
    ['text', ' 5 ', ' 5 '],
    ['list', 'goals, orgdev;interaction', ['goals', 'orgdev', 'interaction']],
    ['list', '', []],
  ])('of type %s takes "%s"', (type, typed, written) => {
    expect(writtenCell(column(type), undefined, typed)).toEqual(written)
  })

  it.each<[CellType, string]>([
    ['number', 'about 5'],
    // Twelve hundred, or one and a bit.
    ['number', '1,234'],
    ['boolean', 'perhaps'],
    ['date', 'tomorrow'],
  ])(
    'of type %s keeps "%s" as text, for the engine to judge',
    (type, typed) => {
      expect(writtenCell(column(type), undefined, typed)).toBe(typed)
    },
  )

  it('is written as the values of its column are', () => {
    const years = column('level', [literal('2020'), 'later'])
    expect(writtenCell(years, undefined, '2020')).toEqual(literal('2020'))
    expect(writtenCell(years, undefined, 'sooner')).toBe('sooner')
  })

  it('stays a number where a text was written as one', () => {
    const text = column('text')
    expect(writtenCell(text, literal('43'), '44')).toEqual(literal('44'))
    expect(writtenCell(text, '43', '44')).toBe('44')
  })

  it('that is empty in a spreadsheet says nothing, and an empty text stays one', () => {
    const text = column('text')
    const pasted = (before: Cell) => pastedCell(text, before, ' ')
    expect(pasted('words')).toEqual(literal('null'))
    expect(pasted('')).toBe('')
    expect(pastedCell(column('list'), ['a'], '')).toEqual([])
  })

  it('is copied as it is typed', () => {
    expect(cellText(['a', 'b'])).toBe('a, b')
    expect(cellText(literal('~'))).toBe('')
  })
})

describe('a block of a spreadsheet', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\t\n\tb',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"two\nlines"\t"say ""x"""', [['two\nlines', 'say "x"']]],
    ['"all of it"', [['"all of it"']]],
    ['"A" блогы "B"\tc', [['"A" блогы "B"', 'c']]],
    ['', [['']]],
  ])('is read from %j', (text, cells) => {
    expect(pastedBlock(text)).toEqual(cells)
  })

  it.each(['a "b" c', '"all of it"', 'two\n"lines"', 'a\tb', ''])(
    'has the cell that was copied: %j',
    (text) => {
      expect(pastedBlock(copiedCell(text))).toEqual([[text]])
    },
  )
})

describe('the keys of a grid', () => {
  const extent = { rows: [1, 4, 7], columns: [0, 2] }
  const from = { row: 4, column: 0 }

  it.each([
    ['ArrowDown', false, { row: 7, column: 0 }],
    ['ArrowUp', false, { row: 1, column: 0 }],
    ['ArrowRight', false, { row: 4, column: 2 }],
    ['ArrowLeft', false, from],
    ['ArrowDown', true, { row: 7, column: 0 }],
    ['PageUp', false, { row: 1, column: 0 }],
    ['End', false, { row: 4, column: 2 }],
    ['End', true, { row: 7, column: 2 }],
    ['Home', true, { row: 1, column: 0 }],
  ])('lead with %s, far: %s', (key, isFar, to) => {
    expect(movedSpot(from, { key, isFar }, extent)).toEqual(to)
  })

  it('lead nowhere with a letter', () => {
    expect(movedSpot(from, { key: 'a', isFar: false }, extent)).toBeNull()
  })

  it('stay on the screen when their row has gone', () => {
    const gone = { row: 5, column: 1 }
    expect(nearestSpot(gone, extent)).toEqual({ row: 4, column: 0 })
    expect(nearestSpot(gone, { rows: [], columns: [0] })).toBeNull()
  })
})

it('tells a mistake of a cell from one of its row', () => {
  const shape = {
    ...{ place: ['tables', 't'], rowsPlace: ['tables', 't', 'rows'] },
    columns: [column('text'), { ...column('number'), name: 'n' }],
  }
  const rows = [
    { index: 0, form: 'list' as const, cells: ['a', 'b'] },
    { index: 1, form: 'table' as const, cells: ['a', 'b'] },
  ]
  const mistake = {
    ...{ code: 'WRONG_TYPE', message: 'wrong', line: 1, column: 1 },
  }
  const at = (...place: (string | number)[]) => ({
    mistake,
    place: [...shape.rowsPlace, ...place],
  })
  const remarks = rowRemarks({ shape, rows }, [
    ...[at(0, 1), at(0), at(1, 'n'), at(0, 7)],
    { mistake, place: ['tables', 'other', 'rows', 0, 0] },
  ])
  expect(remarks.get(0)).toEqual({
    own: [mistake, mistake],
    cells: new Map([[1, [mistake]]]),
  })
  expect(remarks.get(1)?.cells.get(1)).toEqual([mistake])
})
