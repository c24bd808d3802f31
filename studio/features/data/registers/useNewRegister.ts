/** A register on its way to the server: checked first, its mistakes corrected, and kept only when somebody says so. */
import { computed, reactive, shallowReadonly, shallowRef, watch } from 'vue'

import { answerOf, useApi } from '../../../api/client.js'
import type { components } from '../../../api/openapi.js'
import { ServerRefusal } from '../../../api/problem.js'
import { badPlaces, correctFiles, type BadPlace } from '../load/bad-places.js'
import {
  bodyOf,
  chosenFile,
  faultOf,
  type ChosenFile,
} from '../load/chosen-files.js'

type Schemas = components['schemas']
export type CheckedRegister = Schemas['CheckedRegister']
export type LoadedRegister = Schemas['LoadedRegister']

/** What the server takes as the name that methodologies use. */
const ID = /^[a-z][a-z0-9-]{0,63}$/

export function useNewRegister() {
  const api = useApi()
  const about = reactive({ id: '', name: '' })
  const files = shallowRef<readonly ChosenFile[]>([])
  const places = shallowRef<readonly BadPlace[]>([])
  /** Key of a place -> what was typed for it. */
  const typed = reactive(new Map<string, string>())
  const error = shallowRef<unknown>(null)
  /** Of exactly the file that would be loaded. */
  const checked = shallowRef<CheckedRegister | null>(null)
  const done = shallowRef<LoadedRegister | null>(null)
  const isSending = shallowRef(false)

  // What was compared with another register says nothing of this one.
  watch(
    () => about.id,
    () => (checked.value = null),
  )

  async function choose([file]: readonly File[]): Promise<void> {
    if (!file) return
    forget()
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      files.value = [await chosenFile(file.name, bytes)]
      const stem = file.name.replace(/\.[^.]*$/, '').toLowerCase()
      if (about.id === '' && ID.test(stem)) about.id = stem
      about.name = file.name
    } catch (thrown) {
      error.value = thrown
    }
  }

  function forget(): void {
    files.value = []
    places.value = []
    typed.clear()
    error.value = null
    checked.value = null
  }

  const check = () =>
    sending(async () => {
      const corrected = correctFiles(files.value, places.value, typed)
      const { type, bytes } = await bodyOf(corrected)
      const { id } = about
      try {
        const answer = await answerOf(
          api.POST('/v1/registers/check', {
            params: { query: { id } },
            ...bodyFields(type, bytes),
          }),
        )
        places.value = []
        if (about.id === id) checked.value = answer
      } catch (thrown) {
        if (!isRefusedData(thrown)) throw thrown
        places.value = badPlaces(thrown.problem.errors, corrected)
      }
      files.value = corrected
      typed.clear()
    })

  const load = () =>
    sending(async () => {
      const { type, bytes } = await bodyOf(files.value)
      done.value = await answerOf(
        api.POST('/v1/registers', {
          params: { query: { ...about } },
          ...bodyFields(type, bytes),
        }),
      )
    })

  /** What was typed stays as it is until the server has answered. */
  async function sending(work: () => Promise<void>): Promise<void> {
    if (isSending.value) return
    isSending.value = true
    error.value = null
    try {
      await work()
    } catch (thrown) {
      error.value = thrown
    } finally {
      isSending.value = false
    }
  }

  return {
    ...{ about, typed },
    files: shallowReadonly(files),
    places: shallowReadonly(places),
    error: shallowReadonly(error),
    checked: shallowReadonly(checked),
    done: shallowReadonly(done),
    isSending: shallowReadonly(isSending),
    canCheck: computed(
      () =>
        files.value.length > 0 &&
        files.value.every((file) => faultOf(file) === null) &&
        ID.test(about.id),
    ),
    /** As it would be sent now. */
    corrected: () => correctFiles(files.value, places.value, typed),
    ...{ choose, check, load },
  }
}

function bodyFields(type: string, bytes: Uint8Array<ArrayBuffer>) {
  return {
    headers: { 'Content-Type': type },
    // The document says of files that they are text.
    body: bytes as never,
    bodySerializer: () => bytes,
  }
}

function isRefusedData(error: unknown): error is ServerRefusal {
  return error instanceof ServerRefusal && error.problem.code === 'DATA_REFUSED'
}
