/** Which types go together, and what to say where they do not. */
import type { Typo } from '../errors.js'
import { closest } from '../source/closest.js'
import type { Checked } from './check.js'
import type { Type } from './expression.js'

export function describeType(type: Type): string {
  switch (type.kind) {
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'level':
      return 'a level'
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
    return /^\d{4}-\d{2}-\d{2}$/.test(level?.values[0] ?? '')
      ? null
      : 'a date is compared with a date as "2012-01-19"'
  }
  if (left.type.kind !== right.type.kind) {
    return `${describeType(left.type)} cannot be compared with ${describeType(right.type)}`
  }
  const [a, b] = levels
  if (a && b) {
    if (!ordered && isWord(left) && isWord(right)) return null
    if (ordered) return 'its levels have no order; only == and != compare them'
    if (!a.values.some((value) => b.values.includes(value))) {
      const { received, known } = levelWords(left, a.values, b.values)
      const near = closest(received, known)
      return `"${received}" is not one of the levels ${known.join(', ')}${near ? `. Did you mean "${near}"?` : ''}`
    }
  }
  return ordered && left.type.kind === 'boolean'
    ? 'true and false have no order'
    : null
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
  const [received = ''] = isLeft ? a : b
  return { received, known: isLeft ? b : a }
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
  if (a.kind === 'level' && b.kind === 'level') {
    return { kind: 'level', values: [...new Set([...a.values, ...b.values])] }
  }
  return a.kind === b.kind ? a : null
}
