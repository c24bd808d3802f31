/**
 * Normalisers as column code; `evaluation/normalise.ts` says what they are. A
 * value that is absent before stays absent as it was.
 */
import { moments } from '../../evaluation/distribution.js'
import { isTurned } from '../../evaluation/goalposts.js'
import { mean } from '../../functions/mean.js'
import { percentileRank } from '../../functions/percentile-rank.js'
import { standardDeviation } from '../../functions/standard-deviation.js'
import type { DistributionNode } from '../../methodology/methodology.js'
import type { Normaliser } from '../../methodology/normaliser.js'
import {
  isFault,
  larger,
  smaller,
  subtract,
  type Numeric,
} from '../../number/numeric.js'
import type { Code } from '../code/code.js'
import { extremeOf, lowerGoalpost, made } from './lower-goalposts.js'
import { lowerPieces, lowerPoints } from './lower-points.js'
import type { LoweringFrame } from './lower-expression.js'
import { membershipIn } from './lower-membership.js'
import { anyNotApplicable, type Lowered } from './lowered.js'
import { NotLowered, type Lowering, type Standing } from './lowering.js'

/** @param raw - in the indicator's own unit */
export function lowerNormaliser(
  normaliser: Normaliser,
  raw: Lowered,
  frame: LoweringFrame,
): Lowered {
  const { lowering, at } = frame
  const { code } = lowering
  if (normaliser.kind === 'scale') return lowerPoints(raw, normaliser, lowering)
  if (normaliser.kind === 'formula') {
    const pieces = lowerPieces(raw, normaliser, frame, (score) =>
      held(score, normaliser, lowering),
    )
    return whereThere(raw, pieces, lowering)
  }
  if (normaliser.among && at.kind !== 'bodies') {
    throw new NotLowered('rows of a table are held against no bodies')
  }
  const { value, posts, isUndecided } = lowerFigure(raw, normaliser, frame)
  const score = held(value, normaliser, lowering)
  const group = groupOf(normaliser.among, lowering)
  const isOutside = outside(normaliser, lowering)
  const postsThere = posts.reduce<Code>(
    (so, post) => code.both(so, code.isPresent(post.value)),
    code.number(1),
  )
  const isOpen = code.either(group.isMissing, isUndecided)
  // What is missing comes first, then what is not applicable, as in exact numbers.
  const isGathered = code.opposite(code.either(group.notApplicable, isOpen))
  const notOfPosts = anyNotApplicable(code, posts)
  const notApplicable = code.either(
    group.notApplicable,
    code.both(
      isGathered,
      code.either(notOfPosts, code.both(postsThere, isOutside)),
    ),
  )
  const isIn = code.both(
    code.both(isGathered, postsThere),
    code.opposite(code.either(notOfPosts, isOutside)),
  )
  const found = code.select(isIn, score, code.number(NaN))
  return whereThere(raw, { value: found, notApplicable }, lowering)
}

/** As the raw value is where that is absent. */
function whereThere(
  raw: Lowered,
  { value, notApplicable }: Lowered,
  { code }: Lowering,
): Lowered {
  const isThere = code.isPresent(raw.value)
  return {
    value: code.select(isThere, value, code.number(NaN)),
    notApplicable: code.either(
      raw.notApplicable,
      code.both(isThere, notApplicable),
    ),
  }
}

interface Figure {
  readonly value: Code
  /** The fixed goalposts. */
  readonly posts: readonly Lowered[]
  /** 1 where it is undecided whose figures count. */
  readonly isUndecided: Code
}

function lowerFigure(
  raw: Lowered,
  normaliser: Normaliser,
  frame: LoweringFrame,
): Figure {
  const { lowering } = frame
  const { code } = lowering
  const { kind, among, better } = normaliser
  const { from, to, target } = normaliser
  const posts = [from, to, target].flatMap((post) =>
    post?.kind === 'fixed' ? [lowerGoalpost(post, normaliser, frame)] : [],
  )
  const isUndecided = among
    ? extremeOf(among, 'least', lowering).isUndecided
    : code.number(0)
  switch (kind) {
    case 'min-max':
    case 'goalposts': {
      const value = betweenGoalposts(raw.value, normaliser, frame)
      return { value, posts, isUndecided }
    }
    case 'z-score': {
      const value = zScore(raw.value, normaliser, lowering)
      return { value, posts, isUndecided }
    }
    case 'distance-to-target': {
      const post = lowerGoalpost(target, normaliser, frame).value
      const [above, below] =
        better === 'more' ? [raw.value, post] : [post, raw.value]
      return {
        value: code.operation('divide', above, below),
        posts,
        isUndecided,
      }
    }
    default: {
      const standing = lowering.standingOf(needed(among), raw)
      const value = place(standing, normaliser, lowering)
      return { value, posts, isUndecided: standing.isUndecided }
    }
  }
}

/** lower + (t(x) - t(from)) / (t(to) - t(from)) * (upper - lower), where t is the transform. */
function betweenGoalposts(
  raw: Code,
  normaliser: Normaliser,
  frame: LoweringFrame,
): Code {
  const { lowering } = frame
  const { code } = lowering
  const { kind, among, transform } = normaliser
  const isMinMax = kind === 'min-max'
  const from = isMinMax
    ? extremeOf(needed(among), 'least', lowering).value
    : lowerGoalpost(normaliser.from, normaliser, frame).value
  const to = isMinMax
    ? extremeOf(needed(among), 'most', lowering).value
    : lowerGoalpost(normaliser.to, normaliser, frame).value
  const [x, low, high] = transform
    ? ([raw, from, to].map((each) =>
        code.operation(TRANSFORMS[transform], each),
      ) as [Code, Code, Code])
    : [raw, from, to]
  const share = code.operation(
    'divide',
    code.operation('subtract', x, low),
    code.operation('subtract', high, low),
  )
  const score = spread(share, normaliser, isTurned(normaliser), lowering)
  return unlessConstant(
    code.operation('equal', from, to),
    score,
    normaliser,
    lowering,
  )
}

const TRANSFORMS = {
  ln: 'natural-logarithm',
  log10: 'decimal-logarithm',
  sqrt: 'square-root',
} as const

/** (x - mean) / deviation. */
function zScore(raw: Code, normaliser: Normaliser, lowering: Lowering): Code {
  const { code } = lowering
  const { deviation, better } = normaliser
  const among = needed(normaliser.among)
  const middle = lowering.statistic(
    among,
    'mean',
    (rows) => made(mean.inColumns?.(rows, [])),
    (sorted) => moments(sorted, deviation).mean,
  ).value
  const width = lowering.statistic(
    among,
    `${deviation} deviation`,
    (rows) => made(standardDeviation.inColumns?.(rows, [deviation])),
    (sorted) => moments(sorted, deviation).deviation,
  ).value
  const distance = code.operation('subtract', raw, middle)
  const score = code.operation('divide', distance, width)
  return unlessConstant(
    code.operation('equal', width, code.number(0)),
    better === 'more' ? score : code.operation('negate', score),
    normaliser,
    lowering,
  )
}

function unlessConstant(
  isConstant: Code,
  score: Code,
  { ifConstant }: Normaliser,
  lowering: Lowering,
): Code {
  const { code } = lowering
  const instead = ifConstant ? lowering.number(ifConstant) : code.number(NaN)
  return code.select(isConstant, instead, score)
}

/** 1 + how many are worse, or the share of the others that are left behind. */
function place(
  { below, above, count }: Standing,
  normaliser: Normaliser,
  lowering: Lowering,
): Code {
  const { code } = lowering
  const { kind, better } = normaliser
  if (kind === 'rank') {
    const worse = better === 'more' ? below : above
    return code.operation('add', worse, code.number(1))
  }
  const share = percentileRank.inColumns?.(code, { below, above, count }, [])
  return spread(made(share), normaliser, better === 'less', lowering)
}

/** From 0..1 to the range; turned, it counts from the upper end. */
function spread(
  share: Code,
  { range: [lower, upper] }: Normaliser,
  turned: boolean,
  lowering: Lowering,
): Code {
  const { code } = lowering
  const span = subtract(upper, lower)
  if (isFault(span)) throw new NotLowered('a range is too wide')
  const way = code.operation('multiply', share, lowering.number(span))
  return turned
    ? code.operation('subtract', lowering.number(upper), way)
    : code.operation('add', lowering.number(lower), way)
}

function held(score: Code, normaliser: Normaliser, lowering: Lowering): Code {
  const { code } = lowering
  const { clamp } = normaliser
  const [lower, upper] = normaliser.range
  const end = (choose: (a: Numeric, b: Numeric) => Numeric) =>
    lowering.number(choose(lower, upper))
  const raised =
    clamp === 'below' || clamp === 'both'
      ? code.operation('max', score, end(smaller))
      : score
  return clamp === 'above' || clamp === 'both'
    ? code.operation('min', raised, end(larger))
    : raised
}

/** Whether the body has no group to be held against, and why. */
function groupOf(
  among: DistributionNode | null,
  lowering: Lowering,
): { readonly isMissing: Code; readonly notApplicable: Code } {
  const { code } = lowering
  const by = among?.among?.by.map((column) => lowering.read(column)) ?? []
  const notApplicable = anyNotApplicable(code, by)
  const isThere = by.reduce<Code>(
    (so, { value }) => code.both(so, code.isPresent(value)),
    code.number(1),
  )
  const isAbsent = code.opposite(isThere)
  return {
    isMissing: code.both(isAbsent, code.opposite(notApplicable)),
    notApplicable,
  }
}

/** 1 where the body does not belong to those among whom it would have a rank. */
function outside({ kind, population }: Normaliser, lowering: Lowering): Code {
  const { code } = lowering
  if (!population || (kind !== 'rank' && kind !== 'percentile-rank')) {
    return code.number(0)
  }
  const { counts, isUndecided } = membershipIn(population, lowering)
  return code.opposite(code.either(counts, isUndecided))
}

function needed(among: DistributionNode | null): DistributionNode {
  if (!among) throw new NotLowered('a normaliser looks at no bodies')
  return among
}
