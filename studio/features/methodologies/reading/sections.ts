/** The parts of a file in the order in which a reader wants them. */
import { entryOf, namedTables, textOf } from './file-value.js'
import type { FileValue, TableValue } from './file-value.js'

export interface SectionEntry {
  readonly name: string
  readonly entry: TableValue
  /** The table of rows that its formulas are of; '' for the body. */
  readonly level: string
}

/** Keys that are seen at once; the others stand in the details of an entry. */
export const ENTRY_SECTIONS = {
  parameters: ['value', 'by', 'values', 'unit'],
  computed: ['formula', 'unit', 'among'],
  steps: ['of', 'formula', 'screen', 'impute', 'winsorise', 'normalise'],
  normalisers: [
    ...['kind', 'formula', 'from', 'to', 'range', 'target', 'points'],
    ...['pieces', 'transform', 'clamp', 'among'],
  ],
  scales: ['order', 'levels'],
  deductions: ['unit', 'caps'],
  rules: [...['each', 'when', 'exclude', 'deduct', 'limit', 'choose', 'flag']],
  populations: ['where', 'by'],
  rankings: [
    ...['output', 'better', 'where', 'in', 'among', 'each'],
    ...['ties', 'digits'],
  ],
  checks: ['formula', 'says', 'otherwise'],
} as const

export type EntrySection = keyof typeof ENTRY_SECTIONS

export const SECTION_NAMES = Object.keys(
  ENTRY_SECTIONS,
) as readonly EntrySection[]

export function entriesOf(
  root: FileValue,
  section: EntrySection,
): readonly SectionEntry[] {
  const value = entryOf(root, section)
  if (value?.kind === 'list') {
    return value.items.flatMap((entry, index) => {
      if (entry.kind !== 'table') return []
      const name = textOf(entry.entries.get('name')) ?? String(index + 1)
      return { name, entry, level: '' }
    })
  }
  return namedTables(value).map(([name, entry]) => ({
    ...{ name, entry },
    level: name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '',
  }))
}

/** What is said of the results as a whole. */
export const RESULT_KEYS = ['outputs', 'total', 'released', 'register']

export interface KeyedRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly FileValue[])[]
}

/** A table of the section `tables`. */
export function keyedRows({ entries }: TableValue): KeyedRows {
  const columns = entries.get('columns')
  const rows = entries.get('rows')
  return {
    columns: columns?.kind === 'table' ? [...columns.entries.keys()] : [],
    rows:
      rows?.kind === 'list'
        ? rows.items.map((row) => (row.kind === 'list' ? row.items : [row]))
        : [],
  }
}
