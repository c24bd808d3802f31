/** The window has room for three columns; below that a draft is read, and not edited. */
import { onScopeDispose, shallowReadonly, shallowRef, type Ref } from 'vue'

export function useWideWindow(): Readonly<Ref<boolean>> {
  const query = matchMedia('(width >= 1024px)')
  const isWide = shallowRef(query.matches)
  const change = () => (isWide.value = query.matches)
  query.addEventListener('change', change)
  onScopeDispose(() => query.removeEventListener('change', change))
  return shallowReadonly(isWide)
}
