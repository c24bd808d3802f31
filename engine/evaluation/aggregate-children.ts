/**
 * What the children of a criterion make: weighted means, sums, products and
 * extremes, and what a missing or excluded child does to them.
 *
 * Formulas as in OECD/EU/JRC (2008), Handbook on Constructing Composite
 * Indicators, pp. 33 and 102-105, doi:10.1787/9789264043466-en.
 */
import { cellOf } from './cell.js'
import type {
  AggregateMaker,
  CriterionNode,
} from '../methodology/methodology.js'
import type { MissingReason } from '../missing-reason.js'
import {
  add,
  compare,
  divide,
  integer,
  isZero,
  larger,
  multiply,
  ONE,
  root,
  sign,
  smaller,
  ZERO,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { power } from '../number/power.js'
import { findAggregate } from '../functions/table.js'
import { median } from '../functions/median.js'
import type { Scale } from '../scales/scale.js'
import {
  absenceOf,
  isPresent,
  missing,
  numberValue,
  type MissingValue,
  type Value,
} from '../value.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'
import { levelValue, placesOf } from './evaluate-call.js'
import { outcome } from './outcome.js'
import { findParameter } from './evaluate-lookup.js'

type Result = Numeric | Fault | MissingReason

/** How a child went into its parent. */
export interface ChildPart {
  readonly node: CriterionNode
  readonly value: Value
  readonly weight: Numeric
  readonly role: 'used' | 'left-out' | 'zero' | 'decides'
}

export interface AggregatedChildren {
  readonly value: Value
  readonly parts: readonly ChildPart[]
}

export function aggregateChildren(
  maker: AggregateMaker,
  frame: Frame,
): AggregatedChildren {
  const absent: Value[] = []
  const parts = maker.children.map((node, index): ChildPart => {
    const value = cellOf(frame.row, node)
    if (!value)
      throw new TypeError(`"${node.name}" was read before it was computed`)
    const varied = variedWeight(node, value, frame)
    const role = roleOf(value, maker)
    const isThere = varied === null || varied.kind === 'number'
    if (!isThere && needsWeight(value, role, maker)) absent.push(varied)
    const own = varied?.kind === 'number' ? varied.number : null
    const weight = isThere ? (own ?? maker.weights[index] ?? ONE) : ZERO
    return { node, value, weight, role }
  })
  const value =
    absenceOf(absent) ??
    decided(parts, maker, frame) ??
    combined(parts, maker, frame)
  return { value, parts }
}

/** The weight of this body and year; null where it is the same for all. */
function variedWeight(
  { weightBy }: CriterionNode,
  value: Value,
  frame: Frame,
): Value | null {
  if (weightBy?.kind === 'parameter') {
    return weightBy.parameter.varies
      ? findParameter(weightBy, frame).value
      : null
  }
  if (!weightBy) return null
  const weight = evaluateExpression(weightBy, frame)
  if (weight.kind === 'number' && sign(weight.number) < 0) {
    return outcome('NEGATIVE_WEIGHT', frame)
  }
  // Nobody has this indicator, so that neither it nor its weight goes in anywhere.
  return isPresent(weight) || isPresent(value) ? weight : numberValue(ZERO)
}

/**
 * An indicator that an exclusion took away needs no weight: there may be none
 * in the years without it. A sum is scaled up by the weights of missing ones.
 */
function needsWeight(
  value: Value,
  role: ChildPart['role'],
  { aggregation }: AggregateMaker,
): boolean {
  if (role === 'used' || role === 'zero') return true
  return (
    role === 'left-out' && value.kind === 'missing' && aggregation === 'sum'
  )
}

function roleOf(value: Value, maker: AggregateMaker): ChildPart['role'] {
  if (isPresent(value)) return 'used'
  const word =
    value.kind === 'missing' ? maker.missingChild : maker.excludedChild
  if (word === 'share-weights') return 'left-out'
  return word === 'count-as-zero' ? 'zero' : 'decides'
}

/** The value that absent children decide before anything is combined. */
function decided(
  parts: readonly ChildPart[],
  maker: AggregateMaker,
  frame: Frame,
): Value | null {
  const excluded = parts.filter(({ value }) => value.kind === 'not-applicable')
  const lost = parts.flatMap(({ value }) =>
    value.kind === 'missing' ? [value] : [],
  )
  const gone = (reason: MissingReason, because: readonly MissingValue[]) =>
    missing(reason, { at: { column: frame.node, row: null }, because })

  // A body with too little data is not scored, whatever a missing child does.
  const screened = lost.find(({ reason }) => reason === 'SCREENED_OUT')
  if (screened) return screened
  const [exclusion] = excluded
  if (exclusion) {
    if (maker.excludedChild === 'no-total') return exclusion.value
    if (maker.excludedChild === 'node-missing')
      return gone('CHILD_EXCLUDED', lost)
    if (maker.excludedChild === 'node-zero') return numberValue(ZERO)
  }
  const possible = parts.length - excluded.length
  const present = parts.filter(({ role }) => role === 'used').length
  if (possible === 0 && exclusion) return exclusion.value
  if (present === 0 && lost.length > 0) {
    if (maker.allMissing === 'node-missing') return gone('NO_CHILD', lost)
    return numberValue(ZERO)
  }
  if (maker.atLeast && !enough(present, possible, maker.atLeast)) {
    return gone('TOO_FEW_CHILDREN', lost)
  }
  if (lost.length === 0) return null
  if (maker.missingChild === 'node-missing') return gone('CHILD_MISSING', lost)
  return maker.missingChild === 'node-zero' ? numberValue(ZERO) : null
}

function enough(
  present: number,
  possible: number,
  atLeast: NonNullable<AggregateMaker['atLeast']>,
): boolean {
  if (atLeast.kind === 'children') return present >= atLeast.children
  const share = divide(integer(present), integer(Math.max(1, possible)))
  return typeof share !== 'string' && compare(share, atLeast.share) >= 0
}

function combined(
  parts: readonly ChildPart[],
  maker: AggregateMaker,
  frame: Frame,
): Value {
  const { scale } = maker
  if (scale) return combineLevels(parts, maker, scale, frame)
  const counted = parts.flatMap(({ value, weight, role }) => {
    if (role === 'zero') return [{ number: ZERO, weight }]
    return role === 'used' && value.kind === 'number'
      ? [{ number: value.number, weight }]
      : []
  })
  const all = sum(parts.map(({ weight }) => weight))
  return outcome(combine(counted, maker, all), frame)
}

/** min is the worst, max the best, median the middle one, of an even number the worse of the two. */
function combineLevels(
  parts: readonly ChildPart[],
  { aggregation }: AggregateMaker,
  scale: Scale,
  frame: Frame,
): Value {
  const used = parts.flatMap(({ value, role }) =>
    role === 'used' ? [value] : [],
  )
  const places = placesOf(used, scale)
  const [first] = places
  if (first === undefined) return outcome('NO_CHILD', frame)
  const declared =
    aggregation === 'only' ? undefined : findAggregate(aggregation)
  return levelValue(scale, declared?.ofLevels?.(places) ?? first)
}

interface Counted {
  readonly number: Numeric
  readonly weight: Numeric
}

/**
 * - arithmetic: sum(w*x) / sum(w)
 * - geometric: product(x^w) ^ (1 / sum(w)); 0 where a child is 0
 * - harmonic: sum(w) / sum(w / x)
 * - sum: sum(w*x), scaled up by sum(all w) / sum(used w) where weights are shared
 * - product, min, max, median: of the children that are there
 *
 * @param all - the weights of all children together
 */
function combine(
  counted: readonly Counted[],
  maker: AggregateMaker,
  all: Result,
): Result {
  const numbers = counted.map(({ number }) => number)
  const weights = sum(counted.map(({ weight }) => weight))
  if (typeof weights === 'string') return weights
  if (typeof all === 'string') return all
  switch (maker.aggregation) {
    case 'arithmetic':
      return then(weightedSum(counted), (total) => ratioOf(total, weights))
    case 'geometric':
      return geometric(counted, weights)
    case 'harmonic':
      return then(
        sum(counted.map(({ number, weight }) => divide(weight, number))),
        (total) => ratioOf(weights, total),
      )
    case 'sum':
      return then(weightedSum(counted), (total) =>
        compare(weights, all) === 0
          ? total
          : then(ratioOf(all, weights), (scale) => multiply(total, scale)),
      )
    case 'product':
      return numbers.reduce<Result>(
        (result, number) => then(result, (so) => multiply(so, number)),
        ONE,
      )
    case 'min':
      return numbers.reduce(smaller)
    case 'max':
      return numbers.reduce(larger)
    case 'median':
      return median.compute([numbers], [])
    case 'only':
      return numbers[0] ?? 'NO_CHILD'
  }
}

function geometric(counted: readonly Counted[], weights: Numeric): Result {
  if (counted.some(({ number }) => sign(number) < 0)) {
    return 'NEGATIVE_IN_GEOMETRIC_MEAN'
  }
  const first = counted[0]?.weight ?? ONE
  const equal = counted.every(({ weight }) => compare(weight, first) === 0)
  if (isZero(weights)) return 'ZERO_WEIGHTS'
  if (counted.some(({ number, weight }) => isZero(number) && !isZero(weight))) {
    return ZERO
  }
  // Equal weights need no powers, so that the root of a perfect power is exact.
  const product = productOf(counted, ({ number, weight }) =>
    equal ? number : power(number, weight),
  )
  if (product === 'OVERFLOW' || product === 'UNDERFLOW') {
    // The mean is none of these: it lies between the children.
    return productOf(counted, ({ number, weight }) =>
      then(divide(weight, weights), (share) => power(number, share)),
    )
  }
  return then(product, (all) =>
    equal
      ? root(all, counted.length)
      : then(divide(ONE, weights), (share) => power(all, share)),
  )
}

function productOf(
  counted: readonly Counted[],
  factorOf: (of: Counted) => Result,
): Result {
  return counted.reduce<Result>(
    (result, each) =>
      then(result, (so) =>
        then(factorOf(each), (factor) => multiply(so, factor)),
      ),
    ONE,
  )
}

function weightedSum(counted: readonly Counted[]): Result {
  return sum(counted.map(({ number, weight }) => multiply(number, weight)))
}

function ratioOf(a: Numeric, b: Numeric): Result {
  return isZero(b) ? 'ZERO_WEIGHTS' : divide(a, b)
}

function sum(results: readonly Result[]): Result {
  return results.reduce<Result>(
    (total, next) => then(total, (so) => then(next, (more) => add(so, more))),
    ZERO,
  )
}

function then(result: Result, next: (number: Numeric) => Result): Result {
  return typeof result === 'string' ? result : next(result)
}
