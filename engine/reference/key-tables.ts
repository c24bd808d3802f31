/** Tables of keys, written from the JSON Schema. */
import type { Schema } from '../methodology/schema/parts.js'
import { SCHEMA } from '../methodology/schema/root.js'

/** One row per key: name, what is expected, what it means. */
export function keyTable(schema: Schema): string {
  const properties = (schema['properties'] ?? {}) as {
    readonly [key: string]: Schema
  }
  const required = new Set((schema['required'] ?? []) as readonly string[])
  const rows = Object.entries(properties)
    .filter(([, key]) => key['x-not-yet'] === undefined)
    .map(([name, found]) => {
      const key = resolved(found)
      const star = required.has(name) ? ' (required)' : ''
      return `| \`${name}\`${star} | ${cell(expected(key))} | ${cell(description(key))} |`
    })
  return ['| key | holds | meaning |', '| --- | --- | --- |', ...rows].join(
    '\n',
  )
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
  const nested = Object.entries(
    (schema['properties'] ?? {}) as { readonly [key: string]: Schema },
  ).flatMap(([name, key]) => (key['x-not-yet'] === undefined ? [name] : []))
  const said = String(schema['x-expected'] ?? '')
  const isTable = said === '' || said.startsWith('a table of keys')
  return isTable && nested.length > 0 ? `{ ${nested.join(', ')} }` : said
}

function description(schema: Schema): string {
  return String(schema['description'] ?? '')
}

/** Reserved keys, and what they are reserved for. */
export function reservedKeys(schema: Schema, path = ''): readonly string[] {
  const properties = (schema['properties'] ?? {}) as {
    readonly [key: string]: Schema
  }
  return Object.entries(properties).flatMap(([name, key]) => {
    const here = path === '' ? name : `${path}.${name}`
    const words = key['x-not-yet']
    if (typeof words === 'string') return [`| \`${here}\` | ${words} |`]
    const entry = key['additionalProperties']
    const below = typeof entry === 'object' && entry !== null ? entry : key
    return path === '' || below === key
      ? reservedKeys(below as Schema, here)
      : []
  })
}

/** A line of a Markdown table holds no bars and no line breaks. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
