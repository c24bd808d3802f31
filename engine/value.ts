/**
 * What a cell of an assessment holds: a number, a judgement, or one of two
 * absences. Missing (should be there and is not), not applicable (an exclusion
 * took it away) and zero are three different things everywhere.
 */
import type { MissingReason } from './missing-reason.js'
import type { Numeric } from './number/numeric.js'

export type Value =
  NumberValue | BooleanValue | WordValue | MissingValue | NotApplicableValue

export type PresentValue = NumberValue | BooleanValue | WordValue

export interface NumberValue {
  readonly kind: 'number'
  readonly number: Numeric
}

export interface BooleanValue {
  readonly kind: 'boolean'
  readonly boolean: boolean
}

/** A level of a scale, a date as YYYY-MM-DD, or free text: the column's type says which. */
export interface WordValue {
  readonly kind: 'word'
  readonly word: string
}

export interface MissingValue {
  readonly kind: 'missing'
  readonly reason: MissingReason
  /** The cell or node where it went missing; absent where the causes alone say it. */
  readonly at?: Place
  /** What is known beyond the reason: the numbers of a failed division, a rule's name. */
  readonly detail?: string
  readonly because: readonly MissingValue[]
}

/** Where a value stands: a column, and the row by ids (or 1-based numbers), outermost table first. */
export interface Place {
  readonly column: string
  /** null on the body itself, else as `goals[g1].indicators[2]`. */
  readonly row: string | null
}

export interface NotApplicableValue {
  readonly kind: 'not-applicable'
  readonly exclusion: Exclusion
}

/** What took a value away. */
export interface Exclusion {
  readonly rule: string
  /** The excluded criterion, or null where the whole body is excluded. */
  readonly criterion: string | null
  readonly citation: string
  /** Where no rule fired: the population or ranking that the body is not of. */
  readonly outside?: string
}

/** Why a value is not applicable, for people. */
export function exclusionWords({ rule, outside }: Exclusion): string {
  return outside === undefined
    ? `excluded by rule "${rule}"`
    : `not of ${outside}`
}

export function numberValue(number: Numeric): NumberValue {
  return { kind: 'number', number }
}

export const TRUE: BooleanValue = { kind: 'boolean', boolean: true }
export const FALSE: BooleanValue = { kind: 'boolean', boolean: false }

export function booleanValue(boolean: boolean): BooleanValue {
  return boolean ? TRUE : FALSE
}

export function missing(
  reason: MissingReason,
  options: {
    readonly at?: Place
    readonly detail?: string
    readonly because?: readonly MissingValue[]
  } = NOTHING_MORE,
): MissingValue {
  const { at, detail, because = WITHOUT_CAUSES } = options
  // Most cells without a value are simply empty: no option is copied for them.
  if (detail === undefined) {
    return at
      ? { kind: 'missing', because, reason, at }
      : { kind: 'missing', because, reason }
  }
  return at
    ? { kind: 'missing', because, reason, at, detail }
    : { kind: 'missing', because, reason, detail }
}

const NOTHING_MORE = {}
const WITHOUT_CAUSES: readonly MissingValue[] = []

export function isPresent(value: Value): value is PresentValue {
  return value.kind !== 'missing' && value.kind !== 'not-applicable'
}

/**
 * What an operation on absent operands gives: not applicable wins over missing,
 * missing over everything else; null where nothing is absent.
 */
export function absenceOf(
  values: readonly Value[],
): MissingValue | NotApplicableValue | null {
  let first: MissingValue | null = null
  let isAlone = true
  for (const value of values) {
    if (value.kind === 'not-applicable') return value
    if (value.kind !== 'missing') continue
    if (first) isAlone = false
    else first = value
  }
  if (!first || isAlone) return first
  const because = values.filter((value) => value.kind === 'missing')
  return missing('OPERAND_MISSING', { because })
}
