/** Rows of the tables of every file: a cell, a row, a block of cells is changed, and nothing beside it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { filePart } from '../../../studio/features/editor/file/file-part.js'
import {
  cellPlace,
  keyedTable,
  type KeyedTable,
} from '../../../studio/features/editor/rows/keyed-table.js'
import {
  cellEdit,
  moveRowEdit,
  newRowEdit,
  pasteEdit,
  removeRowEdit,
} from '../../../studio/features/editor/rows/row-edits.js'
import { EditRefused } from '../../../studio/features/editor/text/edit-refused.js'
import {
  readFile,
  type Plain,
} from '../../../studio/features/editor/text/read-file.js'
import {
  applyChanges,
  type TextEdit,
} from '../../../studio/features/editor/text/text-change.js'
import { createTextHistory } from '../../../studio/features/editor/text/text-history.js'
import { FILES, WINDOWS_FILES, type TextFile } from './files.js'

const BY_HAND = `tables:
  # who is measured by what
  limits: # in points
    key: [kind, year]
    columns: { kind: text, year: number, most: { type: number, unit: points }, who: list, words: text }
    rows:
      # the central ones
      - { kind: central, year: 2020, most: 1/3, who: [a, b], words: "as said" } # first
      - kind: local # on lines
        # of the year
        year: 2020
        words: >-
          folded
          words
      - [central, 2021, null, [], '']

      # the last one
      - [
          local, # kind
          2021, 0.50, # most
          [a], 'it''s'
        ]
  names: [one, two # behind
    , three]
  none: { key: a, columns: { a: text, b: list }, rows: [] }
`

const hand: readonly TextFile[] = [
  { name: 'by hand', text: BY_HAND },
  { name: 'by hand with CRLF', text: BY_HAND.replaceAll('\n', '\r\n') },
]
const files = [...FILES, ...WINDOWS_FILES].filter(({ text }) =>
  /^tables:/m.test(text),
)

interface Drawn {
  readonly text: string
  readonly name: string
  readonly table: KeyedTable
}

const drawn: readonly Drawn[] = [...hand, ...files].flatMap(({ text, name }) =>
  tableNames(text).flatMap((key) => {
    const table = tableOf(text, key)
    return table ? [{ text, name: `${name}: ${key}`, table }] : []
  }),
)
const filled = drawn.filter(({ table }) => table.rows.length > 1)
const anyTable = fc.constantFrom(...filled)
const RUNS = { numRuns: 60 }

describe('rows of tables', () => {
  it('are found in every file that has tables', () => {
    expect(files.some(({ name }) => name.startsWith('rules/'))).toBe(true)
    expect(drawn.length).toBeGreaterThan(30)
  })

  it('take another value in a cell, and nothing beside it changes', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(), fc.nat(), ({ text, table }, y, x) => {
        const row = table.rows[y % table.rows.length]
        const column = x % table.shape.columns.length
        if (!row || row.cells[column] === undefined) return
        const place = cellPlace(table.shape, row, column)
        const range = readFile(text).rangeOf(place)
        const value = 'Қазақ, "тілі": #1'
        const after = edited(
          text,
          cellEdit(table.shape, [{ row, column, value }]),
        )
        expect(textAt(after, place)).toBe(value)
        expect(range).not.toBeNull()
        if (!range) return
        expect(after.startsWith(text.slice(0, range.from))).toBe(true)
        // A block of lines ends with its line break, which is not said again.
        expect(after.endsWith(text.slice(range.to).trimStart())).toBe(true)
      }),
      RUNS,
    )
  })

  it('take other values in all cells at once, and one step takes all back', () => {
    for (const { text, table, name } of filled) {
      const settings = table.rows.flatMap((row) =>
        table.shape.columns.map((_, column) => ({
          ...{ row, column, value: `cell ${row.index}, ${column}` },
        })),
      )
      const history = createTextHistory(text)
      const usable = settings.filter(({ row }) => row.form !== 'other')
      const edit = cellEdit(table.shape, usable)
      history.apply(edit(history.text.value))
      const after = history.text.value
      expect(commentsOf(after), name).toEqual(commentsOf(text))
      const cells = tableOf(after, keyOf(table))?.rows.flatMap((row) =>
        row.form === 'other' ? [] : row.cells,
      )
      expect(cells, name).toEqual(usable.map(({ value }) => value))
      history.undo()
      expect(history.text.value, name).toBe(text)
    }
  })

  it('are added and removed again without a trace', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(), ({ text, table }, draw) => {
        const after = draw % table.rows.length
        const more = edited(text, newRowEdit(table, after))
        const grown = tableOf(more, keyOf(table))
        expect(grown?.rows.length).toBe(table.rows.length + 1)
        expect(grown?.rows[after + 1]?.form).toBe(table.rows[after]?.form)
        expect(commentsOf(more)).toEqual(commentsOf(text))
        expect(edited(more, removeRowEdit(table.shape, after + 1))).toBe(text)
      }),
      RUNS,
    )
  })

  it('keep their comments when others are removed or moved', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(), fc.nat(), ({ text, table }, from, to) => {
        const { rows, shape } = table
        const row = from % rows.length
        const place = to % rows.length
        const moved = tried(text, moveRowEdit(shape, row, place))
        if (moved !== null) {
          expect(commentsOf(moved).sort()).toEqual(commentsOf(text).sort())
          const order = rows.map(({ cells }) => cells)
          const [own = []] = order.splice(row, 1)
          order.splice(place, 0, own)
          const now = tableOf(moved, keyOf(table))?.rows
          expect(now?.map(({ cells }) => cells)).toEqual(order)
        }
        const fewer = edited(text, removeRowEdit(shape, row))
        const others = rows.filter((each) => each.index !== row)
        const left = tableOf(fewer, keyOf(table))?.rows
        expect(left?.map(({ cells }) => cells)).toEqual(
          others.map(({ cells }) => cells),
        )
      }),
      RUNS,
    )
  })

  it('take a block of a spreadsheet, and rows that lack are added', () => {
    for (const { text, table, name } of drawn) {
      if (table.rows.some(({ form }) => form === 'other')) continue
      const last = table.rows.slice(-1)
      const columns = table.shape.columns.map((_, column) => column)
      const line = columns.map((column) => `p${column}`)
      const block = [line, line, line]
      const after = edited(
        text,
        pasteEdit(table, { rows: last, columns }, block),
      )
      const rows = tableOf(after, keyOf(table))?.rows ?? []
      expect(rows.length, name).toBe(table.rows.length + 3 - last.length)
      const pasted = table.shape.columns.map(({ type }, column) =>
        type === 'list' ? [`p${column}`] : `p${column}`,
      )
      for (const { cells } of rows.slice(-3)) {
        expect([...cells], name).toEqual(pasted)
      }
      expect(commentsOf(after), name).toEqual(commentsOf(text))
    }
  })

  it('stay the same objects where an edit leaves them alone', () => {
    const [{ text, table } = { text: '', table: null }] = filled
    const [row] = table?.rows ?? []
    if (!table || !row) throw new Error('There are no rows.')
    const setting = { row, column: 0, value: 'other' }
    const after = edited(text, cellEdit(table.shape, [setting]))
    const next = tableOf(after, keyOf(table), table)
    expect(next?.shape).toBe(table.shape)
    expect(next?.rows[0]).not.toBe(table.rows[0])
    expect(next?.rows[1]).toBe(table.rows[1])
  })
})

it('tells a missing cell from an empty text, an empty list and zero', () => {
  const rows = tableOf(BY_HAND, 'limits')?.rows
  expect(rows?.[2]?.cells.slice(2)).toEqual([{ literal: 'null' }, [], ''])
  expect(rows?.[1]?.cells[2]).toBeUndefined()
})

it('writes the first row of a table on a line of its own', () => {
  const table = tableOf(BY_HAND, 'none')
  if (!table) throw new Error('There is no table.')
  const text = BY_HAND.replace(
    /none: .*/,
    'none:\n    key: a\n    columns: { a: text, b: list }\n    rows: []',
  )
  expect(edited(text, newRowEdit(table, -1))).toBe(
    text.replace('rows: []\n', 'rows:\n      - [null, []]\n'),
  )
})

function tableNames(text: string): readonly string[] {
  const { tree } = readFile(text)
  const { tables } = tree as { readonly [key: string]: Plain }
  return Object.keys(tables ?? {})
}

function tableOf(
  text: string,
  name: string,
  before: KeyedTable | null = null,
): KeyedTable | null {
  const { tree } = readFile(text)
  return keyedTable(filePart(tree), tree, ['tables', name], before)
}

function keyOf({ shape }: KeyedTable): string {
  return String(shape.place[1])
}

function textAt(text: string, place: readonly (string | number)[]): unknown {
  return place.reduce<unknown>(
    (here, step) => (here as Record<string | number, unknown>)[step],
    readFile(text).tree,
  )
}

function edited(text: string, edit: TextEdit): string {
  return applyChanges(text, edit(text))
}

function tried(text: string, edit: TextEdit): string | null {
  try {
    return edited(text, edit)
  } catch (error) {
    if (error instanceof EditRefused) return null
    throw error
  }
}

/** Of the tables: their texts have no sign of a comment inside. */
function commentsOf(text: string): string[] {
  return text.match(/(?<=^|\s)#.*$/gm) ?? []
}
