import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvRecords } from '../../../server/data/csv-records.js'
import {
  guardedCell,
  guardedText,
  unguardedText,
} from '../../../server/data/guarded-text.js'

describe('text in CSV that a spreadsheet would take for a formula', () => {
  it.each(['=1+1', '+7', '-x', '@cmd', '\tx', '\rx'])(
    'gets an apostrophe: %j',
    (text) => {
      expect(guardedText(text)).toBe(`'${text}`)
    },
  )

  it('has its own apostrophe doubled', () => {
    expect(guardedText("'=1")).toBe("''=1")
    expect(guardedText("'n roll")).toBe("''n roll")
    expect(guardedText("rock'n")).toBe("rock'n")
  })

  it('is no number: a number keeps its sign', () => {
    expect(guardedCell('-12.5')).toBe('-12.5')
    expect(guardedCell('-12.5+A1')).toBe("'-12.5+A1")
  })

  it('is read as it was', () => {
    expect(unguardedText("'=1+1")).toBe('=1+1')
    expect(unguardedText("''=1")).toBe("'=1")
    expect(unguardedText("'n roll")).toBe("'n roll")
  })

  it('goes through a CSV file byte for byte', () => {
    const sign = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      "'",
      '\n',
      '"',
      ',',
      '1',
      '.',
      'ә',
    )
    const text = fc.oneof(fc.string({ unit: sign }), fc.string())
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
        for (const guard of [guardedText, guardedCell]) {
          const written = stringify([['x', ...cells.map(guard)]])
          const { records, broken } = csvRecords(written, ',')
          expect(broken).toBeNull()
          expect(records[0]?.cells).toEqual(['x', ...cells])
        }
      }),
      { numRuns: 1000 },
    )
  })
})
