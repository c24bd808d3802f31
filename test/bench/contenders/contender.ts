/** What is measured: one interface for hand-written code, for Olshem's evaluators and for others. */
import type { Methodology } from '../../../engine/index.js'
import type { ColumnData } from '../workload/column-data.js'
import type { JsonBody } from '../workload/goals-json.js'

export interface Contender {
  readonly name: string
  /** npm package, of a peer. */
  readonly library?: string
  /** How it was set to work, in a sentence. */
  readonly how: string
  /** `rules` decides which rules fire; `figures` computes all outputs with the rules; `places` ranks as well. */
  readonly computes: 'rules' | 'figures' | 'places'
  /** `json` contenders may be given the first bodies only. */
  readonly reads: 'columns' | 'json'
  readonly origin: 'hand-written' | 'olshem' | 'peer'
  /** Rounded figures and places must be those of the reference without any tolerance. */
  readonly exact: boolean
  /** Everything that is done once: compiling, and bringing the bodies into the form that is read fastest. */
  readonly prepare: (workload: Workload) => Promise<Prepared>
}

export interface Workload {
  readonly methodology: Methodology
  readonly columns: ColumnData
  /** The first bodies of the columns, or all of them. */
  readonly bodies: readonly JsonBody[]
}

/** Ready to be timed. */
export interface Prepared {
  /** How many bodies one run computes. */
  readonly bodies: number
  readonly run: () => void | Promise<void>
  /** Of the last run. */
  readonly result: () => Result
}

export const OUTPUTS = ['B', 'C', 'D', 'E', 'W', 'A'] as const
export type Output = (typeof OUTPUTS)[number]

/** For each body in the order of the rows; what a contender does not compute is left out. */
export interface Result {
  /** NaN: missing or not applicable. A is rounded to two digits. */
  readonly outputs: Partial<Record<Output, Float64Array>>
  /** The rules that fired, as a sum of bits. */
  readonly fired?: Uint8Array
  /** Place among the bodies of its kind; 0 where it has none. */
  readonly places?: Int32Array
}
