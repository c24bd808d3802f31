/** Whether the page is being printed: what only paper has is drawn then, and not before. */
import { onScopeDispose, readonly, shallowRef } from 'vue'

export function usePrinting() {
  const media = matchMedia('print')
  const isPrinting = shallowRef(media.matches)
  const follow = () => {
    isPrinting.value = media.matches
  }
  const begin = () => {
    isPrinting.value = true
  }
  const end = () => {
    isPrinting.value = false
  }
  media.addEventListener('change', follow)
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  onScopeDispose(() => {
    media.removeEventListener('change', follow)
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  })
  return readonly(isPrinting)
}
