/** A draft that is open: its text with one history, what is said of it, and its way to the server. */
import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'

import type { DraftState } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import { changeBetween } from './code/replace-text.js'
import { useChecks, type Checks } from './mistakes/useChecks.js'
import type { OpenedDraft } from './opened-draft.js'
import type { StoredText } from './saving/save-state.js'
import { useSaving, type Saving } from './saving/useSaving.js'
import type { KeptDrafts } from './text/kept-drafts.js'
import { createTextHistory } from './text/text-history.js'
import type { EditorAddress } from './useAddress.js'
import { openEditor, type Editor } from './useEditor.js'

export interface DraftSetting {
  readonly api: Api
  readonly opened: OpenedDraft
  readonly kept: KeptDrafts
  readonly user: string
  readonly address: EditorAddress
  readonly mayWrite: () => boolean
  readonly isWide: Readonly<Ref<boolean>>
}

export interface Draft {
  readonly id: string
  readonly editor: Editor
  readonly checks: Checks
  readonly saving: Saving
  /** As the server said it last. */
  readonly state: Readonly<Ref<DraftState>>
  readonly status: Readonly<Ref<DraftState['status']>>
  /** May be changed by whoever looks at it. */
  readonly isOpen: ComputedRef<boolean>
  readonly isDeleted: Ref<boolean>
  /** A change that was made here has ended an approval. */
  readonly wasVoided: Readonly<Ref<boolean>>
  /** The text was kept in this browser, and the server does not have it yet. */
  readonly wasRestored: Readonly<Ref<boolean>>
  /** What the server has of somebody who was faster; null where there is none. */
  readonly lost: ComputedRef<StoredText | null>
  /** Takes the text in which both have been brought together. */
  readonly merge: (text: string) => void
}

export function useDraft(setting: DraftSetting): Draft {
  const { api, opened, address, isWide } = setting
  const { id } = opened.state
  const state = shallowRef(opened.state)
  const status = shallowRef(opened.state.status)
  const isDeleted = shallowRef(false)
  const wasVoided = shallowRef(false)
  const wasRestored = shallowRef(opened.text !== opened.stored.text)
  const isOpen = computed(
    () =>
      status.value !== 'published' && setting.mayWrite() && !isDeleted.value,
  )

  const history = createTextHistory(opened.text)
  const editor = openEditor({
    history,
    isOpen: computed(() => isOpen.value && isWide.value),
    placeIn: address.placeIn,
    select: (place) => address.show({ place, view: 'form' }),
  })
  const checks = useChecks(editor.text)
  const saving = useSaving({
    ...{ api, draft: id, user: setting.user, kept: setting.kept, isOpen },
    text: editor.text,
    stored: opened.stored,
    onStored(listed) {
      wasVoided.value ||=
        status.value === 'approved' || status.value === 'requested'
      status.value = listed.status
      wasRestored.value = false
      void refresh()
    },
  })
  watch(saving.status, (now) => {
    if (now === 'saved') history.markSaved(saving.state.value.stored.text)
  })

  return {
    ...{ id, editor, checks, saving, state, status, isOpen, isDeleted },
    ...{ wasVoided, wasRestored },
    lost: computed(() => {
      const { obstacle } = saving.state.value
      return obstacle?.kind === 'lost' ? obstacle.theirs : null
    }),
    merge(text) {
      const change = changeBetween(editor.text.value, text)
      editor.write(change ? [change] : [])
      saving.merged(text)
    },
  }

  /** The server knows what the engine does not: other versions, and registers. */
  async function refresh(): Promise<void> {
    const params = { path: { id } }
    const answer = await answerOf(api.GET('/v1/drafts/{id}', { params })).catch(
      () => null,
    )
    if (answer) state.value = answer
  }
}
