/**
 * The pieces that all sections of the format share. Every key carries the
 * sentence that editors show and the reference prints; `x-expected` is how a
 * message names what belongs there.
 */

import { RESERVED_NAMES } from '../names.js'

export interface Schema {
  readonly [keyword: string]: unknown
}

/** The keys that an entry can have today. */
export function allowedKeys(schema: Schema | undefined): readonly string[] {
  const properties = (schema?.['properties'] ?? {}) as {
    readonly [key: string]: Schema
  }
  return Object.entries(properties).flatMap(([name, key]) =>
    key['x-not-yet'] === undefined ? [name] : [],
  )
}

const NAME = '^[A-Za-z_][A-Za-z0-9_]*$'

/** A name that formulas can use. */
export const name = (description: string): Schema => ({
  type: 'string',
  pattern: NAME,
  description,
  'x-expected': 'a name of ASCII letters, digits and underscores',
})

/** A figure of the body: a column, or the value of an indicator in the tree. */
export const figure = (description: string): Schema => ({
  type: 'string',
  pattern:
    '^([A-Za-z_][A-Za-z0-9_]*|score\\([A-Za-z_][A-Za-z0-9_]*\\)|after\\([A-Za-z_][A-Za-z0-9_]*, *[A-Za-z_][A-Za-z0-9_]*\\))$',
  description,
  'x-expected': 'the name of a figure, score(NAME) or after(STEP, NAME)',
})

/** Text in one language, or in several. */
export const text = (description: string): Schema => ({
  type: ['string', 'object'],
  properties: {
    en: { type: 'string' },
    kk: { type: 'string' },
    ru: { type: 'string' },
  },
  additionalProperties: false,
  description,
  'x-expected': 'text, or a table of en, kk, ru',
})

/** Text in the language of the file. */
export const words = (description: string): Schema => ({
  type: ['string', 'number'],
  description,
  'x-expected': 'text',
})

export const date = (description: string): Schema => ({
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description,
  'x-expected': 'a date as YYYY-MM-DD',
})

/** A decimal, read from its text; a string wherever a number may stand. */
export const decimal = (description: string): Schema => ({
  type: ['number', 'string'],
  pattern: '^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*$',
  'x-decimal': true,
  description,
  'x-expected': 'a decimal number',
})

export const fraction = (description: string): Schema => ({
  type: ['number', 'string'],
  pattern:
    '^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*$|^\\s*[+-]?\\d+\\s*/\\s*\\d+\\s*$',
  'x-decimal': true,
  description,
  'x-expected': 'a decimal number or a fraction such as 1/3',
})

/** A decimal, or the name of a parameter that holds one. */
export const decimalOrParameter = (description: string): Schema => ({
  type: ['number', 'string'],
  'x-formula': true,
  description,
  'x-expected': 'a decimal number or the name of a parameter',
})

export const flag = (description: string): Schema => ({
  type: 'boolean',
  description,
  'x-expected': 'true or false',
})

export const oneOf = (
  values: readonly (string | number | boolean)[],
  description: string,
): Schema => ({
  enum: values,
  description,
  'x-expected': `one of: ${values.join(', ')}`,
})

export const whole = (
  description: string,
  least?: number,
  most?: number,
): Schema => ({
  type: 'integer',
  description,
  ...(least === undefined ? {} : { minimum: least }),
  ...(most === undefined ? {} : { maximum: most }),
  'x-expected':
    least === undefined || most === undefined
      ? 'a whole number'
      : `a whole number from ${least} to ${most}`,
})

export const listOf = (items: Schema, description: string): Schema => ({
  type: 'array',
  items,
  description,
  'x-expected': 'a list',
})

export const names = (description: string): Schema =>
  listOf(name('A name.'), description)

/** Which bodies a statistic looks at. */
export const among = (description: string): Schema => name(description)

/** One name, or a list of names. */
export const nameOrNames = (description: string): Schema => ({
  type: ['string', 'array'],
  items: { type: 'string', 'x-expected': 'a name' },
  minItems: 1,
  description,
  'x-expected': 'a name or a list of names',
})

export const table = (
  properties: { readonly [key: string]: Schema },
  description: string,
  required: readonly string[] = [],
): Schema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...(required.length > 0 ? { required } : {}),
  description,
  'x-expected': 'a table of keys',
})

/** A table whose keys are names that the author chooses. */
export const keyed = (entry: Schema, description: string): Schema => ({
  type: 'object',
  propertyNames: { pattern: NAME, not: { enum: RESERVED_NAMES } },
  additionalProperties: entry,
  description,
  'x-expected': 'a table keyed by name',
})

/** A key that means something and cannot be read yet. */
export const notYet = (reservedFor: string): Schema => ({
  not: {},
  description: `Reserved: ${reservedFor}.`,
  'x-not-yet': reservedFor,
})

export const formula = (description: string): Schema => ({
  type: ['string', 'number', 'boolean'],
  'x-formula': true,
  description,
  'x-expected': 'a formula',
})

/** A formula that is true or false, or a json-rules-engine condition. */
export const condition = (description: string): Schema => ({
  type: ['string', 'boolean', 'object'],
  'x-formula': true,
  description: `${description} A formula that is true or false, or \`all\` / \`any\` / \`not\` over \`{ fact, operator, value }\`.`,
  'x-expected': 'a condition: a formula, or all / any / not over facts',
})

export const cite: Schema = {
  type: ['string', 'number', 'object'],
  properties: {
    act: words('The act, where it is not the act of the file.'),
    paragraph: words('Paragraph, point or page.'),
    words: words('The words of the act.'),
  },
  additionalProperties: false,
  description:
    'Where it stands: a paragraph of the act of the file, or { act, paragraph, words }.',
  'x-expected': 'a paragraph, or a table of act, paragraph, words',
}

export const rounding: Schema = table(
  {
    digits: whole('Digits after the point; negative rounds to tens.', -9, 30),
    mode: oneOf(
      ['half-up', 'half-even'],
      'half-up: a half goes away from zero. half-even: to the even digit.',
    ),
  },
  'Rounds the value that everything later uses, parents and rankings included.',
  ['digits', 'mode'],
)

/** Whether the act states a thing or somebody rebuilt it, with the other readings. */
export const reading = (settings: string) => ({
  cite,
  mark: oneOf(
    ['given', 'reconstructed'],
    'given: the act states it. reconstructed: rebuilt from the words around it, with `alternatives`.',
  ),
  note: words('How the reading was arrived at; what was given in words.'),
  alternatives: listOf(
    table(
      {
        formula: formula('The formula of the other reading.'),
        setting: {
          type: 'object',
          description: `Other keys of the same entry: ${settings}.`,
          'x-expected': 'a table of keys',
        },
        note: words('What this reading says.'),
      },
      'Another reading: a formula or a setting, and a note.',
      ['note'],
    ),
    'Other readings; checked and shown, never evaluated.',
  ),
})
