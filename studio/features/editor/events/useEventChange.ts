/**
 * Gives a rule another event. Whoever goes through several of them goes from the
 * event that the rule had at first: nothing is lost on the way, all of it is one
 * step of undo, and coming back leaves the text as it was.
 */
import {
  computed,
  inject,
  provide,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue'

import { changeBetween } from '../code/replace-text.js'
import type { FilePart } from '../file/file-part.js'
import { placeKey, type Place } from '../text/place.js'
import type { TextEdit } from '../text/text-change.js'
import { useEditor } from '../useEditor.js'
import { eventEdits, lostSettings, type LostSettings } from './event-change.js'
import { eventsOf, type EventKind } from './rule-event.js'

interface Start {
  readonly text: string
  readonly root: FilePart
  readonly kind: EventKind | null
}

interface Change {
  readonly rule: Place
  readonly start: Start
  readonly kind: EventKind
  /** The text that it left. */
  readonly after: string
}

export interface EventChange {
  readonly choose: (kind: EventKind) => void
  /** What of the event before has no place in the one that was chosen, until something else is edited. */
  readonly lost: ComputedRef<LostSettings | null>
}

const LAST: InjectionKey<ShallowRef<Change | null>> = Symbol('event change')

/** The last change is known as long as the draft is open, also where another part is looked at meanwhile. */
export function provideEventChange(): void {
  provide(LAST, shallowRef(null))
}

export function useEventChange(rule: () => Place): EventChange {
  const editor = useEditor()
  const last = inject(LAST, () => shallowRef<Change | null>(null), true)
  const fresh = computed(() => {
    const { value: change } = last
    const isOfRule = change && placeKey(change.rule) === placeKey(rule())
    return isOfRule && change.after === editor.text.value ? change : null
  })

  return {
    choose(kind) {
      const start = fresh.value?.start ?? now()
      const edits =
        kind === start.kind ? [] : eventEdits(start.root, rule(), kind)
      const group = `event ${placeKey(rule())}`
      if (!editor.edit([backTo(start.text), ...edits], group)) return
      last.value = { rule: rule(), start, kind, after: editor.text.value }
    },
    lost: computed(() => {
      const { value: change } = fresh
      return change && lostSettings(change.start.root, rule(), change.kind)
    }),
  }

  function now(): Start {
    const { text, root } = editor
    const [kind = null] = eventsOf(root.value, rule())
    return { text: text.value, root: root.value, kind }
  }
}

function backTo(before: string): TextEdit {
  return (text) => {
    const change = changeBetween(text, before)
    return change ? [change] : []
  }
}
