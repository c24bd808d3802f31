/** What the engine says of the text on the screen, a moment after the last change. */
import {
  onScopeDispose,
  shallowReadonly,
  shallowRef,
  watch,
  type Ref,
} from 'vue'

import type { CheckedText } from './check-text.js'
import type { CheckAnswer, CheckRequest } from './check-worker.js'

export interface Checks {
  /** Of the text as it was a moment ago; null until the first answer. */
  readonly checked: Readonly<Ref<CheckedText | null>>
  /** The answer is of the text on the screen. */
  readonly isCurrent: Readonly<Ref<boolean>>
  /** The engine itself has failed. */
  readonly failure: Readonly<Ref<string | null>>
}

const PAUSE_MS = 200

export function useChecks(text: Readonly<Ref<string>>): Checks {
  const checked = shallowRef<CheckedText | null>(null)
  const isCurrent = shallowRef(false)
  const failure = shallowRef<string | null>(null)
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    type: 'module',
  })
  let latest = 0
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined

  worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
    isBusy = false
    if (data.kind === 'checked') checked.value = data.checked
    failure.value = data.kind === 'failed' ? data.message : null
    isCurrent.value = data.id === latest
    if (!isCurrent.value) send()
  }
  worker.onerror = (event) => {
    isBusy = false
    failure.value = event.message
  }

  watch(text, later)
  send()
  onScopeDispose(() => {
    clearTimeout(timer)
    worker.terminate()
  })
  return {
    checked: shallowReadonly(checked),
    isCurrent: shallowReadonly(isCurrent),
    failure: shallowReadonly(failure),
  }

  function later(): void {
    latest += 1
    isCurrent.value = false
    clearTimeout(timer)
    timer = setTimeout(send, PAUSE_MS)
  }

  /** One text at a time: what came meanwhile is sent when the answer is there. */
  function send(): void {
    if (isBusy) return
    isBusy = true
    const request: CheckRequest = { id: latest, text: text.value }
    worker.postMessage(request)
  }
}
