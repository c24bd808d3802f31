/** Data on their way to the server: what they are, the files, what has been corrected, and what came of it. */
import { computed, reactive, shallowReadonly, shallowRef } from 'vue'

import { answerOf, useApi } from '../../../api/client.js'
import type { components } from '../../../api/openapi.js'
import { ServerRefusal } from '../../../api/problem.js'
import { badPlaces, correctFiles, type BadPlace } from './bad-places.js'
import {
  addFiles,
  areOneSet,
  bodyOf,
  chosenFile,
  faultOf,
  looksLikeDecimalComma,
  type ChosenFile,
} from './chosen-files.js'

export type LoadedDataSet = components['schemas']['LoadedDataSet']

export interface DataDescription {
  methodology: string
  /** '' is the one in force in the year. */
  version: string
  year: string
  name: string
  source: string
  hasDecimalComma: boolean
}

/** @param asSent - the file with its columns named as the methodology names them */
export function useNewData(
  asSent: (file: ChosenFile) => ChosenFile,
  replaces: () => string | null,
) {
  const api = useApi()
  const about: DataDescription = reactive({
    ...{ methodology: '', version: '', year: '', name: '', source: '' },
    hasDecimalComma: false,
  })
  const files = shallowRef<readonly ChosenFile[]>([])
  const places = shallowRef<readonly BadPlace[]>([])
  /** Key of a place -> what was typed for it. */
  const typed = reactive(new Map<string, string>())
  const error = shallowRef<unknown>(null)
  const done = shallowRef<LoadedDataSet | null>(null)
  const isSending = shallowRef(false)

  async function add(chosen: readonly File[]): Promise<void> {
    error.value = null
    try {
      const read = await Promise.all(
        chosen.map(async (file) =>
          chosenFile(file.name, new Uint8Array(await file.arrayBuffer())),
        ),
      )
      choose(addFiles(files.value, read))
    } catch (thrown) {
      error.value = thrown
    }
  }

  function remove({ name }: ChosenFile): void {
    choose(files.value.filter((file) => file.name !== name))
  }

  function choose(chosen: readonly ChosenFile[]): void {
    files.value = chosen
    places.value = []
    typed.clear()
    about.hasDecimalComma = looksLikeDecimalComma(chosen)
  }

  /** What was typed stays as it is until the server has answered. */
  async function send(): Promise<void> {
    if (isSending.value) return
    isSending.value = true
    error.value = null
    const corrected = correctFiles(files.value, places.value, typed)
    const sent = corrected.map(asSent)
    try {
      done.value = await post(sent)
      files.value = corrected
    } catch (thrown) {
      if (!isRefusedData(thrown)) {
        error.value = thrown
        return
      }
      files.value = corrected
      typed.clear()
      places.value = badPlaces(thrown.problem.errors, sent)
    } finally {
      isSending.value = false
    }
  }

  async function post(sent: readonly ChosenFile[]): Promise<LoadedDataSet> {
    const { methodology, version, year, name, source } = about
    const replaced = replaces()
    const { type, bytes } = await bodyOf(sent)
    const query = {
      ...{ methodology, year, name, source },
      ...(version === '' ? {} : { version }),
      ...(replaced === null ? {} : { replaces: replaced }),
      ...(about.hasDecimalComma ? { decimal: 'comma' as const } : {}),
    }
    return answerOf(
      api.POST('/v1/data-sets', {
        params: { query },
        headers: { 'Content-Type': type },
        body: bytes,
        bodySerializer: () => bytes,
      }),
    )
  }

  function restart(): void {
    choose([])
    done.value = null
    Object.assign(about, { name: '', source: '' })
  }

  return {
    about,
    typed,
    files: shallowReadonly(files),
    places: shallowReadonly(places),
    error: shallowReadonly(error),
    done: shallowReadonly(done),
    isSending: shallowReadonly(isSending),
    canSend: computed(
      () =>
        files.value.length > 0 &&
        areOneSet(files.value) &&
        files.value.every((file) => faultOf(file) === null),
    ),
    /** As it would be sent now. */
    corrected: () => correctFiles(files.value, places.value, typed).map(asSent),
    ...{ add, remove, send, restart },
  }
}

function isRefusedData(error: unknown): error is ServerRefusal {
  return error instanceof ServerRefusal && error.problem.code === 'DATA_REFUSED'
}
