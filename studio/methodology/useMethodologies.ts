/** The methodologies of the server, fetched once for a screen. */
import { computed, type ComputedRef } from 'vue'

import type { ListedMethodology, Methodologies } from '../api/answers.js'
import { answerOf, useApi } from '../api/client.js'
import { useLoad, type Loaded } from '../loading/useLoad.js'

export interface MethodologyStock {
  readonly loaded: Loaded<Methodologies>
  /** None until they are there. */
  readonly methodologies: ComputedRef<readonly ListedMethodology[]>
}

export function useMethodologies(): MethodologyStock {
  const api = useApi()
  const loaded = useLoad((signal) =>
    answerOf(api.GET('/v1/methodologies', { signal })),
  )
  const methodologies = computed(() =>
    loaded.load.value.kind === 'ready'
      ? loaded.load.value.value.methodologies
      : [],
  )
  return { loaded, methodologies }
}
