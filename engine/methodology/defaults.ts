/**
 * Fills in what `defaults` says for the entries of a section. The entry's own
 * key wins; there is no other inheritance.
 */
import { allowedKeys } from './schema/parts.js'
import { problem, type Problem } from '../errors.js'
import { closest } from '../source/closest.js'
import { pathKey, type Path } from '../source/path.js'
import type { Tree } from '../source/source.js'
import { DEFAULT_SECTIONS } from './schema/root.js'
import { SECTION_ENTRIES } from './schema/sections.js'
import { isColumn, isTable, type Table } from './tables.js'

export interface Filled {
  readonly tree: Tree
  /** Key of an entry -> the place in `defaults` that it came from. */
  readonly borrowed: ReadonlyMap<string, Path>
  readonly problems: readonly Problem[]
}

export function fillDefaults(tree: Tree): Filled {
  const borrowed = new Map<string, Path>()
  if (!isTable(tree) || !isTable(tree['defaults'] ?? null)) {
    return { tree, borrowed, problems: [] }
  }
  const problems: Problem[] = []
  const filled: { [key: string]: Tree } = copyOf(tree)
  for (const section of DEFAULT_SECTIONS) {
    const defaults = (tree['defaults'] as Table)[section]
    const entries = tree[section]
    if (!isTable(defaults)) continue
    const known = knownKeys(section, defaults, problems)
    if (entries === undefined) continue
    filled[section] = fill(section, entries, known, [section], borrowed)
  }
  return { tree: filled, borrowed, problems }
}

function knownKeys(
  section: string,
  defaults: Table,
  problems: Problem[],
): Table {
  const schema = SECTION_ENTRIES[section]
  const allowed = allowedKeys(schema)
  const known: { [key: string]: Tree } = copyOf({})
  for (const [key, value] of Object.entries(defaults)) {
    if (allowed.includes(key) && key !== 'children') {
      known[key] = value
      continue
    }
    const near = closest(key, allowed)
    const info = { key, allowed, ...(near ? { closest: near } : {}) }
    problems.push(problem('UNKNOWN_KEY', ['defaults', section, key], info))
  }
  return known
}

function fill(
  section: string,
  entries: Tree,
  defaults: Table,
  path: Path,
  borrowed: Map<string, Path>,
): Tree {
  const one = (entry: Tree, at: Path): Tree => {
    if (!isTable(entry)) return entry
    if (section === 'inputs' && !isColumn(entry)) {
      return fill(section, entry, defaults, at, borrowed)
    }
    const result = copyOf(entry)
    for (const [key, value] of Object.entries(defaults)) {
      if (Object.hasOwn(entry, key)) continue
      result[key] = value
      borrowed.set(pathKey([...at, key]), ['defaults', section, key])
    }
    const { children } = entry
    if (section === 'criteria' && children !== undefined) {
      const below = [...at, 'children']
      result['children'] = fill(section, children, defaults, below, borrowed)
    }
    return result
  }
  if (Array.isArray(entries)) {
    return (entries as readonly Tree[]).map((entry, index) =>
      one(entry, [...path, index]),
    )
  }
  if (!isTable(entries)) return entries
  const result = copyOf({})
  for (const [name, entry] of Object.entries(entries)) {
    result[name] = one(entry, [...path, name])
  }
  return result
}

function copyOf(table: Table): { [key: string]: Tree } {
  return Object.assign(Object.create(null) as { [key: string]: Tree }, table)
}
