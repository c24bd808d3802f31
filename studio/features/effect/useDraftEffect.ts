/** The effect of a text that is being typed, as it stands at every moment. */
import {
  onScopeDispose,
  shallowReactive,
  shallowReadonly,
  watch,
  type Ref,
} from 'vue'

import type {
  DrawRequest,
  Effect,
  EffectNews,
  EffectOfChanges,
  Intervals,
  Obstacle,
  ReadText,
} from './effect-answer.js'
import { makeEffectWorker, openEffectClient } from './effect-client.js'
import type { EffectSetting } from './effect-setting.js'

export interface DraftEffect {
  /** What the newest text that was read says of itself; null until one was read. */
  readonly read: ReadText | null
  /** Of the last text that could be computed. */
  readonly effect: Effect | null
  readonly changes: EffectOfChanges | null
  readonly intervals: Intervals | null
  /** Why the newest text has no effect; null where it has one, or is being read. */
  readonly obstacle: Obstacle | null
  /** The worker broke down. */
  readonly failure: string | null
}

const NOTHING: DraftEffect = {
  ...{ read: null, effect: null, changes: null, intervals: null },
  ...{ obstacle: null, failure: null },
}

/**
 * @param setting - null until it is loaded; another one begins anew
 * @param draws - what intervals are wanted; null for none
 */
export function useDraftEffect(
  text: Readonly<Ref<string>>,
  setting: Readonly<Ref<EffectSetting | null>>,
  draws: Readonly<Ref<DrawRequest | null>>,
): DraftEffect {
  const state = shallowReactive({ ...NOTHING })
  const client = openEffectClient(makeEffectWorker, hear)

  watch(setting, begin, { immediate: true })
  watch(text, tell)
  watch(draws, draw)
  onScopeDispose(() => client.close())
  return shallowReadonly(state)

  function begin(): void {
    Object.assign(state, NOTHING)
    if (!setting.value) return
    client.open(setting.value)
    tell()
  }

  function tell(): void {
    if (setting.value) client.text(text.value)
  }

  function draw(): void {
    state.intervals = null
    if (draws.value && state.effect) client.draws(draws.value)
  }

  function hear(news: EffectNews): void {
    switch (news.kind) {
      case 'text-read':
        state.read = news
        state.obstacle = state.failure = null
        return
      case 'effect':
        state.effect = news
        if (news.by === 'preview') state.changes = state.intervals = null
        return
      case 'changes':
        state.changes = news.changes
        draw()
        return
      case 'intervals':
        state.intervals = news.intervals
        return
      case 'not-computable':
        state.obstacle = news
        return
      case 'failed':
        state.failure = news.message
        return
      case 'opened':
      case 'working':
    }
  }
}
