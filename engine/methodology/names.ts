/** Which words can name a column, a rule or a ranking. */

/** Words that mathjs or the language reads as something else. */
const RESERVED = new Map<string, string>([
  ...['and', 'or', 'not', 'xor', 'mod', 'to', 'in'].map(
    (word) => [word, 'formulas read it as an operator'] as const,
  ),
  ...['true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'end'].map(
    (word) => [word, 'formulas read it as a constant'] as const,
  ),
  ...['__proto__', 'prototype', 'constructor', 'hasOwnProperty'].map(
    (word) => [word, 'programs give it a meaning of their own'] as const,
  ),
  ...['toString', 'valueOf', 'toLocaleString', 'isPrototypeOf'].map(
    (word) => [word, 'programs give it a meaning of their own'] as const,
  ),
  ...['__defineGetter__', '__defineSetter__', 'propertyIsEnumerable'].map(
    (word) => [word, 'programs give it a meaning of their own'] as const,
  ),
  ...['__lookupGetter__', '__lookupSetter__'].map(
    (word) => [word, 'programs give it a meaning of their own'] as const,
  ),
])

export const RESERVED_NAMES: readonly string[] = [...RESERVED.keys()]

/** Columns of data files that are not inputs. */
const KEY_COLUMNS = new Set(['id', 'name', 'year', 'body'])

const LONGEST_NAME = 100

/** Why a word cannot be a name, or null. */
export function nameFault(name: string): string | null {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return 'formulas know ASCII letters, digits and underscores only'
  }
  if (name.length > LONGEST_NAME) {
    return `it is longer than ${LONGEST_NAME} characters`
  }
  return RESERVED.get(name) ?? null
}

/** Why a word cannot name a column or a table of the data, or null. */
export function columnFault(name: string, isTable: boolean): string | null {
  if (KEY_COLUMNS.has(name)) {
    return 'data files use it for the key of a row'
  }
  if (isTable && (name === 'bodies' || name === 'population')) {
    return 'it stands for the bodies of the year'
  }
  return nameFault(name)
}

/** Why a word cannot name a rule or a ranking, which never stand in formulas, or null. */
export function entryNameFault(name: string): string | null {
  if (name.includes('$')) {
    return 'a name with $ belongs to an entry with "each", whose table has that column'
  }
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) {
    return 'a rule or ranking has ASCII letters, digits, underscores and hyphens, and begins with a letter'
  }
  return nameFault(name.replaceAll('-', '_'))
}
