/** A methodology as YAML text: a line for each entry of a section. */

/** What a file holds: text, numbers, lists and tables of such. */
export type Written =
  | string
  | number
  | boolean
  | readonly Written[]
  | { readonly [key: string]: Written }

export type Table = { readonly [key: string]: Written }

export function yamlText(root: Table): string {
  return Object.entries(root)
    .map(([key, value]) => section(key, value))
    .join('')
}

function section(key: string, value: Written): string {
  if (Array.isArray(value)) {
    const items = (value as readonly Written[]).map(
      (each) => `  - ${flow(each)}\n`,
    )
    return `${key}:\n${items.join('')}`
  }
  if (typeof value !== 'object' || INLINE.has(key)) {
    return `${key}: ${flow(value)}\n`
  }
  return `${key}:\n${lines(value as Table, '  ')}`
}

const INLINE = new Set(['act', 'years'])

/** Children of criteria and nested tables stay on one line with what holds them. */
function lines(table: Table, indent: string): string {
  return Object.entries(table)
    .map(([key, value]) => `${indent}${key}: ${flow(value)}\n`)
    .join('')
}

function flow(value: Written): string {
  if (typeof value === 'string') return scalar(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) {
    return `[${(value as readonly Written[]).map(flow).join(', ')}]`
  }
  const entries = Object.entries(value).map(
    ([key, each]) => `${key}: ${flow(each)}`,
  )
  return `{ ${entries.join(', ')} }`
}

/** Plain where it is a word or a number; else in single quotes, as formulas hold double ones. */
function scalar(text: string): string {
  const isPlain = /^(-?\d|[A-Za-z])[\w. /+-]*$/.test(text)
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`
}
