/** The functions of the formula language. A function exists if it stands here. */
import { abs } from './abs.js'
import { band } from './band.js'
import { after } from './after.js'
import { cbrt } from './cbrt.js'
import { ceil } from './ceil.js'
import { clamp } from './clamp.js'
import { coalesce } from './coalesce.js'
import { countIf } from './count-if.js'
import { count } from './count.js'
import type {
  AbsenceFunction,
  AggregateFunction,
  FunctionDeclaration,
  NameFunction,
  NumberFunction,
  StandingFunction,
} from './declaration.js'
import { exp } from './exp.js'
import { floor } from './floor.js'
import { geometricMean } from './geometric-mean.js'
import { harmonicMean } from './harmonic-mean.js'
import { isMissing } from './is-missing.js'
import { kurtosis } from './kurtosis.js'
import { ln } from './ln.js'
import { log10 } from './log10.js'
import { maxOfColumn } from './max-of-column.js'
import { max } from './max.js'
import { mean } from './mean.js'
import { median } from './median.js'
import { minOfColumn } from './min-of-column.js'
import { min } from './min.js'
import { nthRoot } from './nth-root.js'
import { percentileRank } from './percentile-rank.js'
import { percentile } from './percentile.js'
import { previous } from './previous.js'
import { product } from './product.js'
import { rank } from './rank.js'
import { round } from './round.js'
import { lookup } from './lookup.js'
import { score } from './score.js'
import { share } from './share.js'
import { sign } from './sign.js'
import { skewness } from './skewness.js'
import { sqrt } from './sqrt.js'
import { standardDeviation } from './standard-deviation.js'
import { sum } from './sum.js'
import { weightedMean } from './weighted-mean.js'

const NUMBER_FUNCTIONS: readonly NumberFunction[] = [
  abs,
  sign,
  min,
  max,
  clamp,
  round,
  floor,
  ceil,
  sqrt,
  cbrt,
  nthRoot,
  exp,
  ln,
  log10,
]

const ABSENCE_FUNCTIONS: readonly AbsenceFunction[] = [coalesce, isMissing]

const AGGREGATES: readonly AggregateFunction[] = [
  sum,
  mean,
  weightedMean,
  geometricMean,
  harmonicMean,
  product,
  minOfColumn,
  maxOfColumn,
  count,
  countIf,
  share,
  median,
  percentile,
  standardDeviation,
  skewness,
  kurtosis,
]

const STANDINGS: readonly StandingFunction[] = [rank, percentileRank]

const NAME_FUNCTIONS: readonly NameFunction[] = [
  previous,
  score,
  after,
  band,
  lookup,
]

/** All functions; `min` and `max` stand here twice, of values and of a column. */
export const FUNCTIONS: readonly FunctionDeclaration[] = [
  ...NUMBER_FUNCTIONS,
  ...ABSENCE_FUNCTIONS,
  ...AGGREGATES,
  ...STANDINGS,
  ...NAME_FUNCTIONS,
]

/** Each name once, for suggestions. */
export const FUNCTION_NAMES: readonly string[] = [
  ...new Set(FUNCTIONS.map(({ name }) => name)),
]

export const findNumberFunction = finder(NUMBER_FUNCTIONS)
export const findAbsenceFunction = finder(ABSENCE_FUNCTIONS)
export const findAggregate = finder(AGGREGATES)
export const findStanding = finder(STANDINGS)
export const findNameFunction = finder(NAME_FUNCTIONS)

// A Map and not an object: `constructor` and `__proto__` are names like others.
function finder<Declaration extends FunctionDeclaration>(
  declarations: readonly Declaration[],
): (name: string) => Declaration | undefined {
  const byName = new Map(declarations.map((entry) => [entry.name, entry]))
  return (name) => byName.get(name)
}
