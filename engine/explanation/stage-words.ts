/** What each stage of a criterion did, in words with its numbers put in. */
import type { Stage } from '../evaluation/evaluate-criterion.js'
import { limitText } from '../evaluation/limits.js'
import { isTurned } from '../evaluation/goalposts.js'
import type { Normalised } from '../evaluation/normalise.js'
import type {
  AggregateMaker,
  CriterionNode,
} from '../methodology/methodology.js'
import type { Normaliser } from '../methodology/normaliser.js'
import { decimalText, shortText } from '../number/text.js'
import { isPresent, numberValue, type Value } from '../value.js'
import { readable } from './describe-value.js'
import type { ExplainedStep } from './explanation.js'

const MEANS: { readonly [A in AggregateMaker['aggregation']]: string } = {
  arithmetic: 'arithmetic mean',
  geometric: 'geometric mean',
  harmonic: 'harmonic mean',
  sum: 'sum',
  product: 'product',
  min: 'smallest',
  max: 'largest',
  median: 'median',
  only: 'only child',
}

/** What levels know: an order and no arithmetic. */
const LEVELS: { readonly [A in AggregateMaker['aggregation']]?: string } = {
  min: 'worst',
  max: 'best',
  median: 'median, of two in the middle the worse',
  only: 'only child',
}

export function stageWords(
  stage: Stage,
  node: CriterionNode,
  before: Stage | undefined,
): Omit<ExplainedStep, 'value'> {
  switch (stage.kind) {
    case 'computed':
      return {
        step: 'computed',
        words: computedWords(stage, node),
        with: computedWith(stage, node),
      }
    case 'normalised':
      return {
        step: 'normalised',
        words: node.normaliser
          ? normalisedWords(stage, node.normaliser, before?.value)
          : '',
        ...(node.normaliser && { with: { kind: node.normaliser.kind } }),
      }
    case 'maximum': {
      const most = readable(stage.most)
      return { step: 'maximum', words: `at most ${most}`, with: { most } }
    }
    case 'deducted': {
      const { deduction } = stage
      const points = readable(stage.points)
      return {
        step: 'deducted',
        words: `less ${deduction}: ${points}`,
        with: { deduction, points },
      }
    }
    case 'rounded': {
      const { digits = 0, mode = 'half-up' } = node.round ?? {}
      const unit = digits === 1 ? 'digit' : 'digits'
      return {
        step: 'rounded',
        words: `rounded to ${digits} ${unit}, ${mode}`,
        with: { digits: String(digits), mode },
      }
    }
    case 'limited':
      return { step: 'limited', words: limitedWords(stage) }
  }
}

/** How it was made, and of what: the indicator, the variant. */
function computedWith(
  { variant }: Extract<Stage, { kind: 'computed' }>,
  { maker }: CriterionNode,
): { readonly [name: string]: string } {
  switch (maker.kind) {
    case 'indicator':
      return { by: maker.kind, of: maker.value.name }
    case 'aggregate':
      return { by: maker.kind, kind: maker.aggregation }
    case 'variants':
      return { by: maker.kind, ...(variant && { of: variant.name }) }
    case 'formula':
    case 'judged':
      return { by: maker.kind }
  }
}

function judgedWords(evidence: number): string {
  if (evidence === 0) return 'as judged'
  return `as judged, with ${evidence} below as evidence`
}

/** Every limit that was met, and which of them made the value what it is. */
function limitedWords({
  met,
  value,
}: Extract<Stage, { kind: 'limited' }>): string {
  if (met.length === 0) return 'limits'
  const each = met.map((limit) => {
    const cited = `rule ${limit.rule.rule}, ${limit.citation}`
    const bound = limit.bound ? ', binds' : ', does not bind'
    return `${limitText(limit)} (${cited})${isPresent(value) ? bound : ''}`
  })
  return `limits: ${each.join('; ')}`
}

function computedWords(
  stage: Extract<Stage, { kind: 'computed' }>,
  node: CriterionNode,
): string {
  const { maker } = node
  if (maker.kind === 'indicator') return `value of ${maker.value.name}`
  if (maker.kind === 'formula') return 'by its formula'
  if (maker.kind === 'judged') return judgedWords(maker.evidence.length)
  if (maker.kind === 'variants') {
    return stage.variant ? `variant "${stage.variant.name}"` : 'no variant'
  }
  const used = stage.parts.flatMap((part) => {
    if (part.role === 'zero') return [{ text: '0', weight: part.weight }]
    return part.role === 'used'
      ? [{ text: readable(part.value), weight: part.weight }]
      : []
  })
  const weights = used.map(({ weight }) => shortText(weight, 15))
  const texts = used.map(({ text }) => text)
  const mean = maker.scale
    ? LEVELS[maker.aggregation]
    : MEANS[maker.aggregation]
  const words = `${mean ?? ''}${atLeastWords(maker)}`
  if (isPresent(stage.value) && used.length > 0) {
    return `${words}: ${aggregateFormula(maker, texts, weights)}`
  }
  const present = stage.parts.filter(({ role }) => role === 'used').length
  return `${words}: not formed from ${present} of ${stage.parts.length} children`
}

/** `, of at least 2 children`: from when the node is formed. */
function atLeastWords({ atLeast }: AggregateMaker): string {
  if (!atLeast) return ''
  return atLeast.kind === 'children'
    ? `, of at least ${atLeast.children} children`
    : `, of at least ${decimalText(atLeast.share)} of the children`
}

function aggregateFormula(
  maker: AggregateMaker,
  texts: readonly string[],
  weights: readonly string[],
): string {
  const n = texts.length
  const weighted = texts.map(
    (text, index) => `${weights[index] ?? ''} * ${text}`,
  )
  const total = weights.join(' + ')
  switch (maker.aggregation) {
    case 'arithmetic':
      return maker.weighted
        ? `(${weighted.join(' + ')}) / (${total})`
        : `(${texts.join(' + ')}) / ${n}`
    case 'geometric':
      return maker.weighted
        ? `(${texts.map((text, index) => `${text} ^ ${weights[index] ?? ''}`).join(' * ')}) ^ (1 / (${total}))`
        : `(${texts.join(' * ')}) ^ (1 / ${n})`
    case 'harmonic':
      return maker.weighted
        ? `(${total}) / (${texts.map((text, index) => `${weights[index] ?? ''} / ${text}`).join(' + ')})`
        : `${n} / (${texts.map((text) => `1 / ${text}`).join(' + ')})`
    case 'sum':
      return maker.weighted ? weighted.join(' + ') : texts.join(' + ')
    case 'product':
      return texts.join(' * ')
    case 'min':
    case 'max':
    case 'median':
      return `${maker.aggregation}(${texts.join(', ')})`
    case 'only':
      return texts.join('')
  }
}

export function normalisedWords(
  stage: Normalised,
  normaliser: Normaliser,
  before: Value | undefined,
): string {
  const name = normaliser.name === null ? '' : ` "${normaliser.name}"`
  const seen = new Map(
    stage.with.map(([key, value]) => [
      key,
      typeof value === 'string' ? value : readable(numberValue(value)),
    ]),
  )
  const kind = `${normaliser.kind}${name}`
  if (!before || !isPresent(before)) return `${kind}: no value`
  const formula = normaliseFormula(normaliser, readable(before), seen)
  const held =
    normaliser.clamp === 'none'
      ? ''
      : `, held within ${normaliser.range.map(decimalText).join('..')} (${normaliser.clamp})`
  const less = normaliser.better === 'less' ? ', less is better' : ''
  const n = seen.get('n')
  const whose = seen.get('among')
  const of = whose === undefined ? '' : ` of ${whose}`
  const among =
    n === undefined ? '' : `, among ${n} ${n === '1' ? 'body' : 'bodies'}${of}`
  return `${kind}: ${formula}${less}${held}${among}${postWords(normaliser, seen)}`
}

/** `, from population.lower = 3`: goalposts that are no plain numbers. */
function postWords(
  { from, to, target }: Normaliser,
  seen: ReadonlyMap<string, string>,
): string {
  const posts = [
    ['from', from],
    ['to', to],
    ['target', target],
  ] as const
  return posts
    .map(([key, post]) => {
      const value = seen.get(key)
      if (post?.kind === 'percentile') {
        const percent = decimalText(post.percent)
        return `, ${key} percentile ${percent} from the worst = ${value ?? ''}`
      }
      if (post?.kind !== 'fixed' || post.value.kind === 'constant') return ''
      return value === undefined ? '' : `, ${key} ${post.text} = ${value}`
    })
    .join('')
}

function normaliseFormula(
  normaliser: Normaliser,
  x: string,
  seen: ReadonlyMap<string, string>,
): string {
  const of = (text: string) =>
    normaliser.transform === null ? text : `${normaliser.transform}(${text})`
  const from = of(seen.get('from') ?? 'from')
  const to = of(seen.get('to') ?? 'to')
  const [lower = '0', upper = '1'] = normaliser.range.map(decimalText)
  const share = (part: string) => spreadText(part, lower, upper, normaliser)
  switch (normaliser.kind) {
    case 'min-max':
    case 'goalposts':
      return share(`(${of(x)} - ${from}) / (${to} - ${from})`)
    case 'z-score': {
      const score = `(${x} - ${seen.get('mean') ?? 'mean'}) / ${seen.get('deviation') ?? 'deviation'}`
      return normaliser.better === 'less' ? `-(${score})` : score
    }
    case 'rank':
      return `1 + the number of bodies worse than ${x}`
    case 'percentile-rank':
      return share(`share of the other bodies below ${x}, equal ones by half`)
    case 'distance-to-target':
      return normaliser.better === 'more'
        ? `${x} / ${seen.get('target') ?? 'target'}`
        : `${seen.get('target') ?? 'target'} / ${x}`
    case 'scale':
      return `points of ${seen.get('level') ?? x}`
    case 'formula':
      return `${seen.get('formula') ?? ''} with x = ${x}${pieceWords(normaliser, seen)}`
  }
}

/** Which of the pieces it is: the first whose condition holds. */
function pieceWords(
  { pieces }: Normaliser,
  seen: ReadonlyMap<string, string>,
): string {
  if (pieces.length < 2) return ''
  const when = seen.get('when')
  return when === undefined
    ? ', where no piece before it holds'
    : `, where ${when}`
}

/** A share of 0..1 over the range; turned, it is taken from the upper end. */
function spreadText(
  share: string,
  lower: string,
  upper: string,
  normaliser: Normaliser,
): string {
  const way =
    lower === '0' && upper === '1'
      ? share
      : `(${share}) * (${upper} - ${lower})`
  if (isTurned(normaliser)) return `${upper} - ${way}`
  return lower === '0' ? way : `${lower} + ${way}`
}
