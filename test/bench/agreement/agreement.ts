/** Whether a contender computes what the reference computes, body by body. */
import type {
  Contender,
  Output,
  Prepared,
  Result,
} from '../contenders/contender.js'
import type { Reference } from './reference.js'

/** Of figures that are not rounded, as a share of the figure. */
const TOLERANCE = 1e-9

export interface Agreement {
  /** Bodies that were compared. */
  readonly bodies: number
  /** Bodies whose total lies so near to a half that doubles may round it either way. */
  readonly onAHalf: number
}

/**
 * Compares the first bodies, as many as both have. Which outputs are absent, which rules fired and rounded totals must be the
 * same, figures that are not rounded within 1e-9; a total computed in doubles
 * may fall to the other side of a half that it lies within 1e-9 of.
 *
 * @throws Error that names the first body that differs
 */
export function checkAgreement(
  { name, exact }: Contender,
  prepared: Prepared,
  reference: Reference,
): Agreement {
  const result = prepared.result()
  const bodies = Math.min(prepared.bodies, reference.ids.length)
  let onAHalf = 0
  for (let row = 0; row < bodies; row++) {
    const refuse = (what: string, is: number, should: number): never => {
      const id = reference.ids[row] ?? ''
      throw new Error(
        `${name} does not agree with the reference on body ${id}: ${what} is ${is}, the reference has ${should}.`,
      )
    }
    for (const [output, column] of Object.entries(result.outputs)) {
      const is = column[row] ?? NaN
      const should = reference.outputs[output as Output][row] ?? NaN
      if (isSame(is, should, output === 'A')) continue
      const other = !exact && output === 'A' && isOtherSide(is, reference, row)
      if (other) onAHalf++
      else refuse(output, is, should)
    }
    const fired = result.fired?.[row]
    const shouldFire = reference.fired[row] ?? 0
    if (fired !== undefined && fired !== shouldFire) {
      refuse('the sum of the rules fired', fired, shouldFire)
    }
  }
  if (result.places) checkPlaces(name, result, reference, onAHalf)
  return { bodies, onAHalf }
}

function isSame(a: number, b: number, isRounded: boolean): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) {
    return Number.isNaN(a) === Number.isNaN(b)
  }
  return isRounded ? a === b : Math.abs(a - b) <= TOLERANCE * Math.abs(b)
}

/** A neighbour of the rounded total, where the total is a half but for noise. */
function isOtherSide(total: number, of: Reference, row: number): boolean {
  const should = of.outputs.A[row] ?? NaN
  const hundredths = unroundedTotal(of, row) * 100
  const toHalf = Math.abs(hundredths - Math.floor(hundredths) - 0.5)
  const isNeighbour = Math.abs(total - should) < 0.010_001
  return isNeighbour && toHalf <= TOLERANCE * Math.max(1, hundredths)
}

function unroundedTotal({ outputs, isCentral }: Reference, row: number) {
  const at = (output: Output) => outputs[output][row] ?? NaN
  const [B, C, D, E, W] = [at('B'), at('C'), at('D'), at('E'), at('W')]
  return isCentral[row]
    ? (0.1 * B + 0.1 * C + 0.8 * D) * 100 - W
    : (0.2 * B + 0.8 * D) * E * 100 - W
}

/** Places follow from the totals, and are those of the reference where these are. */
function checkPlaces(
  name: string,
  { outputs, places }: Result,
  reference: Reference,
  onAHalf: number,
): void {
  const { ids, isCentral } = reference
  const isWhole = places?.length === ids.length
  // Among more bodies than the reference has, places are those of the whole.
  if (!places || !outputs.A || !isWhole) return
  const totals = outputs.A
  const should =
    onAHalf === 0 ? reference.places : competitionPlaces(totals, isCentral)
  places.forEach((place, row) => {
    if (place === should[row]) return
    throw new Error(
      `${name} does not agree with the reference on body ${ids[row] ?? ''}: its place is ${place}, not ${should[row] ?? 0}.`,
    )
  })
}

/** Places as they are defined: one more than the bodies of the kind with a higher total. */
function competitionPlaces(
  totals: Float64Array,
  isCentral: readonly boolean[],
): Int32Array {
  return Int32Array.from(totals, (total, row) =>
    Number.isNaN(total)
      ? 0
      : 1 +
        totals.filter(
          (other, at) => isCentral[at] === isCentral[row] && other > total,
        ).length,
  )
}
