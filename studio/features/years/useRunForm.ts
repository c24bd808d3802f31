/** What is chosen for a run, what its rules need beside it, and sending it. */
import {
  computed,
  reactive,
  readonly,
  shallowReadonly,
  shallowRef,
  watch,
} from 'vue'

import { answerOf, type Api } from '../../api/client.js'
import type { components } from '../../api/openapi.js'
import { useLoad } from '../../loading/useLoad.js'
import type { YearsStock } from './load-years.js'
import { loadRunNeeds } from './run-needs.js'
import {
  dataSetsFor,
  runRequest,
  suppliesFor,
  type RunChoice,
} from './run-request.js'
import { versionsOfYear } from './versions-of-year.js'

/** As it is while people choose; all but the tick is empty at first. */
interface RunFields extends Omit<Mutable<RunChoice>, 'supplies'> {
  supplies: Record<string, string>
}

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] }

export type Sending =
  | { readonly kind: 'idle' | 'sending' }
  | {
      readonly kind: 'done'
      readonly created: components['schemas']['CreatedRun']
    }
  | { readonly kind: 'refused'; readonly error: unknown }

/** @param asked - the data set that an address asks for */
export function useRunForm(
  api: Api,
  year: number,
  stock: YearsStock,
  asked: string | null = null,
) {
  const inForce = versionsOfYear(stock.methodologies, year)
  const given = stock.dataSets.find(
    (each) => each.id === asked && each.year === year,
  )
  const choice = reactive<RunFields>({
    ...{ version: '', register: '' },
    methodology: given?.methodology ?? '',
    dataSet: given?.id ?? '',
    supplies: {},
    leaveOutBroken: false,
  })
  const sending = shallowRef<Sending>({ kind: 'idle' })

  const standing = computed(() =>
    inForce.find(({ methodology }) => methodology === choice.methodology),
  )
  /** Of the methodology, those that can be applied to any year by name. */
  const versions = computed(
    () =>
      stock.methodologies
        .find(({ id }) => id === choice.methodology)
        ?.versions.filter(({ withdrawn }) => !withdrawn) ?? [],
  )
  /** null where several editions are in force, or no version. */
  const usual = computed(() => {
    const [version, second] = standing.value?.versions ?? []
    return version && !second ? version : null
  })
  const version = computed(() => choice.version || usual.value?.version || '')
  const dataSets = computed(() =>
    dataSetsFor(stock.dataSets, choice.methodology, year),
  )

  const { load: needs, again: readAgain } = useLoad(async (signal) => {
    const path = { methodology: choice.methodology, version: version.value }
    if (path.methodology === '' || path.version === '') return null
    const found = await loadRunNeeds(api, path, signal)
    if (!found) return null
    if (found.register === null) return { ...found, registers: [] }
    const { items } = await answerOf(api.GET('/v1/registers', { signal }))
    const registers = items.filter(({ id }) => id === found.register)
    return { ...found, registers }
  })
  const known = computed(() =>
    needs.value.kind === 'ready' ? needs.value.value : null,
  )
  const supplies = computed(() =>
    known.value
      ? suppliesFor(
          known.value,
          choice.methodology,
          year,
          stock.dataSets,
          stock.runs,
        )
      : [],
  )

  watch(
    () => choice.methodology,
    () => {
      choice.version = ''
      // What can only be one thing need not be chosen.
      const [first, second] = dataSets.value
      choice.dataSet = first && !second ? first.id : ''
    },
  )
  watch(version, () => {
    choice.register = ''
    choice.supplies = {}
  })

  const isComplete = computed(
    () =>
      choice.methodology !== '' &&
      version.value !== '' &&
      choice.dataSet !== '',
  )

  async function send(): Promise<void> {
    sending.value = { kind: 'sending' }
    const asked: RunChoice = { ...choice, version: version.value }
    const body = runRequest(asked, year, supplies.value)
    try {
      const created = await answerOf(api.POST('/v1/runs', { body }))
      sending.value = { kind: 'done', created }
    } catch (error) {
      sending.value = { kind: 'refused', error }
    }
  }

  return {
    ...{ choice, versions, usual, dataSets, needs, readAgain, known },
    ...{ supplies, isComplete, send },
    version: readonly(version),
    sending: shallowReadonly(sending),
  }
}
