/** The schema of a part of a file, and the keys that people look for first in it. */
import { isColumn } from '../file/edited-part.js'
import { isTable, partAt, type FilePart } from '../file/file-part.js'
import type { Place } from '../text/place.js'
import type { Schema } from './form-fields.js'

export interface PartForm {
  readonly schema: Schema
  readonly defaults: Place | null
  /** Are shown where the file does not have them. */
  readonly main: readonly string[]
  /** Have a place of their own on the screen. */
  readonly hidden: readonly string[]
}

const READING = ['cite', 'mark', 'note']

const MAIN: { readonly [section: string]: readonly string[] } = {
  parameters: ['title', 'value', 'unit', 'cite', 'note'],
  scales: ['title', 'order', 'levels', 'cite'],
  inputs: ['title', 'type', 'unit', 'bounds', 'missing', 'cite', 'note'],
  checks: ['formula', 'says', 'otherwise', ...READING],
  computed: ['title', 'formula', 'unit', ...READING],
  indicators: [
    ...['title', 'under', 'type', 'unit', 'bounds', 'missing'],
    ...['weight', 'normalise', 'better', 'round', ...READING],
  ],
  normalisers: ['kind', 'from', 'to', 'range', 'clamp', ...READING],
  criteria: [
    ...['title', 'unit', 'aggregate'],
    ...['missing_child', 'excluded_child', 'round', ...READING],
  ],
  deductions: ['title', 'unit', 'from', 'caps', ...READING],
  rules: ['title', 'when', 'event', ...READING],
  populations: ['title', 'where', 'by', 'cite', 'note'],
  rankings: [
    'title',
    'output',
    'better',
    'digits',
    'ties',
    'where',
    'in',
    'cite',
    'note',
  ],
  tables: ['title', 'cite', 'key', 'columns', 'rows'],
  examples: ['title', 'source', 'calculation', 'note', 'body', 'expect'],
  steps: ['name', 'title', 'of'],
  '': ['title', 'description', 'version', 'act', 'years', 'total', 'outputs'],
}

/** @returns null for what has no form and is edited as YAML */
export function partForm(
  file: Schema,
  root: FilePart,
  path: Place,
): PartForm | null {
  const section = String(path[0] ?? '')
  const schema = schemaOf(file, root, path)
  if (!schema || !isTable(partAt(root, path))) return null
  return {
    schema,
    defaults: path.length > 0 ? ['defaults', section] : null,
    main: MAIN[section] ?? [],
    hidden: section === 'criteria' ? ['children'] : [],
  }
}

function schemaOf(file: Schema, root: FilePart, path: Place): Schema | null {
  const [section] = path
  if (section === undefined) return headSchema(file)
  if (path.length < 2) return null
  const ofSection = resolved(file, below(below(file, 'properties'), section))
  if (section === 'inputs') {
    return isColumn(partAt(root, path))
      ? below(below(ofSection, 'additionalProperties'), 'then')
      : null
  }
  if (section === 'examples' || section === 'steps') {
    return below(ofSection, 'items')
  }
  const entry = below(ofSection, 'additionalProperties')
  return Object.keys(entry).length > 0 && below(entry, 'properties') !== NONE
    ? entry
    : null
}

/** What stands at the root and is no section of entries. */
function headSchema(file: Schema): Schema {
  const sections = new Set([
    ...Object.keys(MAIN),
    'defaults',
    'texts',
    'format',
  ])
  const properties = Object.entries(below(file, 'properties')).filter(
    ([key]) => !sections.has(key),
  )
  return { ...file, properties: Object.fromEntries(properties) }
}

const NONE: Schema = {}

function below(schema: Schema, key: string | number): Schema {
  const value = schema[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Schema)
    : NONE
}

function resolved(file: Schema, schema: Schema): Schema {
  const reference = schema['$ref']
  if (typeof reference !== 'string') return schema
  return below(below(file, '$defs'), reference.replace('#/$defs/', ''))
}
