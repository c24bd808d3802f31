/**
 * A run that was made before: what it found for each body, as it was rounded
 * then, and the hash that proves it.
 */
import type { Value } from '../value.js'

export interface KnownRun {
  readonly methodology: string
  readonly version: string
  readonly year: number
  /** Of its results and rankings, as the run itself states it. */
  readonly sha256: string
  readonly bodies: ReadonlyMap<string, KnownBody>
}

export interface KnownBody {
  readonly id: string
  /** Output -> its value then: a figure, or why there was none. */
  readonly figures: ReadonlyMap<string, Value>
}
