/** The address of a table brings back what was shown. */
import { describe, expect, it } from 'vitest'

import {
  queryOfView,
  viewOfQuery,
} from '../../../studio/features/runs/results-view.js'

const TABLES = ['central', 'local', null]

describe('the address of the results', () => {
  it('is plain for what is shown at first', () => {
    const view = viewOfQuery({}, TABLES, 'central')
    expect(view.ranking).toBe('central')
    expect(view.sorting).toEqual({ by: 'place', direction: 'ascending' })
    expect(queryOfView(view, 'central')).toEqual({})
  })

  it.each([
    { ranking: 'local', sort: 'figure.total', order: 'descending' },
    { all: null, find: 'Әкім', status: 'not-scored', flag: 'late' },
    { figures: 'all', sort: 'body' },
  ])('says again what it was read from: %o', (query) => {
    const view = viewOfQuery(query, TABLES, 'central')
    expect(queryOfView(view, 'central')).toEqual(query)
  })

  it('falls back to the first table where it names another', () => {
    const view = viewOfQuery({ ranking: 'unknown' }, TABLES, 'central')
    expect(view.ranking).toBe('central')
  })
})
