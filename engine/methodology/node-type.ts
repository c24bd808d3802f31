/** What a figure is: a number, or a level of a scale, and which settings fit it. */
import { levelOf, NUMBER, type Type } from '../expression/expression.js'
import { problem } from '../errors.js'
import { closest } from '../source/closest.js'
import { describeType, joinTypes, scaleOf } from '../expression/type-rules.js'
import type { Scale } from '../scales/scale.js'
import { readScaleName } from './build-scales.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { CriterionNode } from './methodology.js'
import type { Normaliser } from './normaliser.js'
import { reportUnknown } from './unknown.js'

/** Aggregations that levels know: they need an order and no arithmetic. */
export const OF_LEVELS: readonly string[] = ['min', 'max', 'median', 'only']

/**
 * The type of a formula, of the scale that its entry names.
 * @param holder - the entry that may say `scale`: the criterion of a variant
 * @returns null where it has a mistake, which has been reported
 */
export function typeInScale(
  draft: Draft,
  entry: Entry,
  holder: Entry,
  type: Type,
): Type | null {
  if (!holder.has('scale')) return type
  const scale = readScaleName(draft, holder)
  if (!scale) return null
  const joined = joinTypes(type, levelOf(scale))
  if (joined) return joined
  const words = strangeWords(type, scale)
  const known = scale.levels.map(({ name }) => name)
  const [strange] =
    type.kind === 'level'
      ? type.values.filter((word) => !known.includes(word))
      : []
  const near =
    words === null || strange === undefined
      ? undefined
      : closest(strange, known)
  const found = problem('TYPE_MISMATCH', entry.path('formula'), {
    part: entry.text('formula') ?? '',
    words: `it is ${words ?? describeType(type)}, and "scale" says a level of "${scale.name}"${near === undefined ? '' : `. Did you mean "${near}"?`}`,
  })
  const typo =
    strange === undefined || near === undefined
      ? {}
      : { typo: { written: strange, near } }
  draft.problems.push({ ...found, ...typo })
  return null
}

function strangeWords(type: Type, { levels }: Scale): string | null {
  if (type.kind !== 'level' || type.scale) return null
  const known = levels.map(({ name }) => name)
  const strange = type.values.filter((value) => !known.includes(value))
  return strange.length === 0
    ? 'a level without an order'
    : strange.map((word) => `"${word}"`).join(', ')
}

/** A criterion is a number or a level of a scale; words alone need the scale said. */
export function isCriterionType(
  draft: Draft,
  entry: Entry,
  holder: Entry,
  type: Type,
): boolean {
  if (type.kind === 'number' || scaleOf(type)) return true
  if (type.kind === 'level' && type.written) {
    const list = type.values.map((word) => `"${word}"`).join(', ')
    const why = `The formula gives the words ${list}; name the scale whose levels they are.`
    draft.report('MISSING_KEY', holder.at, { key: 'scale', why })
  } else {
    draft.report('TYPE_MISMATCH', entry.path('formula'), {
      part: entry.text('formula') ?? '',
      words: 'a criterion is a number or a level of a scale',
    })
  }
  return false
}

/** Settings that only numbers know; of `defaults` they are not taken. */
const NUMBER_KEYS = ['maximum', 'round', 'show', 'better'] as const

/**
 * Settles the type of a node from what it is before normalisation, and holds
 * its normaliser and settings against it.
 * @returns false where something does not fit, which has been reported
 */
export function settleType(
  draft: Draft,
  node: Mutable<CriterionNode>,
  entry: Entry,
  raw: Type,
): boolean {
  if (node.normaliser) {
    node.type = NUMBER
    return fitsNormaliser(draft, node, entry, raw)
  }
  node.type = raw
  if (raw.kind === 'number') return true
  let whole = true
  for (const key of NUMBER_KEYS) {
    if (!entry.says(key)) continue
    const why = `"${node.name}" is ${describeType(raw)} and no number`
    draft.report('SETTING_NOT_USED', entry.path(key), { key, why })
    whole = false
  }
  node.maximum = null
  node.round = null
  node.showDigits = null
  for (const deduction of node.deductions) {
    draft.report('TYPE_MISMATCH', [...deduction.at, 'from'], {
      part: node.name,
      words: `it is ${describeType(raw)}; points are taken from a number. Give it a normaliser of kind scale`,
    })
    whole = false
  }
  return whole
}

function fitsNormaliser(
  draft: Draft,
  node: Mutable<CriterionNode>,
  entry: Entry,
  raw: Type,
): boolean {
  const { normaliser } = node
  if (!normaliser) return true
  const isOfLevels = normaliser.kind === 'scale'
  if (isOfLevels === (raw.kind !== 'number')) {
    if (!isOfLevels) return true
    const filled = withScalePoints(normaliser, raw)
    node.normaliser = filled
    return hasAllPoints(draft, filled, entry, raw)
  }
  const what = node.maker.kind === 'indicator' ? 'indicator' : 'criterion'
  draft.report('WRONG_TYPE', entry.at, {
    received: isOfLevels
      ? `${what === 'indicator' ? 'an' : 'a'} ${what} of numbers with a scale of levels`
      : `a ${raw.kind} ${what} without points`,
    expected: isOfLevels
      ? '"type: level" with its "values", or a normaliser of numbers such as goalposts'
      : 'normalise: { kind: scale, points: { ... } }',
  })
  return false
}

/** Where the normaliser gives no points, those of the scale. */
function withScalePoints(normaliser: Normaliser, raw: Type): Normaliser {
  const scale = scaleOf(raw)
  if (normaliser.points.size > 0 || !scale) return normaliser
  const points = scale.levels.flatMap(({ name, points: worth }) =>
    worth ? [[name, worth] as const] : [],
  )
  return { ...normaliser, points: new Map(points), scale }
}

/** Every level has points, and points stand for no other level. */
function hasAllPoints(
  draft: Draft,
  normaliser: Normaliser,
  entry: Entry,
  type: Type,
): boolean {
  const levels = type.kind === 'level' ? type.values : ['true', 'false']
  const points = [...normaliser.points.keys()]
  const strange = points.filter((level) => !levels.includes(level))
  const isWritten = normaliser.name === null
  for (const level of isWritten ? strange : []) {
    const at = [...entry.path('normalise'), 'points', level]
    reportUnknown(draft, at, level, 'a level of this indicator', levels)
  }
  const lacking = levels.filter((level) => !points.includes(level))
  // A misspelt level is one mistake and not two.
  if (lacking.length > 0 && (!isWritten || strange.length === 0)) {
    const list = lacking.map((level) => `"${level}"`).join(', ')
    const why = `The scale has no points for ${list}.`
    draft.report('MISSING_KEY', entry.path('normalise'), { key: 'points', why })
  }
  return lacking.length === 0 && (!isWritten || strange.length === 0)
}

/**
 * Whether a leaf without a normaliser can hang where it hangs: arithmetic needs
 * numbers, an order the levels of a scale; what a formula or an assessor decides
 * above takes any.
 */
export function fitsParent(
  draft: Draft,
  entry: Entry,
  parent: Entry | null,
  type: Type,
): boolean {
  if (type.kind === 'number' || !parent) return true
  const isShown = ['formula', 'variants', 'judged'].some((key) =>
    parent.has(key),
  )
  const isOrdered = OF_LEVELS.includes(parent.text('aggregate') ?? '')
  if (isShown || (isOrdered && scaleOf(type))) return true
  const isUnordered = isOrdered && type.kind === 'level'
  draft.report('WRONG_TYPE', entry.at, {
    received: isUnordered
      ? 'a level indicator without an order'
      : `a ${type.kind} indicator without points`,
    expected: isUnordered
      ? '"scale: NAME" instead of "values", or normalise: { kind: scale, points: { ... } }'
      : 'normalise: { kind: scale, points: { ... } }',
  })
  return false
}
