/** Where everything that a text says stands in it. Offsets are UTF-16 units. */
import type { Literal } from '../written.js'

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded'

interface Span {
  /** Of what is written of the value, without anchors and tags. */
  readonly from: number
  /** Behind it; comments that follow are outside, the line break of a block scalar inside. */
  readonly to: number
  /** An anchor or a tag stands before it. */
  readonly isMarked: boolean
}

export interface ScalarSpot extends Span {
  readonly kind: 'scalar'
  readonly style: ScalarStyle
  readonly value: string | Literal
}

export interface AliasSpot extends Span {
  readonly kind: 'alias'
  readonly value: Literal
}

/** Of a map or a list. */
export interface CollectionSpot extends Span {
  readonly kind: 'map' | 'list'
  /** In braces or brackets. */
  readonly isFlow: boolean
  readonly entries: readonly Entry[]
  /** Where the comma behind the last entry stands, if there is one. */
  readonly lastComma: number | null
  /** Not as a methodology is written: explicit keys, a merge key, a pair without braces. */
  readonly isUnusual: boolean
}

export type Spot = ScalarSpot | AliasSpot | CollectionSpot

export interface Entry {
  readonly key: string | number
  /** Where the key begins, or the dash of an item of a block list, or an item of a flow list. */
  readonly from: number
  /** Behind the key; of a list item the same as `from`. */
  readonly keyTo: number
  /** Behind the colon or dash; null where there is none. */
  readonly after: number | null
  /** The comma before it in braces or brackets. */
  readonly comma: number | null
  readonly spot: Spot
}

export interface SyntaxMistake {
  readonly message: string
  readonly from: number
  readonly to: number
}

export interface Outline {
  readonly text: string
  /** null for a text that says nothing. */
  readonly root: Spot | null
  readonly errors: readonly SyntaxMistake[]
}
