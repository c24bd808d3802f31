/** The methodologies, as choices are named: by the title of the version that was listed last. */
import { computed, type ComputedRef } from 'vue'

import { answerOf, useApi } from '../../api/client.js'
import type { components } from '../../api/openapi.js'
import type { Language } from '../../language/languages.js'
import { titleText } from '../../language/title-text.js'
import { useLoad, type Loaded } from '../../loading/useLoad.js'

type Methodologies = components['schemas']['Methodologies']
export type Methodology = Methodologies['methodologies'][number]

export interface NamedMethodology {
  readonly id: string
  readonly title: string
}

export interface MethodologyList {
  readonly loaded: Loaded<Methodologies>
  /** None until they are there. */
  readonly methodologies: ComputedRef<readonly Methodology[]>
  readonly named: (language: Language) => readonly NamedMethodology[]
}

export function useMethodologies(): MethodologyList {
  const api = useApi()
  const loaded = useLoad((signal) =>
    answerOf(api.GET('/v1/methodologies', { signal })),
  )
  const methodologies = computed(() =>
    loaded.load.value.kind === 'ready'
      ? loaded.load.value.value.methodologies
      : [],
  )
  return {
    loaded,
    methodologies,
    named: (language) =>
      methodologies.value.map(({ id, versions }) => {
        const title = titleText(versions.at(-1)?.title ?? null, language)
        return { id, title: title ? `${title.text} (${id})` : id }
      }),
  }
}
