/**
 * Normalisation: a raw value becomes a score. Formulas as in OECD/EU/JRC (2008),
 * Handbook on Constructing Composite Indicators, pp. 27-31 and 83-88,
 * doi:10.1787/9789264043466-en; deviations are named where they stand.
 */
import type { PopulationNode } from '../methodology/methodology.js'
import type { Normaliser } from '../methodology/normaliser.js'
import type { MissingReason } from '../missing-reason.js'
import { percentileRank } from '../functions/percentile-rank.js'
import {
  add,
  compare,
  divide,
  integer,
  isZero,
  larger,
  multiply,
  negate,
  smaller,
  subtract,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { isPresent, missing, numberValue, type Value } from '../value.js'
import { distributionOf, extremes, moments } from './distribution.js'
import { absentGoalpost, goalpost, isTurned, whyEqual } from './goalposts.js'
import { groupOf, groupText } from './group.js'
import { membershipIn } from './membership.js'
import type { Row } from './row.js'
import { transformed } from './transform.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'
import { numberOf, outcome } from './outcome.js'

/** What a normalisation looked at besides the value, for explanations. */
export interface Normalised {
  readonly value: Value
  /** Name -> number or word, as `from`, `to`, `n`, `mean`. */
  readonly with: readonly (readonly [string, Numeric | string])[]
}

type Result = Numeric | Fault | MissingReason

/** @param raw - present, in the indicator's own unit */
export function normalise(
  raw: Value,
  normaliser: Normaliser,
  frame: Frame,
): Normalised {
  if (!isPresent(raw)) return { value: raw, with: [] }
  if (normaliser.kind === 'scale') return byScale(raw, normaliser)
  if (normaliser.kind === 'formula') return byPieces(raw, normaliser, frame)
  const among = normaliser.among && distributionOf(frame.row, normaliser.among)
  if (among?.kind === 'missing') return { value: among.missing, with: [] }
  const absence =
    absentGoalpost(normaliser, frame) ?? outside(normaliser, frame)
  if (absence) return { value: absence, with: [] }
  const sorted = among?.sorted ?? []
  const seen: [string, Numeric | string][] = among
    ? [
        ['n', integer(sorted.length)],
        ...amongWords(normaliser.population, frame.row),
      ]
    : []
  const result = compute(numberOf(raw), normaliser, sorted, frame, seen)
  const held = typeof result === 'string' ? result : clamp(result, normaliser)
  return { value: outcome(held, frame), with: seen }
}

/** The named population that is looked at, and the group of the body in it. */
function amongWords(
  population: PopulationNode | null,
  row: Row,
): readonly [string, string][] {
  if (!population) return []
  const group = groupOf(row, population)
  const words = group.kind === 'group' ? groupText(group) : ''
  return [['among', `${population.population}${words}`]]
}

/** A body has a rank only among those that it belongs to. */
function outside({ kind, population }: Normaliser, frame: Frame): Value | null {
  if (!population || (kind !== 'rank' && kind !== 'percentile-rank')) {
    return null
  }
  const membership = membershipIn(frame.row, population)
  return membership.kind === 'outside' || membership.kind === 'excluded'
    ? { kind: 'not-applicable', exclusion: membership.exclusion }
    : null
}

function compute(
  raw: Numeric,
  normaliser: Normaliser,
  sorted: readonly Numeric[],
  frame: Frame,
  seen: [string, Numeric | string][],
): Result {
  switch (normaliser.kind) {
    case 'min-max':
    case 'goalposts':
      return betweenGoalposts(raw, normaliser, sorted, frame, seen)
    case 'z-score':
      return zScore(raw, normaliser, sorted, seen)
    case 'rank':
      return rankFromWorst(raw, normaliser, sorted)
    case 'percentile-rank':
      return percentile(raw, normaliser, sorted)
    case 'distance-to-target': {
      const target = goalpost(normaliser.target, normaliser, sorted, frame)
      if (typeof target === 'string') return target
      seen.push(['target', target])
      return normaliser.better === 'more'
        ? divide(raw, target)
        : divide(target, raw)
    }
    case 'scale':
    case 'formula':
      throw new TypeError('Scales and formulas are not computed here')
  }
}

/**
 * lower + (t(x) - t(from)) / (t(to) - t(from)) * (upper - lower), where t is the
 * transform; min-max takes the smallest and largest figure for from and to.
 */
function betweenGoalposts(
  raw: Numeric,
  normaliser: Normaliser,
  sorted: readonly Numeric[],
  frame: Frame,
  seen: [string, Numeric | string][],
): Result {
  const ends = extremes(sorted)
  const isMinMax = normaliser.kind === 'min-max'
  const from = isMinMax
    ? (ends?.least ?? 'NO_BODY_WITH_VALUE')
    : goalpost(normaliser.from, normaliser, sorted, frame)
  const to = isMinMax
    ? (ends?.most ?? 'NO_BODY_WITH_VALUE')
    : goalpost(normaliser.to, normaliser, sorted, frame)
  if (typeof from === 'string') return from
  if (typeof to === 'string') return to
  seen.push(['from', from], ['to', to])
  if (compare(from, to) === 0)
    return normaliser.ifConstant ?? whyEqual(normaliser)
  const share = chainOf(
    transformed([raw, from, to], normaliser),
    ([x, low, high]) =>
      chainOf([subtract(x, low), subtract(high, low)], ([above, span]) =>
        divide(above, span),
      ),
  )
  return spread(share, normaliser, isTurned(normaliser))
}

/** (x - mean) / deviation. */
function zScore(
  raw: Numeric,
  normaliser: Normaliser,
  sorted: readonly Numeric[],
  seen: [string, Numeric | string][],
): Result {
  if (sorted.length === 0) return 'NO_BODY_WITH_VALUE'
  const { mean, deviation } = moments(sorted, normaliser.deviation)
  return chainOf([mean, deviation], ([middle, width]) => {
    seen.push(['mean', middle], ['deviation', width])
    if (isZero(width)) return normaliser.ifConstant ?? 'CONSTANT_POPULATION'
    return chainOf([subtract(raw, middle)], ([distance]) =>
      chainOf([divide(distance, width)], ([score]) =>
        normaliser.better === 'more' ? score : negate(score),
      ),
    )
  })
}

/**
 * 1 + the number of bodies that are strictly worse: the worst have 1, so that
 * more is better like everywhere else. Equal figures share the lower number.
 */
function rankFromWorst(
  raw: Numeric,
  normaliser: Normaliser,
  sorted: readonly Numeric[],
): Result {
  const worse = sorted.filter((figure) =>
    normaliser.better === 'more'
      ? compare(figure, raw) < 0
      : compare(figure, raw) > 0,
  )
  return integer(1 + worse.length)
}

function percentile(
  raw: Numeric,
  normaliser: Normaliser,
  sorted: readonly Numeric[],
): Result {
  const share = percentileRank.compute(raw, sorted, [])
  return spread(share, normaliser, normaliser.better === 'less')
}

/** From 0..1 to the range; turned, it counts from the upper end. */
function spread(
  share: Result,
  normaliser: Normaliser,
  turned: boolean,
): Result {
  if (typeof share === 'string') return share
  const [lower, upper] = normaliser.range
  return chainOf([subtract(upper, lower)], ([span]) =>
    chainOf([multiply(share, span)], ([way]) =>
      turned ? subtract(upper, way) : add(lower, way),
    ),
  )
}

function clamp(score: Numeric, normaliser: Normaliser): Numeric {
  const [lower, upper] = normaliser.range
  const { clamp: ends } = normaliser
  const below = ends === 'below' || ends === 'both'
  const above = ends === 'above' || ends === 'both'
  const held = below ? larger(score, smaller(lower, upper)) : score
  return above ? smaller(held, larger(lower, upper)) : held
}

/** Goes on only where every step had a result. */
function chainOf(
  results: readonly Result[],
  next: (numbers: readonly [Numeric, Numeric, Numeric]) => Result,
): Result {
  const fault = results.find((result) => typeof result === 'string')
  if (typeof fault === 'string') return fault
  const [a, b, c] = results as readonly Numeric[]
  const first = a ?? integer(0)
  return next([first, b ?? first, c ?? first])
}

function byScale(raw: Value, normaliser: Normaliser): Normalised {
  const level =
    raw.kind === 'word'
      ? raw.word
      : raw.kind === 'boolean'
        ? String(raw.boolean)
        : ''
  const points = normaliser.points.get(level)
  if (!points) throw new TypeError(`No points for the level "${level}"`)
  return { value: numberValue(points), with: [['level', level]] }
}

function byPieces(
  raw: Value,
  normaliser: Normaliser,
  frame: Frame,
): Normalised {
  const inside = { ...frame, argument: raw }
  for (const piece of normaliser.pieces) {
    const met = piece.when
      ? evaluateExpression(piece.when, inside)
      : { kind: 'boolean' as const, boolean: true }
    if (met.kind === 'missing') {
      const because = [met]
      return { value: missing('UNDECIDED_PIECE', { because }), with: [] }
    }
    if (met.kind === 'not-applicable') return { value: met, with: [] }
    if (met.kind === 'boolean' && met.boolean) {
      const value = evaluateExpression(piece.value, inside)
      const held =
        value.kind === 'number'
          ? numberValue(clamp(value.number, normaliser))
          : value
      const { text, whenText } = piece
      const when: Normalised['with'] =
        whenText === null ? [] : [['when', whenText]]
      return { value: held, with: [['formula', text], ...when] }
    }
  }
  return { value: outcome('NO_PIECE', frame), with: [] }
}
