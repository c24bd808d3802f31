/** Something that is fetched for a screen, and fetched anew when what it depends on changes. */
import {
  onScopeDispose,
  shallowReadonly,
  shallowRef,
  watchEffect,
  type Ref,
} from 'vue'

export type Load<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Loaded<Value> {
  readonly load: Readonly<Ref<Load<Value>>>
  readonly again: () => void
}

/**
 * @param fetched - called at once and whenever a ref that it reads before its
 *   first `await` changes; the answer of a call that was overtaken is dropped
 */
export function useLoad<Value>(
  fetched: (signal: AbortSignal) => Promise<Value>,
): Loaded<Value> {
  const load = shallowRef<Load<Value>>({ kind: 'loading' })
  let current: AbortController | null = null

  watchEffect(begin)
  onScopeDispose(() => current?.abort())
  return { load: shallowReadonly(load), again: begin }

  function begin(): void {
    current?.abort()
    const controller = new AbortController()
    current = controller
    load.value = { kind: 'loading' }
    fetched(controller.signal).then(
      (value) => settle({ kind: 'ready', value }),
      (error: unknown) => settle({ kind: 'failed', error }),
    )

    function settle(state: Load<Value>): void {
      if (current === controller) load.value = state
    }
  }
}
