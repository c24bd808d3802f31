/** A condition between the file, where numbers are text, and its rows, where they are numbers. */
import type { WrittenCondition } from '../conditions/condition-facts.js'
import type { Place } from '../text/place.js'
import type { Plain } from '../text/read-file.js'
import { isLiteral, type Written } from '../text/written.js'

/** @returns null where the file has none */
export function conditionAt(
  tree: Plain,
  place: Place,
): string | WrittenCondition | null {
  const plain = place.reduce<Plain | undefined>((part, step) => {
    if (part === undefined || typeof part === 'string' || isLiteral(part)) {
      return undefined
    }
    return Reflect.get(part, step) as Plain | undefined
  }, tree)
  if (plain === undefined) return null
  if (typeof plain === 'string') return plain
  if (isLiteral(plain)) return plain.literal
  const value = valueOf(plain)
  return isTable(value) ? value : null
}

export function writtenCondition(value: string | WrittenCondition): Written {
  const isWord = typeof value === 'string' && /^(?:true|false)$/.test(value)
  return isWord ? { literal: value } : written(value)
}

function valueOf(plain: Plain): unknown {
  if (typeof plain === 'string') return plain
  if (isLiteral(plain)) {
    const { literal } = plain
    if (literal === 'true' || literal === 'false') return literal === 'true'
    // Digits that a double would lose stay text.
    return String(Number(literal)) === literal ? Number(literal) : literal
  }
  if (Array.isArray(plain)) return (plain as readonly Plain[]).map(valueOf)
  return Object.fromEntries(
    Object.entries(plain).map(([key, each]) => [key, valueOf(each)]),
  )
}

function written(value: unknown): Written {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { literal: String(value) }
  }
  if (Array.isArray(value)) return value.map(written)
  if (!isTable(value)) return typeof value === 'string' ? value : ''
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined ? [] : [[key, written(each)]],
    ),
  )
}

function isTable(value: unknown): value is WrittenCondition {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
