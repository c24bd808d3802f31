/** A draft as it is opened: what the server has, and what this browser kept because the server had not got it. */
import type { DraftState } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import type { StoredText } from './saving/save-state.js'
import type { KeptDrafts } from './text/kept-drafts.js'

export interface OpenedDraft {
  readonly state: DraftState
  /** The text that the one on the screen is a change of. */
  readonly stored: StoredText
  /** On the screen: what was kept here, or what the server has. */
  readonly text: string
}

export async function openDraft(
  api: Api,
  id: string,
  { kept, user }: { readonly kept: KeptDrafts; readonly user: string },
  signal: AbortSignal,
): Promise<OpenedDraft> {
  const params = { path: { id } }
  const [state, { data: text = '' }] = await Promise.all([
    answerOf(api.GET('/v1/drafts/{id}', { params, signal })),
    api.GET('/v1/drafts/{id}/text', { params, signal, parseAs: 'text' }),
  ])
  const stored = { sha256: state.sha256, text }
  const mine = state.publishedAt === null ? kept.read(user, id) : null
  if (!mine || mine.text === text) return { state, stored, text }
  if (mine.baseSha256 === state.sha256) {
    return { state, stored, text: mine.text }
  }
  // The draft was changed elsewhere: what is sent is then a lost race, and is merged.
  const base = await textBefore(api, id, mine.baseSha256, signal)
  return {
    state,
    stored: { sha256: mine.baseSha256, text: base ?? text },
    text: mine.text,
  }
}

async function textBefore(
  api: Api,
  id: string,
  sha256: string,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const { data } = await api.GET('/v1/drafts/{id}/texts/{sha256}', {
      params: { path: { id, sha256 } },
      signal,
      parseAs: 'text',
    })
    return data ?? null
  } catch {
    return null
  }
}
