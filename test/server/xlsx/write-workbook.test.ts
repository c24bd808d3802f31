import { SaxesParser } from 'saxes'
import { unzipSync, strFromU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fitsCell } from '../../../engine/workbook/number-text.js'
import { readWorkbook } from '../../../server/xlsx/read-workbook.js'
import { EMPTY, type Cell, type Sheet } from '../../../server/xlsx/sheet.js'
import { ServiceRefusal } from '../../../server/service-refusal.js'
import { writeWorkbook } from '../../../server/xlsx/write-workbook.js'

function sheet(more: Partial<Sheet> = {}): Sheet {
  return { name: 'bodies', header: ['id', 'x'], rows: [], ...more }
}

/** Every sign that text may have: control characters and escapes of workbooks too. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('_x000D_', '_x005F_', 'a\r\nb', '\u0000', '=1+1', "'", ' x '),
)
const decimal = fc
  .tuple(fc.maxSafeInteger(), fc.nat(20))
  .map(([digits, places]) => `${digits}e-${places}`)
  .map((text) => String(Number(text)))
const date = fc
  .date({
    min: new Date('1890-01-01'),
    max: new Date('2200-01-01'),
    noInvalidDate: true,
  })
  .map((day) => day.toISOString().slice(0, 10))

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(EMPTY),
  anyText.map((text) => ({ kind: 'text', text }) as const),
  decimal.map((text) => ({ kind: 'decimal', text }) as const),
  date.map((text) => ({ kind: 'date', text }) as const),
  fc.boolean().map((boolean) => ({ kind: 'boolean', boolean }) as const),
)

function textOf(cell: Cell): string {
  if (cell.kind === 'empty') return ''
  return cell.kind === 'boolean' ? String(cell.boolean) : cell.text
}

/** XML parts by their names. */
function parts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const files = Object.entries(unzipSync(bytes))
  return new Map(files.map(([name, content]) => [name, strFromU8(content)]))
}

function sheetText(rows: Sheet['rows']): string {
  const bytes = writeWorkbook([sheet({ rows })])
  return parts(bytes).get('xl/worksheets/sheet1.xml') ?? ''
}

describe('a written workbook', () => {
  it('is read back as it was, whatever stands in its cells', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.uuid(), anyCell), { minLength: 1, maxLength: 5 }),
        async (lines) => {
          const rows = lines.map(([id, cell]): Cell[] => [
            { kind: 'text', text: id },
            cell,
          ])
          const bytes = writeWorkbook([sheet({ rows })])
          const { sheets, problems } = await readWorkbook(bytes, 'x')
          expect(problems).toEqual([])
          const read = sheets[0]?.read
          expect(read?.problems).toEqual([])
          const found = read?.table.rows.map(({ cells }) => cells[1])
          expect(found).toEqual(lines.map(([, cell]) => textOf(cell)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('has parts that are all well-formed XML', () => {
    const nasty = sheet({
      name: 'a "b" & <c>',
      header: ['<x>', '&'],
      rows: [[{ kind: 'text', text: ']]><&"\u0001' }]],
    })
    for (const [, text] of parts(writeWorkbook([sheet(), nasty]))) {
      const parser = new SaxesParser({ xmlns: true })
      expect(() => parser.write(text).close()).not.toThrow()
    }
  })

  it('keeps text as text, also where it looks like a formula', () => {
    const written = sheetText([[{ kind: 'text', text: '=1+1' }]])
    expect(written).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1<')
    expect(written).not.toContain('<f>')
  })

  it('writes a number of at most 15 digits as a number, and a longer one as text', () => {
    expect(sheetText([[{ kind: 'decimal', text: '0.811' }]])).toContain(
      '<c r="A2"><v>0.811</v></c>',
    )
    const long = '0.81122559083911087628'
    expect(fitsCell(long)).toBe(false)
    expect(sheetText([[{ kind: 'decimal', text: long }]])).toContain(
      `<t xml:space="preserve">${long}</t>`,
    )
  })

  it('writes a day as its number and the format of a date', () => {
    // 2012-01-19 is 40927 days after 1899-12-30.
    expect(sheetText([[{ kind: 'date', text: '2012-01-19' }]])).toContain(
      '<c r="A2" s="1"><v>40927</v></c>',
    )
    expect(sheetText([[{ kind: 'date', text: '1899-05-01' }]])).toContain(
      '>1899-05-01</t>',
    )
  })

  it('has a header that stays in sight', () => {
    expect(sheetText([])).toContain('ySplit="1"')
  })

  it('is the same bytes at any time', () => {
    const rows: Cell[][] = [[{ kind: 'text', text: 'a' }]]
    const one = writeWorkbook([sheet({ rows })])
    expect(Buffer.from(writeWorkbook([sheet({ rows })])).equals(one)).toBe(true)
  })

  it.each([
    ['a name of 32 signs', [sheet({ name: 'a'.repeat(32) })], '31 signs'],
    ['a name with a slash', [sheet({ name: 'a/b' })], 'this name'],
    [
      'two sheets of one name',
      [sheet(), sheet({ name: 'Bodies' })],
      'two sheets',
    ],
    [
      'a text that no cell holds',
      [sheet({ rows: [[{ kind: 'text', text: 'x'.repeat(32_768) }]] })],
      '32768 signs',
    ],
  ] as const)('is refused: %s', (_, sheets, words) => {
    const write = () => writeWorkbook(sheets)
    expect(write).toThrow(ServiceRefusal)
    expect(write).toThrow(words)
  })
})
