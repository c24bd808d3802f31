/** Rows in the order, and of the kind, that a reader asks for. */
import { describe, expect, it } from 'vitest'

import { shownName, type NamedBody } from '../../../studio/bodies/shown-name.js'
import { filterRows } from '../../../studio/features/runs/filter-rows.js'
import { resultRows } from '../../../studio/features/runs/result-rows.js'
import { sortRows } from '../../../studio/features/runs/sort-rows.js'
import { inventedBody, inventedResult, scoredBody } from './invented-result.js'

const flag = {
  ...{ flag: 'late', rule: 'late', about: null },
  ...{ citation: '53', undecided: false },
}
const unscored = { outputs: { total: null }, exact: { total: null } }

/** As names are where no register gives them. */
const nameOf = (body: NamedBody) => shownName(body, null, 'kk')

const rows = resultRows(
  inventedResult(
    [
      scoredBody('a', '9.5', { name: 'Ұлт' }),
      scoredBody('b', '10', { name: 'Үй', flags: [flag] }),
      scoredBody('c', '9.50000000000000000001', { name: 'Әкім' }),
      inventedBody('d', { ...unscored, status: 'not-scored', name: 'Ақ' }),
    ],
    {
      rankings: {
        r: [
          { place: 1, id: 'b', value: 10 },
          { place: 2, id: 'c', value: 9.5 },
          { place: 2, id: 'a', value: 9.5 },
        ],
      },
      leftOutOfRankings: {
        r: [{ id: 'd', reason: 'missing', rule: null, citation: null }],
      },
    },
  ),
  'r',
  nameOf,
)

const idsBy = (by: string, direction: 'ascending' | 'descending') =>
  sortRows(rows, { by, direction }).map(({ id }) => id)

describe('sorting', () => {
  it('by a figure tells apart what falls together as floating numbers', () => {
    expect(idsBy('figure.total', 'ascending')).toEqual(['a', 'c', 'b', 'd'])
  })

  it('leaves what is not there at the end, in either direction', () => {
    expect(idsBy('figure.total', 'descending')).toEqual(['b', 'c', 'a', 'd'])
    expect(idsBy('place', 'descending').at(-1)).toBe('d')
  })

  it('by name follows the Kazakh alphabet', () => {
    expect(idsBy('body', 'ascending')).toEqual(['d', 'c', 'a', 'b'])
  })

  it('by place keeps those who share one together, by name', () => {
    expect(idsBy('place', 'ascending')).toEqual(['b', 'c', 'a', 'd'])
  })
})

describe('the filters', () => {
  const all = { text: '', status: '', flag: '' }
  const ids = (part: Partial<typeof all>) =>
    filterRows(rows, { ...all, ...part }).map(({ id }) => id)

  it('find a name in capitals or not, and an id', () => {
    expect(ids({ text: 'ӘКІМ' })).toEqual(['c'])
    expect(ids({ text: ' d ' })).toEqual(['d'])
    expect(ids({ text: 'nobody' })).toEqual([])
  })

  it('keep the bodies of a status, and those with a flag', () => {
    expect(ids({ status: 'not-scored' })).toEqual(['d'])
    expect(ids({ flag: 'late' })).toEqual(['b'])
    expect(ids({ flag: 'late', status: 'not-scored' })).toEqual([])
  })
})
