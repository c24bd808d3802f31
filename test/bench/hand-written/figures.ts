/**
 * The methodology of 2012 on strategic goals, written by hand for speed: one
 * loop over the bodies, inner loops over the rows of each, doubles throughout.
 * It is the limit that evaluators of methodology files are held against.
 *
 * Absence is NaN. Means leave NaN out, everything else hands it on. Casts to
 * `number` stand where the compiler cannot know that a row lies in its column.
 */
import type { GoalsColumns, Improvements } from './columns.js'

/** Figures of each body; NaN where one is missing or not applicable. */
export interface Figures {
  readonly B: Float64Array
  readonly C: Float64Array
  readonly D: Float64Array
  readonly E: Float64Array
  readonly W: Float64Array
  readonly A: Float64Array
  /** For each body the rules that fired, as a sum of `RULES`. */
  readonly fired: Uint8Array
}

/** The rules of the file and their bits. */
export const RULES = {
  central_total: 1,
  local_total: 2,
  no_risks_of_local: 4,
  no_coefficient_of_central: 8,
  late: 16,
  incomplete_report: 32,
  unreliable: 64,
} as const

const OF_CENTRAL = RULES.central_total | RULES.no_coefficient_of_central
const OF_LOCAL = RULES.local_total | RULES.no_risks_of_local

export function emptyFigures(bodies: number): Figures {
  return {
    B: new Float64Array(bodies),
    C: new Float64Array(bodies),
    D: new Float64Array(bodies),
    E: new Float64Array(bodies),
    W: new Float64Array(bodies),
    A: new Float64Array(bodies),
    fired: new Uint8Array(bodies),
  }
}

export function writeFigures(columns: GoalsColumns, into: Figures): void {
  const { bodies, kind, late, incomplete, unreliable } = columns
  const { B, C, D, E, W, A, fired } = into
  for (let body = 0; body < bodies; body++) {
    const isCentral = kind[body] === 0
    const b = meanOfSectors(columns, body)
    const d = meanOfGoals(columns, body)

    let rules = isCentral ? OF_CENTRAL : OF_LOCAL
    const isLate = late[body] as number
    const isIncomplete = incomplete[body] as number
    const facts = unreliable[body] as number
    // 0 and 1 carry their own absence: NaN times a number is NaN.
    let w = isLate * 1.5 + isIncomplete * 2 + facts * 0
    if (isLate === 1) rules |= RULES.late
    if (isIncomplete === 1) rules |= RULES.incomplete_report
    if (facts >= 3) {
      rules |= RULES.unreliable
      w += Math.min(facts * 0.2, 5)
    }

    let a: number
    if (isCentral) {
      const c = meanOfRisks(columns, body)
      C[body] = c
      E[body] = NaN
      a = (0.1 * b + 0.1 * c + 0.8 * d) * 100 - w
    } else {
      const e = meanOfIndices(columns, body)
      C[body] = NaN
      E[body] = e
      a = (0.2 * b + 0.8 * d) * e * 100 - w
    }
    B[body] = b
    D[body] = d
    W[body] = w
    A[body] = a <= 0 ? 0 : Math.floor(a * 100 + 0.5) / 100
    fired[body] = rules
  }
}

/** A sector without directions has a coefficient of its own. */
function meanOfSectors(columns: GoalsColumns, body: number): number {
  const { sectorsOf, sectorQ1, sectorQ2 } = columns
  const { directionsOf, directionQ1, directionQ2 } = columns
  const end = sectorsOf[body + 1] as number
  let sum = 0
  let count = 0
  for (let sector = sectorsOf[body] as number; sector < end; sector++) {
    const first = directionsOf[sector] as number
    const last = directionsOf[sector + 1] as number
    let q: number
    if (first === last) {
      q = ((sectorQ1[sector] as number) + (sectorQ2[sector] as number)) / 2
    } else {
      let sumOfQ = 0
      let countOfQ = 0
      for (let row = first; row < last; row++) {
        const each =
          ((directionQ1[row] as number) + (directionQ2[row] as number)) / 2
        if (each === each) {
          sumOfQ += each
          countOfQ++
        }
      }
      q = sumOfQ / countOfQ
    }
    if (q === q) {
      sum += q
      count++
    }
  }
  return sum / count
}

function meanOfRisks({ risksOf, risk }: GoalsColumns, body: number): number {
  const end = risksOf[body + 1] as number
  let sum = 0
  let count = 0
  for (let row = risksOf[body] as number; row < end; row++) {
    const r = risk[row] as number
    if (r === r) {
      sum += r
      count++
    }
  }
  return sum / count
}

function meanOfGoals(columns: GoalsColumns, body: number): number {
  const { goalsOf, indicatorsOf, tasksOf, resultsOf } = columns
  const end = goalsOf[body + 1] as number
  let sum = 0
  let count = 0
  for (let goal = goalsOf[body] as number; goal < end; goal++) {
    const k = meanImprovement(
      columns.indicators,
      indicatorsOf[goal] as number,
      indicatorsOf[goal + 1] as number,
    )
    const lastTask = tasksOf[goal + 1] as number
    let sumOfTasks = 0
    let countOfTasks = 0
    for (let task = tasksOf[goal] as number; task < lastTask; task++) {
      const coefficient = meanImprovement(
        columns.results,
        resultsOf[task] as number,
        resultsOf[task + 1] as number,
      )
      if (coefficient === coefficient) {
        sumOfTasks += coefficient
        countOfTasks++
      }
    }
    const x = k * (sumOfTasks / countOfTasks)
    if (x === x) {
      sum += x
      count++
    }
  }
  return sum / count
}

/** Of the rows from `first` to before `end`. */
function meanImprovement(
  { base, plan, fact, operational, falls }: Improvements,
  first: number,
  end: number,
): number {
  let sum = 0
  let count = 0
  for (let row = first; row < end; row++) {
    let value = fact[row] as number
    if (value !== value) value = operational[row] as number
    let from = base[row] as number
    if (from !== from) from = 0
    const sign = 1 - 2 * Number(falls[row] === 1)
    const planned = ((plan[row] as number) - from) * sign
    const actual = (value - from) * sign
    if (planned > 0) {
      const share = actual / planned
      if (share !== share) continue
      sum += Math.max(0, Math.min(1, share))
    } else {
      if (planned !== planned || actual !== actual) continue
      sum += Number(actual >= planned)
    }
    count++
  }
  return sum / count
}

/** The geometric mean; 0 where an index is 0, NaN where one is negative. */
function meanOfIndices(columns: GoalsColumns, body: number): number {
  const { indicesOf, previous, current, indexFalls } = columns
  const end = indicesOf[body + 1] as number
  let product = 1
  let count = 0
  for (let row = indicesOf[body] as number; row < end; row++) {
    const before = previous[row] as number
    const now = current[row] as number
    if (before !== before || now !== now) continue
    let s: number
    if (indexFalls[row] === 1) {
      s = now === 0 ? 1 : before / now
    } else {
      if (before === 0) continue
      s = now / before
    }
    if (s < 0) return NaN
    product *= Math.min(1, s)
    count++
  }
  return count === 0 ? NaN : Math.pow(product, 1 / count)
}
