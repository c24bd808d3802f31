/** What each column of a form may hold, for the people who fill it in (Markdown). */
import type {
  DescribedColumn,
  DescribedTable,
  Methodology,
} from '../../engine/index.js'
import { versionName } from '../catalogue/in-force.js'
import { titleText } from '../output/title-text.js'
import type { FormFile } from './data-form.js'

export const COLUMN_HEADER = [
  'column',
  'title',
  'holds',
  'empty',
  'source',
  'citation',
]

export function columnList(
  methodology: Methodology,
  tables: readonly DescribedTable[],
): FormFile {
  const lines = [
    `# Columns of the data of ${versionName(methodology)}`,
    '',
    titleText(methodology.title),
    '',
    'Each body has a row with an `id` that stays the same from year to year, and a `name`. Rows of other tables say in `body`, and in a column named after each table around them, to which row they belong; an `id` of their own is needed only where rows of another table belong to them.',
    ...tables.flatMap(tableLines),
  ]
  return { name: 'inputs.md', text: `${lines.join('\n')}\n` }
}

function tableLines({ path, columns }: DescribedTable): readonly string[] {
  const title = tableName(path)
  const head = ['', `## ${title}`, '']
  if (columns.length === 0) return [...head, 'No columns of its own.']
  const rows = columns.map((column) => [
    `\`${column.name}\``,
    ...columnWords(column),
  ])
  return [
    ...head,
    row(COLUMN_HEADER),
    row(COLUMN_HEADER.map(() => '---')),
    ...rows.map(row),
  ]
}

export function tableName(path: readonly string[]): string {
  return path.length === 0 ? 'bodies' : path.join('.')
}

/** In the order of the header, the name left out. */
export function columnWords(column: DescribedColumn): readonly string[] {
  return [
    titleText(column.title),
    holds(column),
    empty(column),
    [column.source, column.verification].filter(isSaid).join('; '),
    column.citation,
  ]
}

function isSaid(text: string | null): text is string {
  return text !== null && text !== ''
}

function row(cells: readonly string[]): string {
  const safe = cells.map((cell) =>
    cell.replace(/[\r\n]+/g, ' ').replaceAll('|', '\\|'),
  )
  return `| ${safe.join(' | ')} |`
}

const TYPES: Readonly<Record<string, string>> = {
  number: 'number',
  boolean: 'true or false',
  date: 'date as YYYY-MM-DD',
  text: 'text',
}

function holds({
  type,
  unit,
  values,
  least,
  most,
  whole,
  isRestricted,
}: DescribedColumn): string {
  const what = whole ? 'whole number' : (TYPES[type] ?? '')
  const bounds = [
    ...(least === null ? [] : [`from ${least}`]),
    ...(most === null ? [] : [`to ${most}`]),
  ].join(' ')
  const parts = [
    what,
    unit,
    bounds,
    values.length > 0 ? `one of: ${values.join(', ')}` : '',
    isRestricted ? '**restricted**: withheld from publication' : '',
  ]
  return parts.filter(isSaid).join(', ')
}

function empty({ empty: say }: DescribedColumn): string {
  switch (say.kind) {
    case 'allowed':
      return 'allowed: missing'
    case 'refused':
      return 'not allowed'
    case 'refused-where':
      return `allowed, except where ${say.condition}`
    case 'registered':
      return 'not in the form: the register gives it'
    case 'stands-for':
      return `stands for ${say.value}`
  }
}
