/** Who stands in the table of a ranking, and with which figures. */
import { describe, expect, it } from 'vitest'

import { figureState } from '../../../studio/features/runs/figure-state.js'
import {
  firstTable,
  resultRows,
  tablesOf,
} from '../../../studio/features/runs/result-rows.js'
import { inventedBody, inventedResult, scoredBody } from './invented-result.js'

const result = inventedResult(
  [scoredBody('a', '1'), scoredBody('b', '2'), scoredBody('c', '3')],
  {
    rankings: {
      none: [],
      first: [
        { place: 1, id: 'b', value: 2 },
        { place: 1, id: 'a', value: 2 },
      ],
    },
    leftOutOfRankings: { none: [], first: [] },
  },
)

/** Has named a body. */
const nobody = () => null

describe('the table of a ranking', () => {
  it('has the places of the answer, ties included', () => {
    const rows = resultRows(result, 'first', nobody)
    expect(rows.map(({ id, place }) => [id, place])).toEqual([
      ['b', 1],
      ['a', 1],
    ])
  })

  it('has those who were left out of it as well, without a place', () => {
    const leftOut = { id: 'c', reason: 'excluded', rule: null, citation: null }
    const rows = resultRows(
      { ...result, leftOutOfRankings: { first: [leftOut] } },
      'first',
      nobody,
    )
    expect(rows.at(-1)).toMatchObject({ id: 'c', place: null })
  })

  it('stands beside a table of all bodies where it does not have them all', () => {
    expect(tablesOf(result)).toEqual(['none', 'first', null])
    expect(resultRows(result, null, nobody)).toHaveLength(3)
  })

  it('is opened first where anybody stands in it', () => {
    expect(firstTable(result)).toBe('first')
    expect(firstTable(inventedResult([scoredBody('a', '1')]))).toBeNull()
  })
})

describe('deductions', () => {
  it('are added up exactly and counted', () => {
    const points = (points: number) => ({
      ...{ rule: 'late', points, pointsBeforeCap: points, citation: '53' },
    })
    const body = scoredBody('a', '1', {
      deductions: [points(0.1), points(0.2)],
    })
    const [row] = resultRows(inventedResult([body]), null, nobody)
    expect(row?.deductions).toEqual({ sum: '0.3', count: 2 })
  })
})

describe('a figure', () => {
  it('that is zero is a number', () => {
    const body = scoredBody('a', '0')
    expect(figureState(body, 'total')).toEqual({ kind: 'decimal', text: '0' })
  })

  it('that is missing, taken away or withheld says which', () => {
    const outputs = { total: null }
    const exact = { total: null }
    const nothing = { outputs, exact }
    const missing = [
      {
        ...{ output: 'total', input: 'h', row: null },
        ...{ reason: 'not given in the data', code: 'NOT_GIVEN' },
      },
    ]
    const taken = [{ criterion: 'total', rule: 'r', citation: '5' }]
    const withheld = [{ output: 'total', inputs: ['h'] }]
    const kindOf = (part: object) =>
      figureState(inventedBody('a', { ...nothing, ...part }), 'total').kind
    expect(kindOf({ missing })).toBe('missing')
    expect(kindOf({ missing, notApplicable: taken })).toBe('missing')
    expect(kindOf({ notApplicable: taken })).toBe('notApplicable')
    expect(kindOf({ restricted: withheld })).toBe('restricted')
  })

  it('that is a level of a scale is a word', () => {
    const body = inventedBody('a', {
      outputs: { level: 'A' },
      exact: { level: 'A' },
    })
    expect(figureState(body, 'level')).toEqual({ kind: 'word', text: 'A' })
  })
})
