/**
 * Plain links that open within the studio: a table of thousands of them is
 * drawn much sooner than one of as many components.
 */
import { useRouter } from 'vue-router'

/** For `click` on the element that holds them. */
export function useFollowedLinks(): (event: MouseEvent) => void {
  const router = useRouter()
  return (event) => {
    const { target, button, defaultPrevented } = event
    const isChanged =
      event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (defaultPrevented || button !== 0 || isChanged) return
    const link = target instanceof Element ? target.closest('a[href]') : null
    const address = link?.getAttribute('href')
    if (!address?.startsWith('/')) return
    event.preventDefault()
    void router.push(address)
  }
}
