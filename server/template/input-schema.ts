/**
 * A JSON Schema (2020-12) of the data of a version: which tables and columns
 * there are, and what each cell may hold. What spans cells (`required_when`,
 * checks, the register) and the digits of a number are checked by the engine
 * alone, so that data that fit the schema can still have errors; data that do
 * not fit it have one.
 */
import type {
  DescribedColumn,
  DescribedTable,
  Methodology,
} from '../../engine/index.js'
import { versionName } from '../catalogue/in-force.js'
import { titleText } from '../output/title-text.js'

type Schema = Readonly<Record<string, unknown>>

const ID: Schema = {
  type: ['string', 'integer'],
  minLength: 1,
  description: 'stays the same from year to year',
}
const NAME: Schema = { type: ['string', 'null'] }

/** A number as text keeps every digit. */
const DECIMAL_TEXT = '^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?$'

export function inputSchema(
  methodology: Methodology,
  tables: readonly DescribedTable[],
): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Data of ${versionName(methodology)}`,
    description: titleText(methodology.title),
    type: 'object',
    required: ['bodies'],
    additionalProperties: false,
    properties: {
      year: { type: ['integer', 'null'] },
      bodies: { type: 'array', items: rowSchema(tables, []) },
    },
  }
}

/** Columns that no input reads may stand in a row too. */
function rowSchema(
  tables: readonly DescribedTable[],
  at: readonly string[],
): Schema {
  const own = tables.find(({ path }) => isSame(path, at))
  const columns = own?.columns ?? []
  const below = tables.filter(({ path }) => isSame(path.slice(0, -1), at))
  const isBody = at.length === 0
  const required = columns.filter(({ empty }) => empty.kind === 'refused')
  return {
    type: 'object',
    required: [...(isBody ? ['id'] : []), ...required.map(({ name }) => name)],
    properties: {
      id: isBody ? ID : { ...ID, type: ['string', 'integer', 'null'] },
      name: NAME,
      ...Object.fromEntries(
        columns.map((column) => [column.name, cellSchema(column)] as const),
      ),
      ...Object.fromEntries(
        below
          .filter(({ path }) => path.length > 0)
          .map(({ path }) => [
            path.at(-1) ?? '',
            { type: 'array', items: rowSchema(tables, path) },
          ]),
      ),
    },
  }
}

function cellSchema(column: DescribedColumn): Schema {
  const { empty, title, unit, citation, isRestricted } = column
  const secret = isRestricted ? 'restricted: withheld from publication' : ''
  const words = [titleText(title), unit ?? '', citation, secret]
  const isNeeded = empty.kind === 'refused'
  const cell = valueSchemas(column)
  return {
    description: words.filter((word) => word !== '').join('; '),
    anyOf: isNeeded ? cell : [...cell, { type: 'null' }],
  }
}

function valueSchemas(column: DescribedColumn): readonly Schema[] {
  const { type, values, least, most, whole } = column
  switch (type) {
    case 'number': {
      if (values.length > 0) {
        const numbers = values.map(Number)
        return [{ enum: numbers }, { type: 'string', pattern: DECIMAL_TEXT }]
      }
      return [
        {
          type: whole ? 'integer' : 'number',
          ...(least === null ? {} : { minimum: Number(least) }),
          ...(most === null ? {} : { maximum: Number(most) }),
        },
        { type: 'string', pattern: DECIMAL_TEXT },
      ]
    }
    case 'boolean':
      return [
        { type: 'boolean' },
        {
          type: 'string',
          pattern: '^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$',
        },
      ]
    case 'date':
      return [{ type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }]
    default:
      return values.length > 0
        ? [{ type: 'string', enum: values }]
        : [{ type: 'string' }]
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index])
}
