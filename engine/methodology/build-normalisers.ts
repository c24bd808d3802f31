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
import type {
  CriterionNode,
  DistributionNode,
  Goalpost,
  Normaliser,
} from './methodology.js'
import { readReading } from './reading.js'
import { NORMALISER_KINDS } from './schema/tree.js'

type Kind = Normaliser['kind']

/** Which keys each kind looks at, besides title, unit and its citation. */
export const NORMALISER_KEYS: { readonly [K in Kind]: readonly string[] } = {
  'min-max': ['range', 'transform', 'clamp', 'if_constant'],
  goalposts: ['from', 'to', 'range', 'transform', 'clamp', 'if_constant'],
  'z-score': ['deviation', 'if_constant'],
  rank: [],
  'percentile-rank': ['range'],
  'distance-to-target': ['target'],
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
  const written = isTable(entry.value('normalise'))
    ? readNormaliser(draft, entry.entry('normalise'), null)
    : findNamed(draft, entry)
  if (!written) return null
  const better = entry.text('better') === 'less' ? 'less' : 'more'
  if (better === 'less' && ['scale', 'formula'].includes(written.kind)) {
    draft.report('SETTING_NOT_USED', entry.path('better'), {
      key: 'better',
      why: `a normaliser of kind "${written.kind}" says itself what scores how much`,
    })
    return null
  }
  return { ...written, better, among: amongFor(draft, node, written) }
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
function amongFor(
  draft: Draft,
  node: CriterionNode,
  written: WrittenNormaliser,
): DistributionNode | null {
  const posts = [written.from, written.to, written.target]
  const looks =
    LOOKS_AT_BODIES.has(written.kind) ||
    posts.some((post) => post !== null && post.kind !== 'fixed')
  if (!looks) return null
  const { maker } = node
  if (maker.kind === 'indicator') {
    const { indicator } = maker
    const of: Expression = {
      kind: 'column',
      column: indicator,
      text: indicator.name,
    }
    return draft.distribution(of, indicator.name, node.at)
  }
  return draft.distribution(beforeNormalising(draft, node), node.name, node.at)
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
  if (!kind) return null
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
  const bad = [from, to, target].includes('mistake') || pieces === null
  if (!areApart(draft, entry, from, to) || bad || !whole) return null
  return {
    name,
    kind,
    from: from === 'mistake' ? null : from,
    to: to === 'mistake' ? null : to,
    target: target === 'mistake' ? null : target,
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
  const text = entry.text(key)
  if (text === 'best' || text === 'worst') return { kind: text }
  const value = constantOrParameter(draft, entry, key)
  return value ? { kind: 'fixed', value } : 'mistake'
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
    return value && [{ when: null, value, text }]
  }
  const pieces = entry.items('pieces').map((piece) => {
    const value = read(piece, 'value')
    const when = piece.has('when')
      ? buildConditionFormula(draft, piece, 'when', draft.bodies, options)
      : null
    const broken = !value || (piece.has('when') && !when)
    return broken ? null : { when, value, text: piece.text('value') ?? '' }
  })
  return pieces.every((piece) => piece !== null) ? pieces : null
}
