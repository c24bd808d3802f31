/**
 * Reads a misspelt key as the key that was meant, once it has been reported, so
 * that one slip of the pen is one message: what stands behind the key is still
 * checked, and nothing that needs it is reported as well.
 */
import { allowedKeys } from './schema/parts.js'
import { problem, type Problem } from '../errors.js'
import { parseFraction } from '../number/text.js'
import { closest } from '../source/closest.js'
import { pathKey, type Path } from '../source/path.js'
import type { Tree } from '../source/source.js'
import {
  isColumn,
  isTable,
  looksLikeColumn,
  tableOf,
  type Table,
} from './tables.js'
import type { Schema } from './schema/parts.js'
import { show } from './structure.js'
import { SCHEMA } from './schema/root.js'
import { SECTION_ENTRIES } from './schema/sections.js'

export interface Repaired {
  readonly tree: Tree
  /** Path as it was meant -> the key that stands in the file. */
  readonly renamed: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
  /** A path as it stands in the file -> as it was meant. */
  readonly meantPath: (written: Path) => Path
  /** Values that YAML cut at a comma; what stands there is not used. */
  readonly broken: readonly Path[]
  /** Those of them that could not be read at all: nothing more is said of them. */
  readonly unread: readonly Path[]
}

/** @param refused - what YAML left without a value */
export function repairKeys(tree: Tree, refused: readonly Path[]): Repaired {
  const repair = new Repair(refused)
  const repaired = repair.walk(tree, SCHEMA, [])
  const { renamed, problems, broken, unread, meantPath } = repair
  return { tree: repaired, renamed, problems, broken, unread, meantPath }
}

class Repair {
  readonly renamed = new Map<string, string>()
  readonly problems: Problem[] = []
  readonly broken: Path[] = []
  readonly unread: Path[] = []

  /** Meant path of a table with a written key -> the key that was meant. */
  private readonly meant = new Map<string, string>()

  constructor(private readonly refused: readonly Path[]) {}

  readonly meantPath = (written: Path): Path =>
    written.reduce<Path>(
      (above, step) => [
        ...above,
        this.meant.get(pathKey([...above, step])) ?? step,
      ],
      [],
    )

  walk(tree: Tree, written: Schema, path: Path): Tree {
    const schema = schemaFor(written, tree, path)
    if (Array.isArray(tree)) {
      const items = partOf(schema, 'items')
      const list = tree as readonly Tree[]
      if (items && this.isCutList(list, items, path)) return list
      return list.map((item, index) =>
        items ? this.walk(item, items, [...path, index]) : item,
      )
    }
    if (!isTable(tree)) {
      this.checkNumber(tree, schema, path)
      return tree
    }
    const properties = (schema['properties'] ?? {}) as Properties
    const further = partOf(schema, 'additionalProperties')
    const isClosed = schema['additionalProperties'] === false
    const table = isClosed ? this.rename(tree, schema, path) : tree
    const read = Object.entries(table).map(([key, given]) => {
      const value = this.isLostInput(given, schema, [...path, key])
        ? tableOf([['type', 'number']])
        : given
      const below = Object.hasOwn(properties, key) ? properties[key] : further
      const next = below ? this.walk(value, below, [...path, key]) : value
      return [key, next] as const
    })
    return this.withType(tableOf(read), schema, path)
  }

  /** `[index, after(filled, gdp)]` without quotes is three items for YAML. */
  private isCutList(list: readonly Tree[], items: Schema, path: Path): boolean {
    if (items['type'] !== 'string') return false
    const texts = list.map((item) => (typeof item === 'string' ? item : ''))
    const from = texts.findIndex((text) => openBrackets(text) > 0)
    const to = texts.findIndex(
      (text, at) => at > from && openBrackets(text) < 0,
    )
    if (from < 0 || to < 0) return false
    const text = texts.slice(from, to + 1).join(', ')
    const info = { key: null, text }
    this.problems.push(problem('COMMA_NOT_QUOTED', [...path, from], info))
    this.broken.push(path)
    this.unread.push(path)
    return true
  }

  /** Digits that make a number for the schema and none for the engine. */
  private checkNumber(tree: Tree, schema: Schema, path: Path): void {
    if (schema['x-decimal'] !== true || typeof tree !== 'string') return
    const looksRight = new RegExp(String(schema['pattern'])).test(tree)
    if (!looksRight || typeof parseFraction(tree) === 'object') return
    const received = show(tree)
    const expected =
      'a number of at most 200 digits, between 10^-400 and 10^400,'
    this.problems.push(problem('WRONG_TYPE', path, { received, expected }))
    this.broken.push(path)
  }

  /** An input whose keys YAML refused is not a table without columns. */
  private isLostInput(value: Tree, schema: Schema, path: Path): boolean {
    const isEmpty =
      value === null || (isTable(value) && Object.keys(value).length === 0)
    const isEntry = path[0] === 'inputs' && 'propertyNames' in schema
    const isRefused = () =>
      this.refused.some(
        (each) => pathKey(this.meantPath(each)) === pathKey(path),
      )
    return isEmpty && isEntry && isRefused()
  }

  private rename(tree: Table, schema: Schema, path: Path): Table {
    const properties = (schema['properties'] ?? {}) as Properties
    const whole = this.withoutCuts(tree, properties, path)
    const keys = Object.keys(whole)
    const unknown = keys.filter((key) => !Object.hasOwn(properties, key))
    if (unknown.length === 0) return whole
    const meant = new Map<string, string>()
    for (const key of unknown) {
      const free = Object.keys(properties).filter(
        (name) =>
          !Object.hasOwn(whole, name) &&
          ![...meant.values()].includes(name) &&
          !('x-not-yet' in (properties[name] ?? {})),
      )
      const near =
        missingColon(key, whole[key] ?? null, free) ??
        this.openedKey(key, free, path) ??
        closest(key, free) ??
        shortKey(key, free) ??
        (unknown.length === 1
          ? onlyMissing(free, schema, whole[key] ?? null)
          : undefined)
      if (near === undefined) continue
      meant.set(key, near)
      this.renamed.set(pathKey([...path, near]), key)
      this.meant.set(pathKey([...path, key]), near)
      const allowed = allowedKeys(schema)
      const said = key.startsWith(`${near} `)
        ? key.slice(near.length + 1)
        : null
      const hint = said === null ? near : `${near}: ${said}`
      const info = { key, allowed, closest: hint }
      this.problems.push(problem('UNKNOWN_KEY', [...path, near], info))
    }
    return tableOf(
      Object.entries(whole).map(([key, value]) => [
        meant.get(key) ?? key,
        isOpened(key) && meant.has(key)
          ? null
          : value === null && meant.has(key)
            ? saidBehind(key)
            : value,
      ]),
    )
  }

  /** `act { title: x }` without its colon is the key `act { title` for YAML. */
  private openedKey(
    key: string,
    free: readonly string[],
    path: Path,
  ): string | undefined {
    const name = free.find(
      (each) => /^ *[{[]/.test(key.slice(each.length)) && key.startsWith(each),
    )
    if (name !== undefined) {
      this.broken.push([...path, name])
      this.unread.push([...path, name])
    }
    return name
  }

  /** An input that forgot its type is still an input. */
  private withType(tree: Table, schema: Schema, path: Path): Table {
    if (schema !== SECTION_ENTRIES['inputs'] || isColumn(tree)) return tree
    if (path[0] !== 'inputs') return tree
    const name = String(path.at(-1) ?? '')
    this.problems.push(problem('INPUT_WITHOUT_TYPE', path, { name }))
    this.broken.push(path)
    return tableOf([...Object.entries(tree), ['type', 'number']])
  }

  /** `{ formula: min(a, b) }` without quotes is two keys for YAML: `formula` and `b)`. */
  private withoutCuts(tree: Table, properties: Properties, path: Path): Table {
    const cut = Object.entries(tree).find(
      ([key, value]) =>
        Object.hasOwn(properties, key) &&
        typeof value === 'string' &&
        openBrackets(value) > 0,
    )
    const rest = Object.keys(tree).filter(
      (key) =>
        !Object.hasOwn(properties, key) &&
        (tree[key] === null || openBrackets(key) < 0),
    )
    if (!cut || !rest.some((key) => openBrackets(key) < 0)) return tree
    const [key, value] = cut
    const text = [typeof value === 'string' ? value : '', ...rest].join(', ')
    const at = [...path, key]
    this.problems.push(problem('COMMA_NOT_QUOTED', at, { key, text }))
    this.broken.push(at)
    return tableOf(
      Object.entries(tree).filter(([each]) => !rest.includes(each)),
    )
  }
}

type Properties = { readonly [key: string]: Schema | undefined }

/** The schema that holds for what stands here: references followed, columns told from tables. */
export function schemaFor(written: Schema, tree: Tree, path: Path): Schema {
  const [section, second, third] = path
  if (section === 'defaults' && path.length === 2) {
    const entry = SECTION_ENTRIES[String(second)]
    return entry ? { ...entry, required: [] } : written
  }
  if (section === 'examples' && third === 'expect' && path.length === 3) {
    const expectation = resolve({ $ref: '#/$defs/expectation' })
    const keys = isTable(tree) ? Object.keys(tree) : []
    const values = keys.map((key) => (isTable(tree) ? tree[key] : null))
    const isKeyed = keys.length > 0 && values.every((each) => isTable(each))
    const known = Object.keys(expectation['properties'] ?? {})
    return isKeyed && !keys.some((key) => known.includes(key))
      ? { additionalProperties: expectation }
      : expectation
  }
  const schema = resolve(written)
  const [column, table] = [partOf(schema, 'then'), partOf(schema, 'else')]
  if (!column || !table) return schema
  const isOne = isColumn(tree) || looksLikeColumn(tree)
  return resolve(isOne ? column : table)
}

function resolve(schema: Schema): Schema {
  const reference = schema['$ref']
  if (typeof reference !== 'string') return schema
  const name = reference.replace('#/$defs/', '')
  return (SCHEMA['$defs'] as { readonly [name: string]: Schema })[name] ?? {}
}

export function partOf(schema: Schema, key: string): Schema | undefined {
  const part = schema[key]
  return typeof part === 'object' && part !== null
    ? (part as Schema)
    : undefined
}

/** `{ mark given }` without its colon is one key without a value for YAML. */
function missingColon(
  key: string,
  value: Tree,
  free: readonly string[],
): string | undefined {
  return value === null
    ? free.find((name) => key.startsWith(`${name} `))
    : undefined
}

function isOpened(key: string): boolean {
  return /^\w+ *[{[]/.test(key)
}

/** What stands behind the first word of a key that lacks its colon. */
function saidBehind(key: string): Tree {
  const text = key.replace(/^\S+\s*/, '')
  const plain = text.replace(/^(["'])(.*)\1$/, '$2')
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^-?\d{1,9}$/.test(text)) return Number(text)
  return plain === '' ? null : plain
}

/** Of a key as short as `by` a single letter is left, which is like no other word. */
function shortKey(key: string, free: readonly string[]): string | undefined {
  if (key.length !== 1) return undefined
  const [only, second] = free.filter(
    (name) => name.length === 2 && name.includes(key),
  )
  return second === undefined ? only : undefined
}

/** The one key that must be there and is not, if the value could be its. */
function onlyMissing(
  free: readonly string[],
  schema: Schema,
  value: Tree,
): string | undefined {
  const required = (schema['required'] ?? []) as readonly string[]
  const [only, second] = required.filter((key) => free.includes(key))
  if (only === undefined || second !== undefined) return undefined
  const properties = (schema['properties'] ?? {}) as Properties
  const types: readonly unknown[] = [properties[only]?.['type']].flat()
  return types.includes(typeOf(value)) ? only : undefined
}

function typeOf(value: Tree): string {
  if (Array.isArray(value)) return 'array'
  if (value === null) return 'null'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** How many brackets are still open at the end; negative where more are closed. */
function openBrackets(text: string): number {
  return text.split('(').length - text.split(')').length
}
