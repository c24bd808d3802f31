/** Stored values of a program, and the steps that fill them. */
import type { Builder } from '../code/builder.js'
import type { Code, ColumnLevel, StoredColumn } from '../code/code.js'
import { CERTAIN, within, type Facts } from '../code/facts.js'
import { isNothing } from '../bounds/terms.js'
import type {
  CodeStep,
  ExactValue,
  Step,
  ValueColumns,
} from '../program/step.js'
import type { Lowered } from './lowered.js'

/** Figures that nothing rounds are trusted where their error is below this share of them. */
const TRUSTED_SHARE = 2.5e-10

export interface StoreOptions {
  readonly isCertified: boolean
}

export class Store {
  readonly steps: Step[] = []
  readonly columns: StoredColumn[] = []
  readonly #values = new Map<Lowered, ValueColumns>()

  constructor(
    readonly code: Builder,
    readonly options: StoreOptions,
  ) {}

  column(name: string, level: ColumnLevel, facts: Facts): StoredColumn {
    const column = { index: this.columns.length, name, level, facts }
    this.columns.push(column)
    return column
  }

  /** Columns for a value that something else than code fills. */
  reserve(
    name: string,
    level: ColumnLevel,
    facts: Facts,
    mayBeNotApplicable: boolean,
  ): ValueColumns {
    return {
      value: this.column(name, level, facts),
      notApplicable: mayBeNotApplicable
        ? this.column(`${name} is not applicable`, level, CERTAIN)
        : null,
      error: null,
    }
  }

  /** The value as what reads it sees it. */
  reading(columns: ValueColumns): Lowered {
    const { value, notApplicable } = columns
    const lowered = {
      value: this.code.cell(value),
      notApplicable: notApplicable
        ? this.code.cell(notApplicable)
        : this.code.number(0),
    }
    this.#values.set(lowered, columns)
    return lowered
  }

  /** Where a value stands that has been stored. */
  columnsOf(lowered: Lowered): ValueColumns | null {
    return this.#values.get(lowered) ?? null
  }

  /** @param isFinal - true for figures that are results and not only read by others */
  add(
    name: string,
    level: ColumnLevel,
    lowered: Lowered,
    exact: ExactValue,
    isFinal: boolean,
  ): Lowered {
    const { code, options } = this
    const { value, notApplicable } = lowered
    const column = this.column(name, level, value.facts)
    const stored: CodeStep['stored'][number][] = [{ column, code: value }]
    let exclusion: StoredColumn | null = null
    if (!isNothing(notApplicable)) {
      exclusion = this.column(`${name} is not applicable`, level, CERTAIN)
      stored.push({ column: exclusion, code: notApplicable })
    }
    let error: StoredColumn | null = null
    let doubt: Code | null = null
    if (options.isCertified) {
      const bounds = code.bounded(value)
      const isKnown = value.facts.isWhole || value.facts.isDecimal
      if (!isKnown) {
        error = this.column(`error of ${name}`, level, within(0, Infinity))
        stored.push({ column: error, code: bounds.error })
        code.storeErrors(column, error)
      }
      doubt = this.#doubtOf(value, notApplicable, isKnown, isFinal)
      if (isNothing(doubt)) doubt = null
    }
    const target = { value: column, notApplicable: exclusion, error }
    this.steps.push({ kind: 'code', name, level, stored, doubt, target, exact })
    return this.reading(target)
  }

  /** A value whose doubts are stored beside it, for what reads both. */
  withDoubts(
    name: string,
    level: ColumnLevel,
    { value }: Lowered,
  ): { readonly target: ValueColumns; readonly doubt: StoredColumn | null } {
    const { code, options } = this
    const column = this.column(name, level, value.facts)
    const stored: CodeStep['stored'][number][] = [{ column, code: value }]
    let [error, doubt]: (StoredColumn | null)[] = [null, null]
    if (options.isCertified) {
      const bounds = code.bounded(value)
      error = this.column(`error of ${name}`, level, within(0, Infinity))
      doubt = this.column(`doubt about ${name}`, level, CERTAIN)
      stored.push(
        { column: error, code: bounds.error },
        { column: doubt, code: bounds.doubt },
      )
    }
    const target = { value: column, notApplicable: null, error: error ?? null }
    const never: ExactValue = () => {
      throw new TypeError(`The doubts about ${name} are handed on`)
    }
    this.steps.push({
      kind: 'code',
      name,
      level,
      stored,
      doubt: null,
      target,
      exact: never,
    })
    return { target, doubt: doubt ?? null }
  }

  #doubtOf(
    value: Code,
    notApplicable: Code,
    isKnown: boolean,
    isFinal: boolean,
  ): Code {
    const { code } = this
    const bounds = code.bounded(value)
    const doubt = code.either(bounds.doubt, code.bounded(notApplicable).doubt)
    if (isKnown || isNothing(bounds.error)) return doubt
    const { error } = bounds
    const unbounded = code.operation('is-unbounded', value, error)
    const coarse = isFinal
      ? code.operation('is-coarse', value, error, code.number(TRUSTED_SHARE))
      : code.number(0)
    return code.either(code.either(doubt, unbounded), coarse)
  }

  exactly(
    name: string,
    level: ColumnLevel,
    facts: Facts,
    exact: ExactValue,
  ): Lowered {
    const target = this.reserve(name, level, facts, true)
    this.steps.push({ kind: 'exact', name, level, target, exact })
    return this.reading(target)
  }
}
