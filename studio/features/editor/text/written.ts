/** A value as a form writes it, and as a file says it: no number passes through a float. */

/**
 * Stands in the file as it is: a number as decimal text, `true`, `null`.
 * A map that holds nothing but the text `literal` cannot be told from it, except
 * where its prototype is null, as in what `readFile` gives.
 */
export interface Literal {
  readonly literal: string
}

/** Text is quoted where YAML needs it. */
export type Written = string | Literal | readonly Written[] | WrittenMap

export interface WrittenMap {
  readonly [key: string]: Written
}

export function isLiteral(value: Written): value is Literal {
  return (
    typeof value === 'object' &&
    !isList(value) &&
    Object.getPrototypeOf(value) !== null &&
    Object.keys(value).join() === 'literal' &&
    typeof value['literal'] === 'string'
  )
}

export function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value)
}

/** Neither order of keys nor another spelling of nothing or of a truth value is a difference. */
export function isSameWritten(one: Written, other: Written): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  if (isLiteral(one) || isLiteral(other)) {
    return (
      isLiteral(one) &&
      isLiteral(other) &&
      spelling(one.literal) === spelling(other.literal)
    )
  }
  if (isList(one) || isList(other)) {
    return (
      isList(one) &&
      isList(other) &&
      one.length === other.length &&
      one.every((each, index) => isSameWritten(each, other[index] ?? ''))
    )
  }
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => {
      const [mine, theirs] = [one[key], other[key]]
      return (
        mine !== undefined &&
        theirs !== undefined &&
        isSameWritten(mine, theirs)
      )
    })
  )
}

function spelling(literal: string): string {
  if (/^(?:~|null|Null|NULL|)$/.test(literal)) return 'null'
  return /^(?:true|false)$/i.test(literal) ? literal.toLowerCase() : literal
}
