/** Sends the text of a draft a moment after the last change, again while no answer comes, and when the page is left. */
import {
  computed,
  onScopeDispose,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'

import type { ListedDraft } from '../../../api/answers.js'
import { answerOf, type Api } from '../../../api/client.js'
import { ServerRefusal, ServerUnreachable } from '../../../api/problem.js'
import type { Keeping, KeptDrafts } from '../text/kept-drafts.js'
import {
  isToBeSent,
  nextSaveState,
  openSaveState,
  saveStatus,
  type Obstacle,
  type SaveEvent,
  type SaveState,
  type SaveStatus,
  type StoredText,
} from './save-state.js'

export interface Saving {
  readonly state: Readonly<Ref<SaveState>>
  readonly status: ComputedRef<SaveStatus>
  /** What becomes of the text in this browser meanwhile. */
  readonly keeping: Readonly<Ref<Keeping>>
  /** Sends what is to be sent at once; resolves when nothing is on its way. */
  readonly flush: () => Promise<void>
  /** After a lost race: both texts were brought together. */
  readonly merged: (text: string) => void
}

export interface SavingOptions {
  readonly api: Api
  readonly draft: string
  readonly user: string
  readonly kept: KeptDrafts
  readonly text: Readonly<Ref<string>>
  readonly stored: StoredText
  readonly isOpen: Readonly<Ref<boolean>>
  readonly onStored: (draft: ListedDraft) => void
}

const PAUSE_MS = 1_500
const RETRY_MS = 5_000

export function useSaving(options: SavingOptions): Saving {
  const { api, draft, user, kept, text } = options
  const state = shallowRef(openSaveState(options.stored, text.value))
  const keeping = shallowRef<Keeping>('kept')
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | null = null

  watch(text, (now) => {
    happen({ kind: 'changed', text: now })
    keep()
    later(PAUSE_MS)
  })
  if (isToBeSent(state.value)) later(0)

  const leave = () => void flush()
  const hide = () => document.visibilityState === 'hidden' && leave()
  addEventListener('online', leave)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', hide)
  onScopeDispose(() => {
    clearTimeout(timer)
    removeEventListener('online', leave)
    removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', hide)
  })
  return {
    state,
    status: computed(() => saveStatus(state.value)),
    keeping,
    flush,
    merged(together) {
      happen({ kind: 'merged', text: together })
      keep()
      later(0)
    },
  }

  function happen(event: SaveEvent): void {
    state.value = nextSaveState(state.value, event)
  }

  function keep(): void {
    const { stored, text: mine } = state.value
    if (mine === stored.text) {
      kept.acknowledge(user, draft, mine)
      return
    }
    const at = new Date().toISOString()
    const base = { text: mine, baseSha256: stored.sha256, at }
    keeping.value = kept.keep(user, draft, base)
  }

  function later(pause: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    await sending
    if (!options.isOpen.value || !isToBeSent(state.value)) return
    sending = send()
    await sending
    sending = null
    if (!isToBeSent(state.value)) return
    const isDown = saveStatus(state.value) === 'unreachable'
    later(isDown ? RETRY_MS : PAUSE_MS)
  }

  async function send(): Promise<void> {
    const { stored, text: mine } = state.value
    happen({ kind: 'sent' })
    try {
      const answer = await answerOf(
        api.PUT('/v1/drafts/{id}/text', {
          params: {
            path: { id: draft },
            header: { 'if-match': `"${stored.sha256}"` },
          },
          body: mine,
          bodySerializer: (body) => body,
          headers: { 'content-type': 'application/yaml' },
        }),
      )
      happen({ kind: 'stored', sha256: answer.sha256 })
      kept.acknowledge(user, draft, mine)
      keep()
      options.onStored(answer)
    } catch (error) {
      happen({ kind: 'failed', obstacle: obstacleOf(error, mine) })
    }
  }
}

function obstacleOf(error: unknown, text: string): Obstacle {
  if (error instanceof ServerUnreachable) return { kind: 'unreachable' }
  if (error instanceof ServerRefusal) {
    const { conflict } = error.problem
    if (error.status === 412 && conflict) {
      return { kind: 'lost', theirs: conflict.stored }
    }
    if (error.status >= 500) return { kind: 'unreachable' }
  }
  return { kind: 'refused', error, text }
}
