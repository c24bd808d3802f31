/** Keyed rows as formulas find them: tables of the file, and parameters that vary. */
import { cellText } from '../data/cell-text.js'
import type { Expression, Type } from '../expression/expression.js'
import type { Numeric } from '../number/numeric.js'
import type { Value } from '../value.js'
import type { Title } from './methodology.js'
import type { Citation } from './legal-basis.js'

export interface KeyedTable {
  readonly name: string
  readonly title: Title
  readonly cite: Citation | null
  readonly key: readonly string[]
  /** Without lists, which no formula holds. */
  readonly columns: ReadonlyMap<string, KeyedColumn>
  /** By `rowKey` of their keys. */
  readonly rows: ReadonlyMap<string, KeyedRow>
}

export interface KeyedColumn {
  readonly type: Type
  readonly unit: string | null
}

export interface KeyedRow {
  /** The line of the row in the file. */
  readonly line: number
  /** Cells that are filled. */
  readonly cells: ReadonlyMap<string, Value>
}

/** By what a parameter varies, and its value for each. */
export interface Variation {
  readonly by: readonly { readonly name: string; readonly value: Expression }[]
  readonly values: readonly VariedValue[]
}

export interface VariedValue {
  /** One per attribute: what it must be. */
  readonly keys: readonly VariationKey[]
  readonly value: Numeric
  readonly line: number
}

export type VariationKey =
  | { readonly kind: 'word'; readonly word: string }
  | {
      readonly kind: 'years'
      readonly from: number
      /** null: from then on. */
      readonly to: number | null
    }

/** The same for the same keys, whatever digits they are written with. */
export function rowKey(values: readonly Value[]): string {
  return JSON.stringify(values.map(cellText))
}

export function keyHolds(key: VariationKey, value: Value): boolean {
  const text = cellText(value)
  if (key.kind === 'word') return key.word === text
  const year = Number(text)
  return year >= key.from && (key.to === null || year <= key.to)
}

export function keyWords(key: VariationKey): string {
  if (key.kind === 'word') return key.word
  if (key.to === key.from) return String(key.from)
  return `${key.from}-${key.to ?? ''}`
}
