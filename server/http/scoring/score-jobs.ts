/** What the threads of the server are given to do, and what they answer: plain data. */
import type { Sight } from '../../../engine/index.js'
import type { Block } from '../../streams/line-blocks.js'
import type { ScoredBlock } from '../../streams/score-block.js'
import type { HttpCode } from '../problems/codes.js'
import type { ErrorAt } from '../problems/http-problem.js'
import type { CheckedText } from '../versions/check-text.js'
import type { StoredRules } from '../versions/stored-rules.js'
import type { ScoreAnswer } from './answer-score.js'

/** What each thread is given when it begins. */
export interface ThreadSetup {
  /** Folder of the methodology files. */
  readonly rules: string
}

export type ScoreJob =
  | {
      readonly kind: 'request'
      readonly bytes: Uint8Array
      readonly stored: StoredRules
      readonly sight: Sight
    }
  /** A methodology text, to be checked. */
  | {
      readonly kind: 'check'
      readonly text: string
      readonly stored: StoredRules
    }
  | {
      readonly kind: 'block'
      readonly block: Block
      readonly year: number
      /** The methodology by its text, so that every block is scored by the same one. */
      readonly text: string
      /** Of the text. */
      readonly sha256: string
      readonly sight: Sight
    }

export type ScoreDone =
  | { readonly kind: 'answer'; readonly answer: ScoreAnswer }
  | { readonly kind: 'checked'; readonly checked: CheckedText }
  | { readonly kind: 'block'; readonly block: ScoredBlock }
  /** An `HttpProblem`, which does not survive the way between threads. */
  | {
      readonly kind: 'problem'
      readonly code: HttpCode
      readonly detail: string
      readonly errors: readonly ErrorAt[]
    }
