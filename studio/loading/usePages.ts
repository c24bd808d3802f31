/** A list that is shown page by page, each further one when somebody asks for more. */
import { computed, shallowReadonly, shallowRef, type Ref } from 'vue'

import { joinPages, type NamedPage, type PageCursor } from '../api/all-pages.js'
import { useLoad, type Load } from './useLoad.js'

export interface ShownPages<Item> {
  /** The pages so far, as one. */
  readonly load: Readonly<Ref<Load<Required<NamedPage<Item>>>>>
  /** Why there is no further page; null while nothing failed. */
  readonly error: Readonly<Ref<unknown>>
  readonly loadMore: () => Promise<void>
  /** From the first page on. */
  readonly again: () => void
}

/** @param pageAfter - begins anew as `useLoad` does, with the first page */
export function usePages<Item>(
  pageAfter: (
    cursor: PageCursor,
    signal: AbortSignal,
  ) => Promise<NamedPage<Item>>,
): ShownPages<Item> {
  const more = shallowRef<readonly NamedPage<Item>[]>([])
  const error = shallowRef<unknown>(null)
  /** Of the list as it is now: whoever begins it anew or leaves wants no more of it. */
  let current = AbortSignal.abort()

  const { load: first, again } = useLoad((signal) => {
    current = signal
    more.value = []
    error.value = null
    return pageAfter({}, signal)
  })
  const load = computed((): Load<Required<NamedPage<Item>>> => {
    if (first.value.kind !== 'ready') return first.value
    const value = joinPages([first.value.value, ...more.value])
    return { kind: 'ready', value }
  })

  async function loadMore(): Promise<void> {
    const after = load.value.kind === 'ready' ? load.value.value.next : null
    if (after === null) return
    const signal = current
    error.value = null
    try {
      const page = await pageAfter({ after }, signal)
      if (!signal.aborted) more.value = [...more.value, page]
    } catch (thrown) {
      if (!signal.aborted) error.value = thrown
    }
  }

  return { load, error: shallowReadonly(error), loadMore, again }
}
