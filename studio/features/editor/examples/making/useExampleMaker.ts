/** The data sets of a methodology, the bodies of one of them, and the body that an example is made of. */
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'

import type { Api } from '../../../../api/client.js'
import { useLoad, type Loaded } from '../../../../loading/useLoad.js'
import {
  loadEffectSource,
  type LoadedEffectSource,
} from '../../../effect/load-effect-setting.js'
import type { OfferedExample, Opened, Tried } from './example-maker.js'
import { openMakerClient } from './maker-client.js'

export interface OpenedSource {
  readonly dataSets: LoadedEffectSource['dataSets']
  readonly chosen: LoadedEffectSource['chosen']
  /** null where there is no data set. */
  readonly opened: Opened | null
}

export interface ExampleMaking {
  readonly source: Loaded<OpenedSource>
  /** null where none is chosen. */
  readonly offered: Loaded<OfferedExample | null>
  /** The id; null for the newest of the last year. */
  readonly dataSet: Ref<string | null>
  readonly body: Ref<string>
  readonly withOthers: Ref<boolean>
  readonly attempt: (text: string) => Promise<Tried>
}

/** @param text - of the draft, which does not change meanwhile */
export function useExampleMaker(
  api: Api,
  text: string,
  base: { readonly methodology: string; readonly version: string },
): ExampleMaking {
  const client = openMakerClient()
  onScopeDispose(() => client.close())
  const dataSet = ref<string | null>(null)
  const body = ref('')
  const withOthers = ref(false)
  const isOpened = shallowRef(false)

  const source = useLoad(async (signal) => {
    const from = { ...base, dataSet: dataSet.value }
    isOpened.value = false
    const { dataSets, chosen } = await loadEffectSource(api, from, signal)
    const { setting } = chosen ?? {}
    const opened = setting
      ? await client.ask({ kind: 'open', text, setting })
      : null
    isOpened.value = opened?.kind === 'opened'
    return { dataSets, chosen, opened }
  })
  const asked = computed(() =>
    isOpened.value && body.value !== ''
      ? { body: body.value, withOthers: withOthers.value }
      : null,
  )
  const offered = useLoad(async () => {
    const wanted = asked.value
    return wanted ? client.ask({ kind: 'example', ...wanted }) : null
  })
  watch(dataSet, () => (body.value = ''))
  return {
    ...{ source, offered, dataSet, body, withOthers },
    attempt: (next) => client.ask({ kind: 'try', text: next }),
  }
}
