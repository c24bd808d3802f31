/** How the table of results is laid out, and how a long one comes to be drawn. */
import { describe, expect, it } from 'vitest'

import { askedBodies } from '../../../studio/features/runs/asked-bodies.js'
import { resultRows } from '../../../studio/features/runs/result-rows.js'
import { rowGroups } from '../../../studio/features/runs/row-groups.js'
import {
  columnCount,
  figureWidth,
  layoutWidths,
  tableLayout,
} from '../../../studio/features/runs/table-layout.js'
import { unscoredBodies } from '../../../studio/features/runs/unscored.js'
import { inventedBody, inventedResult, scoredBody } from './invented-result.js'

const flag = {
  ...{ flag: 'late', rule: 'late', about: null },
  ...{ citation: '53', undecided: false },
}
const total = { output: 'total', isRanked: true, isTotal: true }
const rowsOf = (...bodies: Parameters<typeof inventedResult>[0]) =>
  resultRows(inventedResult(bodies), null, () => null)

describe('the columns', () => {
  it('are those that any row has something for', () => {
    const plain = tableLayout(rowsOf(scoredBody('a', '4')), [total], false)
    expect(columnCount(plain)).toBe(3)
    const flagged = rowsOf(
      scoredBody('a', '4'),
      scoredBody('b', '2', { flags: [flag] }),
    )
    const layout = tableLayout(flagged, [total], true)
    expect(layout).toMatchObject({ hasFlags: true, hasDeductions: false })
    expect(columnCount(layout)).toBe(5)
    expect(layoutWidths(layout, [8])['--tracks']).toBe(
      'var(--place) minmax(0, 1fr) 8rem 12rem 6.5rem',
    )
  })

  it('of figures are wide enough for the longest word of a head', () => {
    expect(figureWidth('Total')).toBe(8)
    // 16 letters of 0.57 and a space of 1.25 are 10.37.
    expect(figureWidth('Ұйымдастырушылық даму')).toBe(10.5)
    expect(figureWidth('a'.repeat(300))).toBe(12)
  })

  it('have bars that are measured from the greatest figure, and none below zero', () => {
    const rows = rowsOf(scoredBody('a', '4'), scoredBody('b', '2'))
    const bars = { output: 'total', whole: 4 }
    expect(tableLayout(rows, [total], true).bars).toEqual(bars)
    const below = rowsOf(scoredBody('a', '4'), scoredBody('b', '-2'))
    expect(tableLayout(below, [total], true).bars).toBeNull()
  })
})

describe('the rows of a long table', () => {
  it('all stand in groups, in their order', () => {
    const rows = Array.from({ length: 2001 }, (_, index) => index)
    const groups = rowGroups(rows)
    expect(groups.flatMap((group) => group.rows)).toEqual(rows)
    expect(groups.every(({ from, rows }) => rows[0] === from)).toBe(true)
    expect(groups.at(-1)?.rows).toEqual([2000])
  })
})

describe('what a reader asks for', () => {
  const broken = { id: 'd', errors: [] }
  const result = inventedResult(
    [
      scoredBody('a', '1', { name: 'Almaty' }),
      inventedBody('b', { status: 'not-scored', name: 'Ministry' }),
      inventedBody('c', { status: 'not-scored', name: 'Agency' }),
    ],
    { leftOut: [broken] },
  )
  const plain = { text: '', status: '', flag: '' }
  const unscoredBy = (filter: Partial<typeof plain>) => {
    const asked = askedBodies(result, { ...plain, ...filter }, shown)
    return unscoredBodies(result, asked).flatMap(({ bodies }) =>
      bodies.map(({ id }) => id),
    )
  }
  /** As a register would have it in Kazakh. */
  const KAZAKH = new Map([['b', 'Министрлік']])
  const shown = ({ id }: { readonly id: string }) => {
    const text = KAZAKH.get(id)
    if (text === undefined) return null
    return { text, language: 'kk' as const, isFallback: false }
  }

  it('holds for the bodies without a total as well', () => {
    expect(unscoredBy({})).toEqual(['b', 'c', 'd'])
    expect(unscoredBy({ text: 'd' })).toEqual(['d'])
    expect(unscoredBy({ status: 'scored' })).toEqual([])
    expect(unscoredBy({ status: 'not-scored' })).toEqual(['b', 'c'])
  })

  it('is found by the name that is shown', () => {
    expect(unscoredBy({ text: 'министр' })).toEqual(['b'])
    expect(unscoredBy({ text: 'Ministry' })).toEqual([])
  })
})
