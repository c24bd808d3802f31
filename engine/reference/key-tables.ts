/** Tables of keys, written from the JSON Schema. */
import type { Schema } from '../methodology/schema/parts.js'
import { SCHEMA } from '../methodology/schema/root.js'

/** Keys whose own keys are described once, in the guide. */
const DESCRIBED_ELSEWHERE = new Set([
  'cite',
  'alternatives',
  'title',
  'normalise',
])

/** One row per key: name, what is expected, what it means; keys of keys below them. */
export function keyTable(schema: Schema): string {
  return [
    '| key | holds | meaning |',
    '| --- | --- | --- |',
    ...keyRows(schema, ''),
  ].join('\n')
}

function keyRows(schema: Schema, prefix: string): readonly string[] {
  const required = new Set((schema['required'] ?? []) as readonly string[])
  return Object.entries(propertiesOf(schema)).flatMap(([name, found]) => {
    if (found['x-not-yet'] !== undefined) return []
    const key = resolved(found)
    const star = required.has(name) ? ' (required)' : ''
    const row = `| \`${prefix}${name}\`${star} | ${cell(expected(key))} | ${cell(text(key['description']))} |`
    const isPlain = found === key && !DESCRIBED_ELSEWHERE.has(name)
    return isPlain ? [row, ...nestedRows(key, `${prefix}${name}`)] : [row]
  })
}

/** The keys of a table, of the entries of a keyed table, or of the items of a list. */
function nestedRows(key: Schema, path: string): readonly string[] {
  const entry = key['additionalProperties']
  const items = key['items']
  return [
    ...(isSchema(entry)
      ? keyRows(entry, `${path}.NAME.`)
      : keyRows(key, `${path}.`)),
    ...(isSchema(items) ? keyRows(items, `${path}[].`) : []),
  ].filter((row) => !/\.(cite|mark|note|alternatives|title)`/.test(row))
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null
}

function propertiesOf(schema: Schema): { readonly [key: string]: Schema } {
  return (schema['properties'] ?? {}) as { readonly [key: string]: Schema }
}

/** A key that refers to a definition says what the definition says. */
function resolved(schema: Schema): Schema {
  const reference = schema['$ref']
  const definitions = SCHEMA['$defs'] as { readonly [name: string]: Schema }
  return typeof reference === 'string'
    ? (definitions[reference.replace('#/$defs/', '')] ?? schema)
    : schema
}

function expected(schema: Schema): string {
  const nested = Object.entries(propertiesOf(schema)).flatMap(([name, key]) =>
    key['x-not-yet'] === undefined ? [name] : [],
  )
  const said = text(schema['x-expected'])
  const isTable = said === '' || said.startsWith('a table of keys')
  return isTable && nested.length > 0 ? `{ ${nested.join(', ')} }` : said
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Reserved keys, and what they are reserved for. */
export function reservedKeys(schema: Schema, path = ''): readonly string[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, key]) => {
    const here = path === '' ? name : `${path}.${name}`
    const words = key['x-not-yet']
    if (typeof words === 'string') return [`| \`${here}\` | ${words} |`]
    const entry = key['additionalProperties']
    const below = isSchema(entry) ? entry : key
    return path === '' || below === key ? reservedKeys(below, here) : []
  })
}

/** A line of a Markdown table holds no bars and no line breaks. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
