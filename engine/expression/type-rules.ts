/** Which types go together, and what to say where they do not. */
import { isDate } from '../date.js'
import type { Typo } from '../errors.js'
import { closest } from '../source/closest.js'
import type { Checked } from './checked.js'
import { levelOf, type LevelType, type Type } from './expression.js'
import type { Scale } from '../scales/scale.js'

export function describeType(type: Type): string {
  switch (type.kind) {
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'level':
      return type.scale ? `a level of "${type.scale.name}"` : 'a level'
    case 'date':
      return 'a date'
    case 'text':
      return 'text'
  }
}

/** Why two things cannot be compared, or null. */
export function compareFault(
  left: Checked,
  right: Checked,
  ordered: boolean,
): string | null {
  const types = [left.type, right.type]
  if (types.some((type) => type.kind === 'text')) {
    return compareTextFault(left, right, ordered)
  }
  const date = types.find((type) => type.kind === 'date')
  const levels = types.filter((type) => type.kind === 'level')
  if (date && levels.length === 1) {
    const [level] = levels
    return isDate(level?.values[0] ?? '')
      ? null
      : 'a date is compared with a date as "2012-01-19"'
  }
  if (left.type.kind !== right.type.kind) {
    return `${describeType(left.type)} cannot be compared with ${describeType(right.type)}`
  }
  const [a, b] = levels
  // Levels that could not be read have been reported.
  if (levels.some(({ values }) => values.length === 0)) return null
  if (a && b) {
    if (!ordered && isWord(left) && isWord(right)) return null
    const isOrdered = a.scale !== undefined || b.scale !== undefined
    if (ordered && !isOrdered) {
      return 'its levels have no order; only == and != compare them. A "scale" gives them one'
    }
    if (areOfTwoScales(a, b) || (ordered && !isOfScale(a, b))) {
      return `${describeType(a)} cannot be compared with ${describeType(b)}`
    }
    if (!agree(a, b)) {
      const { received, known } = levelWords(left, a.values, b.values)
      const near = closest(received, known)
      return `"${received}" is not one of the levels ${known.join(', ')}${near ? `. Did you mean "${near}"?` : ''}`
    }
  }
  return ordered && left.type.kind === 'boolean'
    ? 'true and false have no order'
    : null
}

function areOfTwoScales(a: LevelType, b: LevelType): boolean {
  return !!a.scale && !!b.scale && a.scale !== b.scale
}

/** True where each is of the scale, or is written in the formula and so takes it. */
function isOfScale(a: LevelType, b: LevelType): boolean {
  return [a, b].every((type) => type.scale ?? type.written)
}

/** Words that are written must all be levels of the scale; columns without one must share a level. */
function agree(a: LevelType, b: LevelType): boolean {
  const [words, known] = a.written ? [a, b] : [b, a]
  return words.written && known.scale
    ? words.values.every((value) => known.values.includes(value))
    : words.values.some((value) => known.values.includes(value))
}

/** Text is the same as other text, or is not. */
function compareTextFault(
  left: Checked,
  right: Checked,
  ordered: boolean,
): string | null {
  const isText = (part: Checked) => part.type.kind === 'text' || isWord(part)
  if (ordered) return 'text has no order; only == and != compare it'
  if (isText(left) && isText(right)) return null
  const other = isText(left) ? right : left
  return `text is compared with a word in double quotes or with other text, not with ${describeType(other.type)}`
}

/** A word in quotes. */
function isWord({ expression, type }: Checked): boolean {
  return type.kind === 'level' && expression.kind === 'constant'
}

/** The word that is written in the formula, and those that the other side can be. */
function levelWords(
  left: Checked,
  a: readonly string[],
  b: readonly string[],
): { readonly received: string; readonly known: readonly string[] } {
  const isLeft = left.expression.kind === 'constant'
  const known = isLeft ? b : a
  const words = isLeft ? a : b
  const received = words.find((word) => !known.includes(word)) ?? words[0] ?? ''
  return { received, known }
}

export function levelTypo(left: Checked, right: Checked): Typo | null {
  if (left.type.kind !== 'level' || right.type.kind !== 'level') return null
  const { received, known } = levelWords(
    left,
    left.type.values,
    right.type.values,
  )
  const near = closest(received, known)
  return near === undefined || known.includes(received)
    ? null
    : { written: received, near }
}

/** The type of something that is one or the other, or null where they do not agree. */
export function joinTypes(a: Type, b: Type): Type | null {
  if (a.kind === 'level' && b.kind === 'level') return joinLevels(a, b)
  return a.kind === b.kind ? a : null
}

/** Words in quotes take the scale of what they stand beside. */
function joinLevels(a: LevelType, b: LevelType): Type | null {
  const scale = a.scale ?? b.scale
  if (scale) {
    const isOf = areOfTwoScales(a, b) ? false : isOfScale(a, b)
    return isOf && agree(a, b) ? levelOf(scale) : null
  }
  const values = [...new Set([...a.values, ...b.values])]
  const isWritten = a.written === true && b.written === true
  return { kind: 'level', values, ...(isWritten ? { written: true } : {}) }
}

/** The order of the levels that two operands share, where they have one. */
export function sharedScale(a: Type, b: Type): Scale | undefined {
  return scaleOf(a) ?? scaleOf(b)
}

export function scaleOf(type: Type): Scale | undefined {
  return type.kind === 'level' ? type.scale : undefined
}
