/**
 * The fields of a form, from the schema of what it edits: whatever the format
 * can say has a field, and a key of which no field is made is edited as YAML.
 */
import {
  isList,
  isTable,
  partAt,
  tableAt,
  textAt,
  type FilePart,
} from '../file/file-part.js'
import { isPartsKey } from '../parts/named-parts.js'
import type { Place } from '../text/place.js'

export interface Schema {
  readonly [keyword: string]: unknown
}

export type FieldKind =
  | 'title'
  | 'cite'
  | 'choice'
  | 'flag'
  | 'decimal'
  | 'text'
  | 'note'
  | 'formula'
  | 'condition'
  | 'names'
  | 'group'
  | 'parts'
  | 'event'
  | 'yaml'

export interface FormField {
  readonly key: string
  readonly path: Place
  readonly kind: FieldKind
  /** From the schema: in English, as the reference of the language. */
  readonly help: string | null
  readonly isRequired: boolean
  /** The file says it here, in whatever form. */
  readonly isWritten: boolean
  /** What `defaults` say in its place, as one line. */
  readonly inherited: string | null
  /** A number stands in the file as it is, and not as text. */
  readonly isNumber: boolean
  /** A list even where it has one name. */
  readonly isList: boolean
  /** Of a choice. */
  readonly options: readonly string[]
  /** Of a group; of named parts and of a rule's events each is a group. */
  readonly fields: readonly FormField[]
}

/** Where the values of a form come from. */
export interface FormSource {
  readonly root: FilePart
  /** A part of the file whose keys are taken where the entry has none. */
  readonly defaults: Place | null
}

/** One field for each key of the schema, in its order; keys that are not read yet have none. */
export function formFields(
  source: FormSource,
  path: Place,
  schema: Schema,
): readonly FormField[] {
  const required = listOf(schema['required'])
  return Object.entries(tableOf(schema['properties'])).flatMap(
    ([key, property]) => {
      const ofKey = tableOf(property)
      if (ofKey['x-not-yet'] !== undefined) return []
      return [field(source, [...path, key], ofKey, required.includes(key))]
    },
  )
}

function field(
  source: FormSource,
  path: Place,
  schema: Schema,
  isRequired: boolean,
): FormField {
  const { root, defaults } = source
  const key = String(path.at(-1))
  const written = partAt(root, path)
  const below = defaults && [...defaults, key]
  const inherited = below ? partAt(root, below) : undefined
  const kind = fieldKind(key, schema, written)
  const help = schema['description']
  return {
    key,
    path,
    kind,
    help: typeof help === 'string' ? help : null,
    isRequired,
    isWritten: written !== undefined,
    inherited:
      written === undefined && inherited !== undefined
        ? inLine(inherited)
        : null,
    isNumber:
      'x-decimal' in schema ||
      schema['x-formula'] === true ||
      schema['type'] === 'integer',
    isList: schema['type'] === 'array',
    options: listOf(schema['enum']).map(String),
    fields: fieldsWithin({ root, defaults: below }, path, schema, kind),
  }
}

function fieldsWithin(
  source: FormSource,
  path: Place,
  schema: Schema,
  kind: FieldKind,
): readonly FormField[] {
  if (kind === 'group') return formFields(source, path, schema)
  if (kind !== 'parts') return []
  const ofPart = tableOf(schema['additionalProperties'])
  const { root } = source
  return Object.keys(tableAt(root, path)).map((name) =>
    field({ root, defaults: null }, [...path, name], ofPart, false),
  )
}

function isKeyedSchema(schema: Schema): boolean {
  return 'properties' in tableOf(schema['additionalProperties'])
}

/** Tables of entries, or nothing yet. */
function isKeyed(written: FilePart | undefined): boolean {
  return isTable(written)
    ? Object.values(written).every(isTable)
    : written === undefined || written === null
}

const NOTES: ReadonlySet<string> = new Set(['note', 'calculation', 'words'])

/** How a key is edited: by its schema, and where it may be two things by what the file says. */
function fieldKind(
  key: string,
  schema: Schema,
  written: FilePart | undefined,
): FieldKind {
  const expected = wordsOf(schema['x-expected'])
  const properties = Object.keys(tableOf(schema['properties']))
  const takesText = isScalarToo(schema)
  if (properties.includes('en')) return 'title'
  if (properties.includes('paragraph')) return 'cite'
  if (schema['enum'] !== undefined) return 'choice'
  if (schema['const'] === true || schema['type'] === 'boolean') return 'flag'
  if (expected.startsWith('a condition')) return 'condition'
  if (isPartsKey(key) && isKeyedSchema(schema)) {
    return isKeyed(written) ? 'parts' : 'yaml'
  }
  if (/^(?:a number or )?a formula/.test(expected)) {
    return typeof written === 'object' ? 'yaml' : 'formula'
  }
  if (properties.length > 0) {
    if (isList(written)) return 'yaml'
    if (!takesText) return 'group'
    return isTable(written) ? 'group' : 'text'
  }
  if (isListOfNames(schema)) return isTable(written) ? 'yaml' : 'names'
  if (typeof written === 'object' && written !== null) return 'yaml'
  if (!takesText) return 'yaml'
  return schema['x-decimal'] === true || schema['type'] === 'integer'
    ? 'decimal'
    : 'text'
}

/** Longer than a line. */
export function isNote(key: string): boolean {
  return NOTES.has(key)
}

function isScalarToo(schema: Schema): boolean {
  const types = [schema['type']].flat()
  return ['string', 'number', 'integer'].some((each) => types.includes(each))
}

function isListOfNames(schema: Schema): boolean {
  const items = tableOf(schema['items'])
  return (
    [schema['type']].flat().includes('array') &&
    items['properties'] === undefined &&
    [items['type']].flat().includes('string')
  )
}

/** Names as one line edits them. */
export function namesAt(root: FilePart, path: Place): readonly string[] {
  const part = partAt(root, path)
  if (isList(part)) return part.map((each) => inLine(each))
  const text = textAt(root, path)
  return text === null ? [] : [text]
}

/** A part of a file as one line of text. */
export function inLine(part: FilePart): string {
  if (part === null) return ''
  if (typeof part === 'string') return part
  if (isList(part)) return part.map(inLine).join(', ')
  return Object.entries(part)
    .map(([key, each]) => `${key}: ${inLine(each)}`)
    .join(', ')
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function tableOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Schema)
    : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
