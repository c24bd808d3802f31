/** What the worker is asked, and what it answers: plain data that can be sent. */
import type { Mistake as WordedMistake } from '../../engine-words/phrasebook.js'
import type { FileTitle } from '../../language/title-text.js'
import type { EffectSetting } from './effect-setting.js'

export type EffectRequest =
  /** Everything that was asked before is forgotten. */
  | {
      readonly kind: 'open'
      readonly id: number
      readonly setting: EffectSetting
    }
  /** A newer text overtakes an older one. */
  | { readonly kind: 'text'; readonly id: number; readonly text: string }
  /** About the newest text that has no mistakes. */
  | ({ readonly kind: 'draws'; readonly id: number } & DrawRequest)

export interface DrawRequest {
  readonly ranking: string
  /** A share: 0.1 for ±10 %. */
  readonly margin: number
  readonly seed: number
  readonly draws: number
}

/** `id` is that of the request. */
export type EffectAnswer = EffectNews & { readonly id: number }

export type EffectNews =
  | { readonly kind: 'opened' }
  | ({ readonly kind: 'not-computable' } & Obstacle)
  | ({ readonly kind: 'text-read' } & ReadText)
  | ({ readonly kind: 'effect' } & Effect)
  | { readonly kind: 'changes'; readonly changes: EffectOfChanges }
  | { readonly kind: 'intervals'; readonly intervals: Intervals }
  | { readonly kind: 'failed'; readonly message: string }
  /** It takes long and goes on. */
  | { readonly kind: 'working' }

export interface Effect {
  /** `preview`: by floating numbers; `exact`: as the server computes it. */
  readonly by: 'preview' | 'exact'
  readonly rankings: readonly RankingEffect[]
}

export interface Obstacle {
  readonly why: ObstacleKind
  /** In the words of the engine, in English; may be empty. */
  readonly details: readonly string[]
}

export type ObstacleKind =
  | 'base-has-mistakes'
  | 'data-do-not-fit'
  | 'data-unreadable'
  | 'no-ranking'
  | 'register-does-not-fit'
  | 'register-unknown'
  | 'run-unreadable'

export interface ReadText {
  /** None: the effect follows. */
  readonly mistakes: readonly Mistake[]
  readonly weights: readonly SiblingWeights[]
}

export interface Mistake extends WordedMistake {
  /** Both from 1. */
  readonly line: number
  readonly column: number
}

/** The weights of the children of one criterion. */
export interface SiblingWeights {
  readonly parent: string
  readonly title: FileTitle
  /** What they have to add up to; null where only their relation counts. */
  readonly total: string | null
  readonly children: readonly GivenWeight[]
}

export interface GivenWeight {
  readonly name: string
  readonly title: FileTitle
  /** As it is written. */
  readonly weight: string
  /** Where it is written, from 0; null where it cannot be exchanged there, as it comes from a table or a parameter. */
  readonly offset: number | null
}

export interface RankingEffect {
  readonly ranking: string
  readonly title: FileTitle
  /** The figure by which bodies are placed. */
  readonly output: string
  /** In the order of the new places; bodies without one behind, in the order of the old. */
  readonly bodies: readonly MovedBody[]
}

export interface MovedBody {
  readonly id: string
  readonly name: string | null
  /** null where it has no place. */
  readonly before: Standing | null
  readonly after: Standing | null
  /** Places gained, below 0 places lost; null where one of the two is not there. */
  readonly gained: number | null
  /** After minus before, as decimal text; null where one of the two is not there. */
  readonly difference: string | null
  /** Why it has no place after; null where it has one, or the reason is not known yet. */
  readonly reason: string | null
}

export interface Standing {
  readonly place: number
  /** The group in which places are counted; null without groups, and in a preview. */
  readonly group: string | null
  /** The figure by which bodies are placed, as decimal text; null where it is no output. */
  readonly total: string | null
}

export type EffectOfChanges =
  | { readonly kind: 'none' }
  /** More than are taken apart. */
  | { readonly kind: 'many'; readonly count: number }
  | { readonly kind: 'changes'; readonly changes: readonly EffectOfChange[] }

/** What moves because of one change: the ranking of the text, held against the one without it. */
export interface EffectOfChange {
  /** The places of the file that are undone together: apart from each other they leave mistakes. */
  readonly parts: readonly ChangedPart[]
  /** `not-alone`: the text without it has mistakes, or cannot be computed. */
  readonly rankings: readonly ChangedRanking[] | 'not-alone'
}

export interface ChangedPart {
  /** `indicators.goals`. */
  readonly part: string
  /** null where it has none. */
  readonly title: FileTitle
  readonly differences: readonly {
    /** That lead from the part to what differs; none where it came or went as a whole. */
    readonly keys: readonly string[]
    /** As it was written; null for what is added. */
    readonly was: string | null
    /** As it is written; null for what is removed. */
    readonly is: string | null
  }[]
}

export interface ChangedRanking {
  readonly ranking: string
  readonly title: FileTitle
  readonly moved: number
}

export type Intervals =
  | {
      readonly kind: 'drawn'
      readonly ranking: string
      readonly margin: number
      readonly seed: number
      readonly draws: number
      /** False where no drawn weight reaches the ranking. */
      readonly isReached: boolean
      /** The file gives none, so that all children count alike; they are drawn around that. */
      readonly areWeightsEqual: boolean
      readonly bodies: readonly PlaceInterval[]
    }
  /** In the words of the engine. */
  | { readonly kind: 'refused'; readonly why: string }

export interface PlaceInterval {
  readonly id: string
  readonly place: number | null
  /** Of all draws. */
  readonly least: number | null
  readonly most: number | null
  /** From 0 to 1: in what share of the draws it keeps its place. */
  readonly keeps: number | null
}
