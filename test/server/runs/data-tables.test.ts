import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  canonicalJson,
  DATA_LIMITS,
  type RawRow,
} from '../../../engine/index.js'
import { csvTable } from '../../../server/data/csv-table.js'
import { joinTables } from '../../../server/data/join-tables.js'
import { readBodyTable } from '../../../server/data/read-csv.js'
import { readXlsx } from '../../../server/data/read-xlsx.js'
import {
  dataTables,
  tableCsv,
  tableSheet,
} from '../../../server/runs/data-tables.js'
import { ServiceRefusal } from '../../../server/service-refusal.js'
import { writeWorkbook } from '../../../server/xlsx/write-workbook.js'

const OPTIONS = {
  year: 2021,
  decimalMark: 'point',
  limits: DATA_LIMITS,
} as const

interface Row {
  readonly cells: Readonly<Record<string, string>>
  readonly id: string
  readonly name: string | null
  readonly tables: Readonly<Record<string, readonly Row[]>>
}

const cellText = fc
  .oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('-5', '0.1', '=1', "'=1", "''", '2012-01-19', '1900-01-05'),
    fc.constantFrom('12345678901234567890', '007', 'true', ' ', 'ә\n"x"'),
  )
  .map((text) => text.normalize('NFC'))

function rowsOf(prefix: string, below: fc.Arbitrary<Row['tables']>) {
  const row = fc.record({
    cells: fc.dictionary(fc.constantFrom('a', 'b', 'c'), cellText, {
      minKeys: 1,
    }),
    name: fc.option(cellText),
    tables: below,
  })
  return fc
    .array(row, { minLength: 1, maxLength: 3 })
    .map((rows) =>
      rows.map((each, at): Row => ({ ...each, id: `${prefix}${at}` })),
    )
}

const parts = rowsOf('p', fc.constant({}))
const goals = rowsOf('g', fc.oneof(fc.constant({}), fc.record({ parts })))
const bodies = rowsOf('=b', fc.oneof(fc.constant({}), fc.record({ goals })))

/** Rows as readers give them, without places and empty cells. */
function plain({ cells, id, name, tables }: RawRow): unknown {
  const filled = [...cells].filter(([, cell]) => cell !== null)
  const below = [...tables].map(
    ([table, rows]) => [table, rows.map(plain)] as const,
  )
  return {
    cells: Object.fromEntries<unknown>(filled),
    id,
    name,
    tables: Object.fromEntries<unknown>(below),
  }
}

describe('a data set as tables', () => {
  it('is read back as it was, from CSV and from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (given) => {
        const tables = dataTables(canonicalJson({ bodies: given, year: 2021 }))
        const [first, ...others] = tables.map((table) => ({
          path: table.name.split('.'),
          read: csvTable(tableCsv(table), table.name, 'point'),
        }))
        if (!first) throw new Error('There is no table of bodies')
        const fromCsv = joinTables(
          readBodyTable(first.read, OPTIONS),
          others,
          OPTIONS,
        )
        const bytes = writeWorkbook(tables.map(tableSheet))
        const fromXlsx = await readXlsx(bytes, 'x', OPTIONS)
        for (const { dataset, problems } of [fromCsv, fromXlsx]) {
          expect(problems).toEqual([])
          expect(dataset.bodies.map(plain)).toEqual(given)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('keeps who imputed a value beside it', () => {
    const row = { cells: { x: '1' }, id: 'm', imputed: { x: 'Bureau' } }
    const data = { bodies: [{ ...row, name: null, tables: {} }], year: 2021 }
    const [table] = dataTables(JSON.stringify(data))
    expect(table?.header).toEqual(['id', 'x', 'imputed:x'])
    expect(table?.rows).toEqual([['m', '1', 'Bureau']])
  })

  const leaf = { cells: { x: '1' }, id: null, name: null, tables: {} }

  it.each([
    [
      'rows below a row without an id',
      {
        ...leaf,
        id: 'm',
        tables: { goals: [{ ...leaf, tables: { parts: [leaf] } }] },
      },
      'no id',
    ],
    ['an empty text', { ...leaf, id: 'm', cells: { x: '' } }, 'empty text'],
    [
      'an input named like a key',
      {
        ...leaf,
        id: 'm',
        tables: { goals: [{ ...leaf, cells: { body: '1' } }] },
      },
      '"body"',
    ],
  ])('is refused for %s, which only JSON can say', (_, body, words) => {
    const text = JSON.stringify({ bodies: [body], year: 2021 })
    expect(() => dataTables(text)).toThrow(ServiceRefusal)
    expect(() => dataTables(text)).toThrow(words)
  })
})
