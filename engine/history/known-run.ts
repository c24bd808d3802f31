/**
 * A run that was made before: what it found for each body, as it was rounded
 * then, and the hash that proves it.
 */
import { significantDigits } from '../number/significant-digits.js'
import { parseDecimal } from '../number/text.js'
import { bigNumber, TRUSTED_DIGITS } from '../number/big-number.js'
import { missing, numberValue, type Value } from '../value.js'

/** Which run a figure comes from. */
export interface RunReference {
  readonly methodology: string
  readonly version: string
  readonly year: number
  /** Of its results and rankings, as the run itself states it. */
  readonly sha256: string
}

export interface KnownRun extends RunReference {
  readonly bodies: ReadonlyMap<string, KnownBody>
}

export interface KnownBody {
  readonly id: string
  /** Output -> its value then: a figure, or why there was none. */
  readonly figures: ReadonlyMap<string, Value>
}

export function runName({ methodology, version, year }: RunReference): string {
  return `${methodology}@${version}, ${year}`
}

/**
 * The number of a decimal text of a run. A text of more digits than are trusted
 * may be the first 64 of a number whose digits do not end, and is read as such:
 * it equals the number it was cut from.
 */
export function figureOfText(text: string): Value | null {
  if (!/^-?\d+(\.\d+)?$/.test(text) || text.length > LONGEST_FIGURE) return null
  const number =
    significantDigits(text) > TRUSTED_DIGITS ? null : parseDecimal(text)
  return numberValue(
    number === null || typeof number === 'string'
      ? { kind: 'approximation', value: bigNumber(text) }
      : number,
  )
}

/** No figure of a run is written with more characters. */
const LONGEST_FIGURE = 20_000

/** An output that was missing, with the reasons that the run gave. */
export function missingThen(
  run: RunReference,
  reasons: readonly string[],
): Value {
  const shown = [...new Set(reasons)].slice(0, MOST_REASONS)
  const words = shown.length === 0 ? 'no reason is stated' : shown.join('; ')
  return missing('MISSING_THEN', { detail: `${runName(run)}: ${words}` })
}

const MOST_REASONS = 5
