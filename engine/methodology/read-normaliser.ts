/** A normaliser as it is written: its kind, the keys that this kind looks at, and nothing beside them. */
import { integer, ONE, ZERO, type Numeric } from '../number/numeric.js'
import { parseDecimal } from '../number/text.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { Goalpost, Normaliser } from './normaliser.js'
import { areApart, readGoalpost } from './read-goalpost.js'
import { readPieces } from './read-pieces.js'
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

/** @returns null where there is a mistake, which has been reported */
export function readNormaliser(
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

export function isLookingAtBodies({
  kind,
  from,
  to,
  target,
}: Pick<Normaliser, 'kind' | 'from' | 'to' | 'target'>): boolean {
  const isPost = (post: Goalpost | null) =>
    post !== null && post.kind !== 'fixed'
  return LOOKS_AT_BODIES.has(kind) || [from, to, target].some(isPost)
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

function oneOf<W extends string>(
  text: string | null,
  words: readonly W[],
): W | null {
  return words.find((word) => word === text) ?? null
}
