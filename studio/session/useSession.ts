/** Who uses the studio, and what they may do. */
import {
  computed,
  inject,
  shallowReadonly,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue'

import { answerOf, openApi, type Api } from '../api/client.js'
import type { components } from '../api/openapi.js'

export type Session = components['schemas']['Session']
export type Permission = Session['permissions'][number]

export interface SessionState {
  /** null until the server has said it, and where it cannot be reached. */
  readonly session: Readonly<Ref<Session | null>>
  /** Nobody has signed in where somebody has to. */
  readonly isSignInNeeded: ComputedRef<boolean>
  readonly may: (permission: Permission) => boolean
  readonly load: () => Promise<void>
  readonly signIn: (name: string, password: string) => Promise<void>
  readonly signOut: () => Promise<void>
}

export const SESSION: InjectionKey<SessionState> = Symbol('session')

export function openSession(): { state: SessionState; api: Api } {
  const session = shallowRef<Session | null>(null)
  const api = openApi(
    () => session.value?.csrf ?? null,
    () => void load().catch(() => undefined),
  )

  async function load(): Promise<void> {
    session.value = await answerOf(api.GET('/v1/session'))
  }

  const state: SessionState = {
    session: shallowReadonly(session),
    isSignInNeeded: computed(() => session.value?.kind === 'nobody'),
    may: (permission) =>
      session.value?.permissions.includes(permission) ?? false,
    load,
    async signIn(name, password) {
      const body = { name, password }
      session.value = await answerOf(api.POST('/v1/session', { body }))
    },
    async signOut() {
      session.value = await answerOf(api.DELETE('/v1/session'))
    },
  }
  return { state, api }
}

export function useSession(): SessionState {
  const state = inject(SESSION)
  if (!state) throw new Error('useSession is for components of the studio.')
  return state
}
