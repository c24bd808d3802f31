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
  readonly columns: readonly {
    readonly name: string
    readonly value: FileValue
  }[]
  /** Undefined stands for a cell that is missing. */
  readonly rows: readonly (readonly (FileValue | undefined)[])[]
}

/** A table of the section `tables`; rows by name are put into the order of the columns. */
export function keyedRows({ entries }: TableValue): KeyedRows {
  const columns = entries.get('columns')
  const rows = entries.get('rows')
  const names = columns?.kind === 'table' ? [...columns.entries] : []
  return {
    columns: names.map(([name, value]) => ({ name, value })),
    rows:
      rows?.kind === 'list'
        ? rows.items.map((row) =>
            cellsOf(
              row,
              names.map(([name]) => name),
            ),
          )
        : [],
  }
}

function cellsOf(
  row: FileValue,
  columns: readonly string[],
): readonly (FileValue | undefined)[] {
  if (row.kind === 'text') return [row]
  const cells =
    row.kind === 'list' ? row.items : columns.map((name) => entryOf(row, name))
  return cells.map((cell) =>
    cell?.kind === 'text' && cell.isNull ? undefined : cell,
  )
}
