/** What of the editor stands in its address: the place, and which tabs are open. */
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { placeText, readPlace } from './file/edited-part.js'
import type { FilePart } from './file/file-part.js'
import type { Place } from './text/place.js'

export const VIEWS = ['form', 'yaml'] as const
export const SIDES = ['effect', 'examples', 'mistakes'] as const

export type View = (typeof VIEWS)[number]
export type Side = (typeof SIDES)[number]

export interface EditorAddress {
  readonly view: ComputedRef<View>
  readonly side: ComputedRef<Side>
  readonly placeIn: (root: FilePart) => Place
  readonly show: (change: Shown) => void
}

export interface Shown {
  readonly view?: View
  readonly side?: Side
  readonly place?: Place
}

export function useAddress(): EditorAddress {
  const route = useRoute()
  const router = useRouter()
  const asked = (key: string) => {
    const value = route.query[key]
    return typeof value === 'string' ? value : ''
  }
  return {
    view: computed(() => (asked('view') === 'yaml' ? 'yaml' : 'form')),
    side: computed(
      () => SIDES.find((each) => each === asked('side')) ?? 'effect',
    ),
    placeIn: (root) => readPlace(asked('at'), root),
    show({ view, side, place }) {
      const query = {
        ...route.query,
        ...(view === undefined ? {} : { view }),
        ...(side === undefined ? {} : { side }),
        ...(place === undefined ? {} : { at: placeText(place) }),
      }
      void router.replace({ query })
    },
  }
}
