/** The table that is shown, its order and its filters, as the address has them. */
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import type { ScoreAnswer } from '../../api/answers.js'
import { firstTable, tablesOf } from './result-rows.js'
import { queryOfView, viewOfQuery, type ResultsView } from './results-view.js'
import type { Sorting } from './sort-rows.js'

export interface ShownView {
  readonly tables: readonly (string | null)[]
  readonly view: ComputedRef<ResultsView>
  readonly change: (part: Partial<ResultsView>) => void
  /** By a column, or in the other direction where it is sorted by it already. */
  readonly sortBy: (by: string) => void
  /** The address of another table with the same filters. */
  readonly addressOf: (ranking: string | null) => {
    readonly query: Record<string, string | null>
  }
}

/** Figures are read from the greatest downwards, names and places upwards. */
function firstDirection(by: string): Sorting['direction'] {
  return /^(figure\.|deductions$|flags$)/.test(by) ? 'descending' : 'ascending'
}

export function useResultsView(result: ScoreAnswer): ShownView {
  const route = useRoute()
  const router = useRouter()
  const tables = tablesOf(result)
  const first = firstTable(result)
  const view = computed(() => viewOfQuery(route.query, tables, first))

  function change(part: Partial<ResultsView>): void {
    const query = queryOfView({ ...view.value, ...part }, first)
    // A row that the address pointed at is not gone to again.
    void router.replace({ query })
  }

  return {
    ...{ tables, view, change },
    sortBy(by) {
      const { sorting } = view.value
      const other =
        sorting.direction === 'ascending' ? 'descending' : 'ascending'
      const direction = sorting.by === by ? other : firstDirection(by)
      change({ sorting: { by, direction } })
    },
    addressOf(ranking) {
      const by = ranking === null ? 'body' : 'place'
      const sorting: Sorting = { by, direction: 'ascending' }
      return { query: queryOfView({ ...view.value, ranking, sorting }, first) }
    },
  }
}
