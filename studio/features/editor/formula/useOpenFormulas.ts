/** The formulas of a text that is being written, opened anew a moment after it last changed. */
import {
  onScopeDispose,
  shallowReadonly,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type Ref,
} from 'vue'

import type { OpenFormulas } from '../../../../engine/index.js'

/** Long enough that a word is typed to its end, short enough not to be waited for. */
const REST = 150

export function useOpenFormulas(
  text: MaybeRefOrGetter<string>,
): Readonly<Ref<OpenFormulas | null>> {
  const opened = shallowRef<OpenFormulas | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGone = false
  const open = async (): Promise<void> => {
    const { openFormulas } = await import('../../../../engine/index.js')
    if (!isGone) opened.value = openFormulas('', toValue(text))
  }
  watch(
    () => toValue(text),
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void open(), opened.value ? REST : 0)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    isGone = true
    clearTimeout(timer)
  })
  return shallowReadonly(opened)
}
