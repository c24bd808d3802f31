/** The keys that a file leaves unsaid, with what they stand for. */
import { fillDefaults } from '../methodology/defaults.js'
import type { Methodology } from '../methodology/methodology.js'
import { partOf, schemaFor } from '../methodology/repair-keys.js'
import type { Schema } from '../methodology/schema/parts.js'
import { SCHEMA } from '../methodology/schema/root.js'
import { standardSettings } from '../methodology/schema/standard-settings.js'
import { isTable, plainText } from '../methodology/tables.js'
import { pathKey, type Path } from '../source/path.js'
import type { Tree } from '../source/source.js'

export interface Insertion {
  /** The table that the key is written into. */
  readonly into: Path
  readonly key: string
  /** Where `defaults` of the file says it; null: the language means it. */
  readonly from: Path | null
  /** As YAML in one line; null where the text stands at `from`. */
  readonly text: string | null
}

/** What `defaults` of the file says for its entries. */
export function defaultInsertions(tree: Tree): readonly Insertion[] {
  return [...fillDefaults(tree).borrowed].map(([key, from]) => {
    const path = JSON.parse(key) as Path
    const last = String(path.at(-1) ?? '')
    return { into: path.slice(0, -1), key: last, from, text: null }
  })
}

/** What the language means where nothing is said, below the keys that are there. */
export function standardInsertions({
  source,
  outputs,
  total,
}: Methodology): readonly Insertion[] {
  const { tree, borrowed } = fillDefaults(source.tree)
  const found: Insertion[] = []
  const say = (into: Path, key: string, value: Tree) =>
    found.push({ into, key, from: null, text: flowText(value) })
  const isSaid = (key: string) => isTable(tree) && Object.hasOwn(tree, key)
  if (!isSaid('outputs')) {
    say(
      [],
      'outputs',
      outputs.map(({ name }) => name),
    )
  }
  if (!isSaid('total') && total) say([], 'total', total.name)
  walk(tree, SCHEMA, [], (table, schema, path) => {
    const [section] = path
    if (section === 'defaults' || section === 'examples') return
    // What `defaults` says as a table is written out whole, as it stands there.
    if (isBorrowed(path, borrowed)) return
    for (const [key, value] of Object.entries(standardSettings(schema))) {
      if (!Object.hasOwn(table, key)) say(path, key, value)
    }
  })
  return found
}

function isBorrowed(path: Path, borrowed: ReadonlyMap<string, Path>): boolean {
  return path.some((_, index) =>
    borrowed.has(pathKey(path.slice(0, path.length - index))),
  )
}

function walk(
  tree: Tree,
  written: Schema,
  path: Path,
  visit: (
    table: { readonly [key: string]: Tree },
    schema: Schema,
    path: Path,
  ) => void,
): void {
  const schema = schemaFor(written, tree, path)
  if (Array.isArray(tree)) {
    const items = partOf(schema, 'items') ?? {}
    for (const [index, item] of (tree as readonly Tree[]).entries()) {
      walk(item, items, [...path, index], visit)
    }
    return
  }
  if (!isTable(tree)) return
  visit(tree, schema, path)
  const properties = partOf(schema, 'properties') ?? {}
  const further = partOf(schema, 'additionalProperties') ?? {}
  for (const [key, value] of Object.entries(tree)) {
    const next = Object.hasOwn(properties, key)
      ? partOf(properties, key)
      : further
    walk(value, next ?? {}, [...path, key], visit)
  }
}

/** A value in one line of YAML that stands inside brackets as well as alone. */
export function flowText(value: Tree): string {
  if (Array.isArray(value)) {
    return `[${(value as readonly Tree[]).map(flowText).join(', ')}]`
  }
  if (isTable(value)) {
    const pairs = Object.entries(value).map(
      ([key, each]) => `${flowText(key)}: ${flowText(each)}`,
    )
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }
  if (value === null) return 'null'
  if (typeof value !== 'string') return plainText(value)
  const isPlain = /^[A-Za-z_][\w-]*(\([\w.]+\))?$/.test(value)
  const isWord = !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
  return isPlain && isWord ? value : JSON.stringify(value)
}
