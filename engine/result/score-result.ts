/** The result of a run as JSON data: what the command line prints and services receive. */
import type { DataProblem } from '../data/problem.js'
import type { RunReference } from '../history/known-run.js'
import type { AbsentChild } from '../methodology/methodology.js'
import type { MissingReason } from '../missing-reason.js'

export interface ScoreResult {
  readonly methodology: {
    readonly id: string
    readonly version: string
    readonly sha256: string
    /** False where the year lies outside the years of the version. */
    readonly inForce: boolean
  }
  readonly year: number
  readonly data: {
    readonly sha256: string
    /** The data of the year before, where they were given. */
    readonly previous?: DataReference
    /** The data of all earlier years, latest first, where not only those of the year before were given. */
    readonly earlier?: readonly (DataReference & { readonly year: number })[]
  }
  /** The register of bodies, in its canonical form. */
  readonly register?: { readonly id: string; readonly sha256: string }
  /** Results of earlier years that were given, latest first. */
  readonly history?: readonly RunReference[]
  /** Results of other methodologies that were given. */
  readonly from?: readonly RunReference[]
  readonly engine: { readonly version: string }
  /** In the order of the ids. */
  readonly results: readonly BodyResult[]
  readonly rankings: { readonly [ranking: string]: readonly PlaceResult[] }
  readonly leftOutOfRankings: {
    readonly [ranking: string]: readonly LeftOutResult[]
  }
  /** Who the named populations hold. */
  readonly populations: { readonly [population: string]: PopulationResult }
  /** Bodies with broken data, left out on request. */
  readonly leftOut: readonly {
    readonly id: string
    readonly errors: readonly DataProblem[]
  }[]
  readonly warnings: readonly DataProblem[]
  /** Of `results` and `rankings` in canonical form (RFC 8785). */
  readonly sha256: string
}

export interface DataReference {
  readonly sha256: string
  /** Bodies that were left out because their data have errors. */
  readonly leftOut?: readonly string[]
}

export interface BodyResult {
  readonly id: string
  readonly name: string | null
  readonly status: 'scored' | 'not-scored' | 'not-applicable'
  /** Bodies that ended in the year and are assessed within this one. */
  readonly joined?: readonly JoinedResult[]
  /** A body that ended in the year: what became of it. */
  readonly ended?: {
    /** Its last day, as YYYY-MM-DD. */
    readonly on: string
    readonly then: 'joined-to-successor' | 'not-scored'
    readonly successor: string | null
    readonly citation: string
  }
  /** The double nearest to each figure, its level, or true and false; null where it is missing or not applicable. */
  readonly outputs: {
    readonly [output: string]: number | string | boolean | null
  }
  /** The figures themselves, as text: every digit, or the first 64 where they do not end. */
  readonly exact: { readonly [output: string]: string | null }
  readonly missing: readonly MissingResult[]
  /** Children that a criterion with a value went on without, or counted as zero. */
  readonly absences: readonly AbsenceResult[]
  readonly imputed: readonly ImputedResult[]
  readonly notApplicable: readonly {
    /** null where the whole body is excluded. */
    readonly criterion: string | null
    readonly rule: string
    readonly citation: string
  }[]
  readonly deductions: readonly {
    readonly rule: string
    readonly points: number
    readonly pointsBeforeCap: number
    readonly citation: string
  }[]
  /** Every limit that was met; several may hold one criterion. */
  readonly limits: readonly LimitResult[]
  readonly flags: readonly {
    /** Its name; several rules may raise the same flag. */
    readonly flag: string
    readonly rule: string
    readonly about: string | null
    readonly citation: string
    readonly undecided: boolean
  }[]
}

export interface JoinedResult {
  readonly id: string
  readonly name: string | null
  /** Its last day, as YYYY-MM-DD. */
  readonly ended: string
  readonly citation: string
}

export interface LimitResult {
  readonly rule: string
  /** The criterion or indicator. */
  readonly of: string
  readonly kind: 'at_most' | 'at_least' | 'exactly'
  readonly rounding: 'before' | 'after'
  /** null where the limit itself is not applicable or missing, and so holds nothing. */
  readonly limit: number | string | null
  /** The value before the limits. */
  readonly before: number | string | null
  /** True for the limit that made the value what it is. */
  readonly bound: boolean
  readonly citation: string
}

/** A value that was not observed. */
export interface ImputedResult {
  readonly column: string
  /** As `goals[g1].indicators[2]`; null on the body itself. */
  readonly row: string | null
  /** Who imputed it, as the data say, or `step filled: mean of 12 bodies`. */
  readonly by: string
}

export interface MissingResult {
  readonly output: string
  /** The input, or the node, where the value went missing. */
  readonly input: string
  /** As `goals[g1].indicators[2]`; null on the body itself. */
  readonly row: string | null
  readonly reason: string
  readonly code: MissingReason
}

export interface AbsenceResult {
  readonly criterion: string
  readonly child: string
  /** As the file words it. */
  readonly treatment: AbsentChild | 'no-total'
  readonly reason: string
}

/** A named population: how many bodies it holds, and who is left out of it. */
export interface PopulationResult {
  readonly bodies: number
  /** Where it has groups: how many each holds. */
  readonly groups?: readonly {
    /** Attribute -> its value. */
    readonly group: { readonly [attribute: string]: string }
    readonly bodies: number
  }[]
  /** Kept out by a rule, without a group, or undecided; not those outside `where`. */
  readonly leftOut: readonly LeftOutResult[]
}

export interface PlaceResult {
  readonly place: number
  /** The group in which places are counted, where the ranking has groups. */
  readonly group?: { readonly [attribute: string]: string }
  readonly id: string
  /** The compared figure. */
  readonly value: number
}

export interface LeftOutResult {
  readonly id: string
  readonly reason: string
  readonly rule: string | null
  readonly citation: string | null
}
