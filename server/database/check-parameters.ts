/**
 * What a statement may be given, on either database. SQLite's library stores a
 * BigInt or an object as NULL without a word, PostgreSQL's writes both as text
 * of its own; neither stores a lone surrogate as it was.
 */

/** @throws TypeError that names the parameter, never its value, which may be restricted */
export function checkParameters(
  sql: string,
  parameters: readonly unknown[],
): void {
  for (const [index, parameter] of parameters.entries()) {
    const fault = faultOf(parameter)
    if (fault === null) continue
    throw new TypeError(
      `Parameter ${index + 1} of "${shortened(sql)}" is ${fault}. Give text, a finite number, null or bytes.`,
    )
  }
}

function faultOf(parameter: unknown): string | null {
  if (parameter === null || parameter instanceof Uint8Array) return null
  switch (typeof parameter) {
    case 'string':
      return faultOfText(parameter)
    case 'number':
      return Number.isFinite(parameter) ? null : `the number ${parameter}`
    case 'object':
      return parameter instanceof Date ? 'a Date' : 'an object'
    default:
      return parameter === undefined ? 'undefined' : `a ${typeof parameter}`
  }
}

/** PostgreSQL refuses the first; of the second both would keep U+FFFD. */
function faultOfText(text: string): string | null {
  if (text.includes('\0')) return 'text with the character U+0000 in it'
  const isBroken = /\p{Surrogate}/u.test(text)
  return isBroken ? 'text with half of a surrogate pair in it' : null
}

function shortened(sql: string): string {
  return sql.length > 120 ? `${sql.slice(0, 120)}…` : sql
}
