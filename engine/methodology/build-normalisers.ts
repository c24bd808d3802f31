/** Normalisers, named ones and those written on a node. */
import { reportUnknown } from './unknown.js'
import { NUMBER, type Expression } from '../expression/expression.js'
import { compare, integer, ONE, ZERO, type Numeric } from '../number/numeric.js'
import { decimalText, parseDecimal } from '../number/text.js'
import { buildConditionFormula } from './build-conditions.js'
import { constantOrParameter } from './constant.js'
import { isTable } from './tables.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { CriterionNode, DistributionNode } from './methodology.js'
import type { Goalpost, Normaliser } from './normaliser.js'
import { readReading } from './reading.js'
import { NORMALISER_KINDS } from './schema/tree.js'

type Kind = Normaliser['kind']

/** Which keys each kind looks at, besides title, unit and its citation. */
const NORMALISER_KEYS: { readonly [K in Kind]: readonly string[] } = {
  'min-max': ['range', 'transform', 'clamp', 'if_constant', 'among'],
  goalposts: [
    ...['from', 'to', 'range', 'transform', 'clamp', 'if_constant'],
    'among',
  ],
  'z-score': ['deviation', 'if_constant', 'among'],
  rank: ['among'],
  'percentile-rank': ['range', 'among'],
  'distance-to-target': ['target', 'among'],
  scale: ['points'],
  formula: ['formula', 'pieces', 'range', 'clamp'],
}

const SETTINGS = [...new Set(Object.values(NORMALISER_KEYS).flat())]

const LOOKS_AT_BODIES: ReadonlySet<Kind> = new Set([
  'min-max',
  'z-score',
  'rank',
  'percentile-rank',
])

/** A normaliser as it is written, before it is put on a node. */
export type WrittenNormaliser = Omit<Normaliser, 'better' | 'among'>

/** Reads all named normalisers, used or not, so that each mistake is found. */
export function buildNamedNormalisers(draft: Draft): void {
  for (const [name] of draft.root.entries('normalisers')) readNamed(draft, name)
}

/** Reads a named normaliser once; undefined where there is none of that name. */
function readNamed(
  draft: Draft,
  name: string,
): WrittenNormaliser | null | undefined {
  const known = draft.normalisers.get(name)
  if (known !== undefined) return known
  const all = draft.root.entry('normalisers')
  if (!all.has(name)) return undefined
  const read = readNormaliser(draft, all.entry(name), name)
  draft.normalisers.set(name, read)
  return read
}

/** @returns null where there is a mistake, which has been reported */
export function buildNormaliser(
  draft: Draft,
  node: CriterionNode,
  entry: Entry,
): Normaliser | null {
  const written = readWritten(draft, entry)
  return (
    written &&
    normaliserFor(draft, written, entry, () => figuresOf(draft, node, written))
  )
}

/** What stands under `normalise`: a name, or the keys of a normaliser. */
export function readWritten(
  draft: Draft,
  entry: Entry,
): WrittenNormaliser | null {
  return isTable(entry.value('normalise'))
    ? readNormaliser(draft, entry.entry('normalise'), null)
    : findNamed(draft, entry)
}

/**
 * @param entry - of the indicator or criterion, which says what is better
 * @param figures - makes the figures of all bodies, where the normaliser looks at them
 */
export function normaliserFor(
  draft: Draft,
  written: WrittenNormaliser,
  entry: Entry,
  figures: () => DistributionNode,
): Normaliser | null {
  const better = entry.text('better') === 'less' ? 'less' : 'more'
  if (better === 'less' && ['scale', 'formula'].includes(written.kind)) {
    draft.report('SETTING_NOT_USED', entry.path('better'), {
      key: 'better',
      why: `a normaliser of kind "${written.kind}" says itself what scores how much`,
    })
    return null
  }
  const among = isLookingAtBodies(written) ? figures() : null
  return { ...written, better, among }
}

function findNamed(draft: Draft, entry: Entry): WrittenNormaliser | null {
  const name = entry.text('normalise') ?? ''
  const found = readNamed(draft, name)
  if (found === undefined) {
    const known = draft.root.entry('normalisers').keys()
    reportUnknown(draft, entry.path('normalise'), name, 'a normaliser', known)
  }
  return found ?? null
}

/** The figures that the normaliser compares with: those of the node before it is normalised. */
function figuresOf(
  draft: Draft,
  node: CriterionNode,
  { population }: WrittenNormaliser,
): DistributionNode {
  const { maker } = node
  if (maker.kind === 'indicator') {
    const { value } = maker
    const of: Expression = { kind: 'column', column: value, text: value.name }
    return draft.distribution(of, value.name, node.at, population)
  }
  const raw = beforeNormalising(draft, node)
  return draft.distribution(raw, node.name, node.at, population)
}

function isLookingAtBodies({
  kind,
  from,
  to,
  target,
}: Pick<Normaliser, 'kind' | 'from' | 'to' | 'target'>): boolean {
  const isPost = (post: Goalpost | null) =>
    post !== null && post.kind !== 'fixed'
  return LOOKS_AT_BODIES.has(kind) || [from, to, target].some(isPost)
}

/** Splits an inner node in two, so that all bodies' values are there before one is normalised. */
function beforeNormalising(draft: Draft, node: CriterionNode): Expression {
  const raw: Mutable<CriterionNode> = {
    ...node,
    name: `${node.name} before normalisation`,
    slot: -1,
    normaliser: null,
    maximum: null,
    deductions: [],
    limits: [],
    round: null,
  }
  draft.add(raw)
  const expression: Expression = { kind: 'column', column: raw, text: raw.name }
  const whole = node as Mutable<CriterionNode>
  whole.maker = { kind: 'formula', expression, formula: raw.name }
  return expression
}

function readNormaliser(
  draft: Draft,
  entry: Entry,
  name: string | null,
): WrittenNormaliser | null {
  const kind = NORMALISER_KINDS.find((known) => known === entry.text('kind'))
  const what = name === null ? 'The normaliser' : `The normaliser "${name}"`
  const hasFormula = entry.has('formula') || entry.has('pieces')
  const reading = readReading(
    draft,
    entry,
    hasFormula ? 'citation-and-mark' : 'nothing',
    what,
    draft.population,
    { hasArgument: true },
  )
  if (!kind) {
    if (!entry.has('kind') && !draft.isBrokenEntry(entry)) {
      const why = `A normaliser says how it scores: ${NORMALISER_KINDS.join(', ')}.`
      draft.report('MISSING_KEY', entry.at, { key: 'kind', why })
    }
    return null
  }
  let whole = !draft.isBrokenEntry(entry)
  const stray = SETTINGS.filter(
    (key) => entry.says(key) && !NORMALISER_KEYS[kind].includes(key),
  )
  const [first] = stray
  if (first !== undefined) {
    const why = `a normaliser of kind "${kind}" does not look at it`
    const key = stray.join('", "')
    draft.report('SETTING_NOT_USED', entry.path(first), { key, why })
    whole = false
  }
  for (const key of requiredKeys(kind, entry)) {
    if (entry.has(key)) continue
    const why = `A normaliser of kind "${kind}" needs it.`
    draft.report('MISSING_KEY', entry.at, { key, why })
    whole = false
  }
  const from = readGoalpost(draft, entry, 'from')
  const to = readGoalpost(draft, entry, 'to')
  const target = readGoalpost(draft, entry, 'target')
  const pieces = readPieces(draft, entry)
  const population = draft.populationOf(entry, 'among')
  if (!areApart(draft, entry, from, to) || !whole) return null
  if (from === 'mistake' || to === 'mistake' || target === 'mistake') {
    return null
  }
  if (pieces === null || population === 'mistake') return null
  if (
    population &&
    entry.says('among') &&
    !isLookingAtBodies({ kind, from, to, target })
  ) {
    const why = 'no goalpost is "best", "worst" or a percentile of the bodies'
    draft.report('SETTING_NOT_USED', entry.path('among'), { key: 'among', why })
    return null
  }
  return {
    name,
    kind,
    from,
    to,
    target,
    population,
    range: readRange(entry, kind),
    transform: oneOf(entry.text('transform'), ['ln', 'log10', 'sqrt'] as const),
    clamp:
      oneOf(entry.text('clamp'), ['above', 'below', 'both'] as const) ?? 'none',
    ifConstant: entry.has('if_constant') ? entry.decimal('if_constant') : null,
    deviation: entry.text('deviation') === 'sample' ? 'sample' : 'population',
    points: readPoints(entry),
    scale: null,
    pieces,
    reading,
  }
}

function requiredKeys(kind: Kind, entry: Entry): readonly string[] {
  switch (kind) {
    case 'goalposts':
      return ['from', 'to']
    case 'distance-to-target':
      return ['target']
    case 'formula':
      return entry.has('pieces') ? [] : ['formula']
    default:
      return []
  }
}

function oneOf<W extends string>(
  text: string | null,
  words: readonly W[],
): W | null {
  return words.find((word) => word === text) ?? null
}

function readGoalpost(
  draft: Draft,
  entry: Entry,
  key: string,
): Goalpost | 'mistake' | null {
  if (!entry.has(key)) return null
  if (isTable(entry.value(key))) return readPercentile(draft, entry.entry(key))
  const text = entry.text(key)
  if (text === 'best' || text === 'worst') return { kind: text }
  const value = numberOrFormula(draft, entry, key)
  return value ? { kind: 'fixed', value, text: text ?? '' } : 'mistake'
}

function readPercentile(draft: Draft, entry: Entry): Goalpost | 'mistake' {
  const percent = entry.decimal('percentile')
  if (!percent) return 'mistake'
  const most = integer(100)
  if (compare(percent, ZERO) >= 0 && compare(percent, most) <= 0) {
    return { kind: 'percentile', percent }
  }
  draft.report('WRONG_TYPE', entry.path('percentile'), {
    received: entry.text('percentile') ?? '',
    expected: 'a number from 0 (the worst) to 100 (the best)',
  })
  return 'mistake'
}

/** A number as it is written, a parameter, or a formula of the body. */
function numberOrFormula(
  draft: Draft,
  entry: Entry,
  key: string,
): Expression | null {
  const text = (entry.text(key) ?? '').trim()
  if (entry.decimal(key) || draft.parameters.has(text)) {
    return constantOrParameter(draft, entry, key)
  }
  const checked = draft.formula(entry, key, draft.bodies)
  if (!checked || checked.type.kind === 'number') {
    return checked?.expression ?? null
  }
  draft.report('TYPE_MISMATCH', entry.path(key), {
    part: text,
    words: 'a goalpost is a number',
  })
  return null
}

function areApart(
  draft: Draft,
  entry: Entry,
  from: Goalpost | 'mistake' | null,
  to: Goalpost | 'mistake' | null,
): boolean {
  const [a, b] = [fixedNumber(from), fixedNumber(to)]
  if (!a || !b || compare(a, b) !== 0) return true
  draft.report('GOALPOSTS_EQUAL', entry.path('to'), { value: decimalText(a) })
  return false
}

function fixedNumber(post: Goalpost | 'mistake' | null): Numeric | null {
  if (post === null || post === 'mistake' || post.kind !== 'fixed') return null
  const { value } = post
  if (value.kind === 'parameter') return value.parameter.value
  return value.kind === 'constant' && value.value.kind === 'number'
    ? value.value.number
    : null
}

/** 0..1 where nothing is said; a formula has no range of its own and is held only where one is said. */
function readRange(entry: Entry, kind: Kind): readonly [Numeric, Numeric] {
  const [lower, upper] = entry
    .items('range')
    .map((item) => parseDecimal((item.ownText() ?? '').trim()))
  const isNumber = (value: unknown): value is Numeric =>
    typeof value === 'object' && value !== null
  if (isNumber(lower) && isNumber(upper)) return [lower, upper]
  return kind === 'rank' ? [ONE, integer(1)] : [ZERO, ONE]
}

function readPoints(entry: Entry): ReadonlyMap<string, Numeric> {
  const points = entry.entry('points')
  return new Map(
    points.keys().flatMap((level) => {
      const value = points.decimal(level)
      return value ? [[level, value] as const] : []
    }),
  )
}

/** The condition as it is written; null for the piece that takes what is left. */
function whenText(piece: Entry): string | null {
  if (!piece.has('when')) return null
  return piece.text('when') ?? 'its condition holds'
}

function readPieces(draft: Draft, entry: Entry): Normaliser['pieces'] | null {
  const options = { hasArgument: true }
  const read = (piece: Entry, key: string) => {
    const checked = draft.formula(piece, key, draft.bodies, options)
    if (checked && checked.type.kind !== NUMBER.kind) {
      draft.report('TYPE_MISMATCH', piece.path(key), {
        part: piece.text(key) ?? '',
        words: 'a score is a number',
      })
      return null
    }
    return checked?.expression ?? null
  }
  if (entry.has('formula')) {
    const value = read(entry, 'formula')
    const text = entry.text('formula') ?? ''
    return value && [{ when: null, value, text, whenText: null }]
  }
  const pieces = entry.items('pieces').map((piece) => {
    const value = read(piece, 'value')
    const when = piece.has('when')
      ? buildConditionFormula(draft, piece, 'when', draft.bodies, options)
      : null
    const broken = !value || (piece.has('when') && !when)
    if (broken) return null
    const text = piece.text('value') ?? ''
    return { when, value, text, whenText: whenText(piece) }
  })
  return pieces.every((piece) => piece !== null) ? pieces : null
}
