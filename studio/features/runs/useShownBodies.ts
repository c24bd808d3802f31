/** The bodies of a result as they are asked for: the rows of the table, and who stands in the tables below it. */
import { computed, type ComputedRef } from 'vue'

import type { ScoreAnswer } from '../../api/answers.js'
import type { NamedBody } from '../../bodies/shown-name.js'
import type { BodyNames } from '../../bodies/useBodyNames.js'
import { askedBodies, isFiltered } from './asked-bodies.js'
import { filterRows } from './filter-rows.js'
import type { LeftOut } from './left-out-groups.js'
import { resultRows } from './result-rows.js'
import type { ResultsView } from './results-view.js'
import { sortRows } from './sort-rows.js'
import { unscoredBodies } from './unscored.js'

export function useShownBodies(
  result: ScoreAnswer,
  view: ComputedRef<ResultsView>,
  names: ComputedRef<BodyNames>,
) {
  const bodies = new Map(result.results.map((body) => [body.id, body]))
  const ranking = computed(() => view.value.ranking)
  /** All of the ranking. */
  const rows = computed(() =>
    resultRows(result, ranking.value, names.value.shown),
  )
  const found = computed(() => filterRows(rows.value, view.value.filter))
  const sorted = computed(() => sortRows(found.value, view.value.sorting))
  const asked = computed(() =>
    askedBodies(result, view.value.filter, names.value.shown),
  )
  const unscored = computed(() => unscoredBodies(result, asked.value))
  /** All of the ranking too. */
  const leftOut = computed(
    () => result.leftOutOfRankings[ranking.value ?? ''] ?? [],
  )
  return {
    ...{ rows, found, sorted, unscored, leftOut, onlyAsked },
    isFiltered: computed(() => isFiltered(view.value.filter)),
    /** As the result has it; who is not in it has no name there. */
    bodyOf: (id: string): NamedBody => bodies.get(id) ?? { id, name: null },
  }

  function onlyAsked(all: readonly LeftOut[]): readonly LeftOut[] {
    return all.filter(({ id }) => asked.value.has(id))
  }
}
