/** What a difference is about: the entry of which section, and which key of it. */
import type { components } from '../../api/openapi.js'

export type Difference = components['schemas']['Difference']

export interface Subject {
  /** A section of the file; `file` for what is said of the file as a whole. */
  readonly section: string
  /** The entry; null for what is said of a section or of the file. */
  readonly name: string | null
  /** The keys that lead from the entry to what differs. */
  readonly keys: readonly string[]
  /** The entries that it holds for, where the file says it for all of them at once. */
  readonly of: readonly string[]
}

/** Sections that hold entries by their names. */
const NAMED = [
  ...['parameters', 'scales', 'inputs', 'checks', 'computed', 'indicators'],
  ...['normalisers', 'criteria', 'deductions', 'rules', 'populations'],
  ...['rankings', 'tables', 'steps', 'examples'],
]

/** Keys of an input or of a formula: its name, which may have points, ends before them. */
const COLUMN_KEYS = [
  ...['type', 'title', 'unit', 'values', 'bounds', 'default', 'missing'],
  ...['required_when', 'from', 'cite', 'note', 'restricted', 'source'],
  ...['verification', 'when_joined', 'scale', 'better', 'formula', 'mark'],
  ...['alternatives', 'among'],
]

export function subjectOf({ path, of = [] }: Difference): Subject {
  const steps = path.replace(/\[(\d+)\]/g, '.#$1').split('.')
  const [first = '', second = '', ...rest] = steps
  if (first === 'defaults') {
    return { section: second, name: null, keys: rest, of: of.map(shortName) }
  }
  if (!NAMED.includes(first) || second === '') {
    return { section: 'file', name: null, keys: steps, of: [] }
  }
  const length = nameLength(first, [second, ...rest])
  const names = [second, ...rest].slice(0, length)
  const isColumn = first === 'inputs' || first === 'computed'
  return {
    section: first,
    name: isColumn ? names.join('.') : (names.at(-1) ?? second),
    keys: [second, ...rest].slice(length),
    of: [],
  }
}

/** How many steps lead to the entry. */
function nameLength(section: string, steps: readonly string[]): number {
  if (section === 'inputs' || section === 'computed') {
    const end = steps.findIndex(
      (step, index) => index > 0 && COLUMN_KEYS.includes(step),
    )
    return end < 0 ? steps.length : end
  }
  let length = 1
  if (section !== 'criteria') return length
  while (steps[length] === 'children' && steps.length > length + 1) length += 2
  return length
}

function shortName(entry: string): string {
  return entry.slice(entry.lastIndexOf('.') + 1)
}
