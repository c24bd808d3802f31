/**
 * Where the text of a draft is: what the server has, what is on its way to it,
 * and what is only here. A plain machine: it neither waits nor sends.
 */

export interface StoredText {
  readonly sha256: string
  readonly text: string
}

/** Why the last attempt to send a text came to nothing. */
export type Obstacle =
  | { readonly kind: 'unreachable' }
  /** Somebody else was faster: what the server has now. */
  | { readonly kind: 'lost'; readonly theirs: StoredText }
  /** Sending the same text again would be refused again. */
  | { readonly kind: 'refused'; readonly error: unknown; readonly text: string }

export interface SaveState {
  /** What the server has, as far as is known here; the next text is sent as a change of it. */
  readonly stored: StoredText
  /** What is on the screen. */
  readonly text: string
  /** On its way; null while nothing is. */
  readonly sent: string | null
  readonly obstacle: Obstacle | null
}

export type SaveStatus =
  'saved' | 'saving' | 'unsaved' | 'unreachable' | 'lost' | 'refused'

export type SaveEvent =
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'sent' }
  | { readonly kind: 'stored'; readonly sha256: string }
  | { readonly kind: 'failed'; readonly obstacle: Obstacle }
  /** Both texts were brought together; what is sent next is a change of theirs. */
  | { readonly kind: 'merged'; readonly text: string }

export function openSaveState(stored: StoredText, text: string): SaveState {
  return { stored, text, sent: null, obstacle: null }
}

export function saveStatus(state: SaveState): SaveStatus {
  const { stored, text, sent, obstacle } = state
  if (obstacle?.kind === 'lost') return 'lost'
  if (sent !== null) return 'saving'
  if (text === stored.text) return 'saved'
  return obstacle?.kind ?? 'unsaved'
}

/** Something is here that the server does not have, and it may be sent now. */
export function isToBeSent(state: SaveState): boolean {
  const status = saveStatus(state)
  return status === 'unsaved' || status === 'unreachable'
}

export function nextSaveState(state: SaveState, event: SaveEvent): SaveState {
  switch (event.kind) {
    case 'changed':
      return {
        ...state,
        text: event.text,
        obstacle: withText(state.obstacle, event.text),
      }
    case 'sent':
      return { ...state, sent: state.text }
    case 'stored':
      return {
        ...state,
        stored: { sha256: event.sha256, text: state.sent ?? state.text },
        sent: null,
        obstacle: null,
      }
    case 'failed':
      return { ...state, sent: null, obstacle: event.obstacle }
    case 'merged': {
      const { obstacle } = state
      if (obstacle?.kind !== 'lost') return state
      return {
        stored: obstacle.theirs,
        text: event.text,
        sent: null,
        obstacle: null,
      }
    }
  }
}

/** A text that was refused is not the one that was refused once it is changed. */
function withText(obstacle: Obstacle | null, text: string): Obstacle | null {
  return obstacle?.kind === 'refused' && obstacle.text !== text
    ? null
    : obstacle
}
