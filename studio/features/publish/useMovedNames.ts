/** What bodies and rankings are called in the run that a draft is compared with; their keys serve until that is known. */
import { computed, type ComputedRef } from 'vue'

import { useApi } from '../../api/client.js'
import type { NamedBody } from '../../bodies/shown-name.js'
import { useBodyNames, type BodyNames } from '../../bodies/useBodyNames.js'
import type { FileTitle } from '../../language/title-text.js'
import { useLoad } from '../../loading/useLoad.js'
import { loadRun } from '../runs/load-run.js'

export interface MovedNames {
  readonly rankingTitle: (ranking: string) => FileTitle
  /** As the run has it. */
  readonly bodyOf: (id: string) => NamedBody
  readonly names: ComputedRef<BodyNames>
}

/** @param run - its id; null while it is not known */
export function useMovedNames(run: () => string | null): MovedNames {
  const api = useApi()
  const { load } = useLoad(async (signal) => {
    const id = run()
    return id === null ? null : loadRun(api, id, signal)
  })
  const opened = computed(() =>
    load.value.kind === 'ready' ? load.value.value : null,
  )
  const bodies = computed(
    () => new Map(opened.value?.result.results.map((body) => [body.id, body])),
  )
  return {
    rankingTitle: (ranking) =>
      opened.value?.outline?.rankings.get(ranking)?.title ?? null,
    bodyOf: (id) => bodies.value.get(id) ?? { id, name: null },
    names: useBodyNames(() => opened.value?.names ?? null),
  }
}
