/** A result as it is shown: whole, or without what is withheld, which is named. */
import type { RunReference } from '../history/known-run.js'
import type { MissingReason } from '../missing-reason.js'
import type {
  BodyResult,
  MissingResult,
  PlaceResult,
  ScoreResult,
} from '../result/score-result.js'

/** A `ScoreResult` is one; members that may be withheld are wider here. */
export interface ShownResult extends Omit<
  ScoreResult,
  'data' | 'register' | 'history' | 'from' | 'results' | 'rankings' | 'sha256'
> {
  readonly data: {
    readonly sha256: string | null
    readonly previous?: ShownData
    readonly earlier?: readonly (ShownData & { readonly year: number })[]
  }
  readonly register?: { readonly id: string; readonly sha256: string | null }
  readonly history?: readonly ShownReference[]
  readonly from?: readonly ShownReference[]
  readonly results: readonly ShownBody[]
  /** Without the rankings that `restricted` names. */
  readonly rankings: { readonly [ranking: string]: readonly ShownPlace[] }
  readonly sha256: string | null
  /** Only where something is withheld. */
  readonly restricted?: RestrictedResult
}

/** What is withheld: the same for all data of the methodology, so that it says nothing about them. */
export interface RestrictedResult {
  readonly inputs: readonly string[]
  readonly figures: readonly string[]
  readonly rules: readonly string[]
  readonly rankings: readonly string[]
  readonly populations: readonly string[]
  /** Hashes from which a restricted value could be guessed, by the name of the member. */
  readonly hashes: readonly string[]
}

/** Null where it is withheld. */
export type ShownReference = Omit<RunReference, 'sha256'> & {
  readonly sha256: string | null
}

export interface ShownData {
  readonly sha256: string | null
  readonly leftOut?: readonly string[]
}

export interface ShownBody extends Omit<BodyResult, 'status' | 'missing'> {
  /** `restricted`: whether the total has a value is withheld. */
  readonly status: BodyResult['status'] | 'restricted'
  /** Of figures that are shown: `RESTRICTED` where why they are missing is withheld. */
  readonly missing: readonly (Omit<MissingResult, 'code'> & {
    readonly code: MissingReason | 'RESTRICTED'
  })[]
  /** Outputs that are withheld, with the restricted inputs behind them. */
  readonly restricted?: readonly {
    readonly output: string
    readonly inputs: readonly string[]
  }[]
}

export interface ShownPlace extends Omit<PlaceResult, 'value'> {
  /** Null where the place is released and the figure is not. */
  readonly value: number | null
}
