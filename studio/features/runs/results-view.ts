/** What of the screen stands in its address: table, order, filters. */
import type { LocationQuery } from 'vue-router'

import type { RowFilter } from './filter-rows.js'
import type { Sorting } from './sort-rows.js'

export interface ResultsView {
  /** null for the table of all bodies. */
  readonly ranking: string | null
  readonly sorting: Sorting
  readonly filter: RowFilter
  /** Figures beside the total and its blocks are shown as well. */
  readonly areAllFigures: boolean
}

/** @param tables - the rankings of the result, and null where there is a table of all bodies */
export function viewOfQuery(
  query: LocationQuery,
  tables: readonly (string | null)[],
  first: string | null,
): ResultsView {
  const text = (key: string) => {
    const value = query[key]
    return typeof value === 'string' ? value : ''
  }
  const asked = 'all' in query ? null : text('ranking')
  const ranking = tables.includes(asked) ? asked : first
  const by = text('sort') || (ranking === null ? 'body' : 'place')
  return {
    ranking,
    sorting: {
      by,
      direction: text('order') === 'descending' ? 'descending' : 'ascending',
    },
    filter: { text: text('find'), status: text('status'), flag: text('flag') },
    areAllFigures: text('figures') === 'all',
  }
}

/** What is as it is at first is left out. */
export function queryOfView(
  { ranking, sorting, filter, areAllFigures }: ResultsView,
  first: string | null,
): Record<string, string | null> {
  const usual = ranking === null ? 'body' : 'place'
  return {
    ...(ranking === first
      ? {}
      : ranking === null
        ? { all: null }
        : { ranking }),
    ...(sorting.by === usual && sorting.direction === 'ascending'
      ? {}
      : { sort: sorting.by }),
    ...(sorting.direction === 'ascending' ? {} : { order: 'descending' }),
    ...(filter.text === '' ? {} : { find: filter.text }),
    ...(filter.status === '' ? {} : { status: filter.status }),
    ...(filter.flag === '' ? {} : { flag: filter.flag }),
    ...(areAllFigures ? { figures: 'all' } : {}),
  }
}
