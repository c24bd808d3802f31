/** Keys of keyed tables, and of what is repeated for their rows. */
import {
  cite,
  keyed,
  listOf,
  name,
  nameOrNames,
  table,
  text,
  words,
  type Schema,
} from './parts.js'

/** Rows of one table. */
const MOST_ROWS = 10_000

/** What a cell of a keyed table may hold. */
export const CELL_TYPES = [
  'number',
  'level',
  'boolean',
  'date',
  'text',
  'list',
] as const

const scalar = { type: ['string', 'number', 'boolean'] }

const typeSentence =
  'number: a decimal or a fraction such as 1/3. level: one of `values`. boolean: true or false. date: YYYY-MM-DD. text: any words. list: a list of names, for `each` alone.'

const column: Schema = {
  type: ['string', 'object'],
  pattern: `^(${CELL_TYPES.join('|')})$`,
  properties: {
    type: {
      enum: CELL_TYPES,
      description: typeSentence,
      'x-expected': `one of: ${CELL_TYPES.join(', ')}`,
    },
    title: text('What people read.'),
    unit: words('Unit of the numbers.'),
    values: {
      type: 'array',
      items: { ...scalar, 'x-expected': 'a single value' },
      description: 'The only values that the column may hold.',
      'x-expected': 'a list',
    },
    scale: name('level: the scale of the levels, instead of `values`.'),
    note: words('Anything the reader of the file should know.'),
  },
  required: ['type'],
  additionalProperties: false,
  description: `A column: its type, or { type, title, unit, values, note }. ${typeSentence}`,
  'x-expected': `a type (${CELL_TYPES.join(', ')}), or a table of keys`,
}

const cell: Schema = {
  type: ['string', 'number', 'boolean', 'null', 'array'],
  items: { ...scalar, 'x-expected': 'a single word' },
  description: 'A cell.',
  'x-expected': 'a cell: a number, true, false, text, or a list of names',
}

const keyedTable: Schema = {
  type: ['object', 'array'],
  properties: {
    title: text('What people read.'),
    cite,
    note: words('Anything the reader of the file should know.'),
    key: nameOrNames(
      'The column, or the columns, by which a row is found; no two rows have the same.',
    ),
    columns: {
      ...keyed(
        column,
        'The columns: name and type, in the order of the cells of a row.',
      ),
      minProperties: 1,
    },
    rows: {
      type: 'array',
      items: {
        type: ['array', 'object'],
        items: cell,
        additionalProperties: cell,
        description:
          'A row: its cells in the order of the columns, as [central, 5], or by name, as { kind: central, points: 5 }. By name a column may be left out; the cell is then missing.',
        'x-expected': 'a row: a list of cells, or a table of columns and cells',
      },
      maxItems: MOST_ROWS,
      description: `The rows, one a line; at most ${MOST_ROWS}.`,
      'x-expected': `a list of at most ${MOST_ROWS} rows`,
    },
  },
  required: ['key', 'columns', 'rows'],
  items: { ...scalar, pattern: '\\S', 'x-expected': 'a single word' },
  maxItems: MOST_ROWS,
  additionalProperties: false,
  description:
    'A table of keyed rows. A plain list of words is a table of one column, named as the table without a last s: `blocks: [goals, interaction]` has the column `block`.',
  'x-expected': 'a table of key, columns and rows, or a list of words',
}

export const keyedTables = keyed(
  keyedTable,
  'Keyed rows that stand in the file: rules and rankings are repeated for them by `each`.',
)

export const each: Schema = {
  ...table(
    {
      table: words('The table.'),
      where: {
        type: ['string', 'boolean'],
        description:
          'Which rows: a formula over `$column`, as $performance == true.',
        'x-expected': 'a formula over the columns of the row',
      },
    },
    'Makes one entry for each row of a table: the name of the table, or { table, where }. `$column` in the name of the entry and in its texts, or `${column}` where letters follow, stands for the cell of the row.',
    ['table'],
  ),
  type: ['string', 'object'],
  'x-expected': 'the name of a table, or { table, where }',
}

const COLUMN = '\\$\\{?[A-Za-z_]'

/** The same key in an entry with `each`, where a column may stand instead. */
export function orColumn(schema: Schema): Schema {
  const { type, pattern } = schema
  const extended = {
    ...schema,
    pattern: typeof pattern === 'string' ? `${pattern}|${COLUMN}` : COLUMN,
  }
  return type === 'string'
    ? extended
    : { ...extended, type: [type, 'string'].flat() }
}

/** A list of names, or a column that holds one. */
export const namesOrColumn = (description: string): Schema =>
  orColumn(listOf(orColumn(name('A name.')), description))

/** The name of a rule or ranking: it never stands in a formula, so it may have hyphens. */
export const entryName = (description: string): Schema => ({
  type: 'string',
  pattern: `^[A-Za-z_][A-Za-z0-9_-]*$|${COLUMN}`,
  description,
  'x-expected': 'a name of ASCII letters, digits, underscores and hyphens',
})

/** A table keyed by such names, or by names with `$column` beside `each`. */
export function keyedByEntryName(entry: Schema, description: string): Schema {
  const section = keyed(entry, description)
  const { propertyNames } = section as { readonly propertyNames: Schema }
  const pattern = '^[A-Za-z_$][A-Za-z0-9_${}-]*$'
  return { ...section, propertyNames: { ...propertyNames, pattern } }
}
