/** Whoever leaves a draft loses nothing: it is sent, or the browser asks first. */
import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

import type { Draft } from './useDraft.js'

export function useLeaving({ saving, isDeleted }: Draft): void {
  onMounted(() => addEventListener('beforeunload', warn))
  onBeforeUnmount(() => removeEventListener('beforeunload', warn))
  onBeforeRouteLeave(() => {
    if (!isDeleted.value) void saving.flush()
  })

  function warn(event: BeforeUnloadEvent): void {
    const isOnlyHere = saving.status.value !== 'saved' && !isDeleted.value
    // What this browser keeps is there again when the draft is opened again.
    if (isOnlyHere && saving.keeping.value !== 'kept') event.preventDefault()
  }
}
