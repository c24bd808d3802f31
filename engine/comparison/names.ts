/** Which names a place of the file refers to, so that a renamed one is followed. */
import type { Path } from '../source/path.js'

/** Kinds of names that do not meet: a ranking may be called as a criterion is. */
export type NameKind =
  | 'figure'
  | 'normaliser'
  | 'ranking'
  | 'population'
  | 'scale'
  | 'table'
  | 'step'

/** Section -> the kind of names that it declares. */
const DECLARED: { readonly [section: string]: NameKind } = {
  parameters: 'figure',
  inputs: 'figure',
  computed: 'figure',
  indicators: 'figure',
  criteria: 'figure',
  deductions: 'figure',
  normalisers: 'normaliser',
  rankings: 'ranking',
  populations: 'population',
  scales: 'scale',
  tables: 'table',
  steps: 'step',
}

/** Key -> the kind of names that it refers to. */
const REFERRED: { readonly [key: string]: NameKind } = {
  under: 'figure',
  criterion: 'figure',
  into: 'figure',
  of: 'figure',
  from: 'figure',
  output: 'figure',
  by: 'figure',
  all_of: 'figure',
  outputs: 'figure',
  released: 'figure',
  total: 'figure',
  on: 'figure',
  fact: 'figure',
  normalise: 'normaliser',
  ranking: 'ranking',
  about: 'ranking',
  population: 'population',
  among: 'population',
  scale: 'scale',
  table: 'table',
  each: 'table',
}

/** Old names -> new ones, by kind. */
export type Renames = ReadonlyMap<NameKind, ReadonlyMap<string, string>>

export function declaredKind(section: string): NameKind | null {
  return Object.hasOwn(DECLARED, section) ? (DECLARED[section] ?? null) : null
}

export function referredKind(path: Path): NameKind | null {
  const key = path.findLast((step) => typeof step === 'string') ?? ''
  return Object.hasOwn(REFERRED, key) ? (REFERRED[key] ?? null) : null
}

export function renamed(renames: Renames, kind: NameKind, name: string) {
  return renames.get(kind)?.get(name) ?? name
}

/** In a formula a name is a figure; where none was renamed, a table, scale or step. */
export function renamedInFormula(renames: Renames, name: string): string {
  for (const kind of ['figure', 'table', 'scale', 'step'] as const) {
    const found = renames.get(kind)?.get(name)
    if (found !== undefined) return found
  }
  return name
}
