/** Keys of examples. */
import {
  cite,
  fraction,
  listOf,
  oneOf,
  table,
  text,
  whole,
  words,
} from './parts.js'

const row = {
  type: 'object',
  description:
    'One body: `id`, `name`, inputs, and nested tables as lists of rows.',
  'x-expected': 'a table of inputs',
}

/** Figures as results hold them, by body. */
const figuresOfBodies = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    additionalProperties: {
      type: ['number', 'string', 'boolean', 'null'],
      'x-expected':
        'a decimal, a level, true or false, null (missing) or `not-applicable`',
    },
    'x-expected': 'a table of figures',
  },
  'x-expected': 'a table keyed by body',
}

const expected = table(
  {
    status: oneOf(
      ['scored', 'not-scored', 'not-applicable'],
      'Status of the body.',
    ),
    outputs: {
      type: 'object',
      description:
        'Figure by name: a decimal, a fraction, a level, true or false, null (missing) or `not-applicable`. Any column of the body may be named.',
      'x-expected': 'a table of figures',
    },
    places: {
      type: 'object',
      additionalProperties: {
        type: ['integer', 'null'],
        'x-expected': 'a place, or null for none',
      },
      description: 'Place by ranking; null: no place.',
      'x-expected': 'a table of rankings and places',
    },
    deductions: {
      type: 'object',
      description: 'Points by rule: all rules that deduct, and no others.',
      'x-expected': 'a table of rules and points',
    },
    joined: listOf(
      words('The id of a body.'),
      'The bodies that ended in the year and are assessed within this one, and no others.',
    ),
    limits: {
      type: 'object',
      additionalProperties: oneOf(
        ['binds', 'met'],
        'binds: it makes the value what it is. met: it changes nothing.',
      ),
      description:
        'Limits by rule, `binds` or `met`: all limits that were met, and no others.',
      'x-expected': 'a table of rules and binds or met',
    },
    flags: listOf(
      words('A flag.'),
      'The flags that are raised, each once, and no others.',
    ),
    undecided_flags: listOf(
      words('A flag.'),
      'The flags of which it is not known whether they are raised, each once, and no others.',
    ),
  },
  'What the methodology must give for a body.',
)

export const examples = listOf(
  table(
    {
      title: text('What the example shows.'),
      source: oneOf(
        ['published', 'hand', 'invented'],
        'published: with `cite`. hand: with the `calculation` written out. invented: data made up, with a `note` that says so; the expected figures are calculated by hand.',
      ),
      cite,
      calculation: words('The calculation by hand.'),
      note: words('Anything the reader should know.'),
      year: whole('The reporting year; default the first year of the version.'),
      body: { ...row, description: `A single body. ${row.description}` },
      bodies: listOf(row, 'Several bodies.'),
      data: words('A data file beside the methodology (CSV, JSON or folder).'),
      previous: {
        type: ['array', 'object'],
        items: row,
        additionalProperties: listOf(row, 'The bodies of that year.'),
        description:
          'The bodies of the year before, as a list; or of several earlier years, keyed by year. Only what `previous` reads is needed.',
        'x-expected': 'a list of bodies, or a table keyed by year',
      },
      history: {
        type: 'object',
        additionalProperties: figuresOfBodies,
        description:
          'Outputs in the results of earlier years: `{ 2022: { BODY: { total: 71.25 } } }`.',
        'x-expected': 'a table keyed by year',
      },
      from: {
        type: 'object',
        additionalProperties: figuresOfBodies,
        description:
          'Outputs of other methodologies for the year: `{ METHODOLOGY: { BODY: { A: 80 } } }`.',
        'x-expected': 'a table keyed by methodology',
      },
      register: listOf(
        {
          type: 'object',
          required: ['id'],
          properties: { id: words('Id of the body.') },
          additionalProperties: {
            type: ['string', 'number', 'boolean', 'null'],
            'x-expected': 'a single value',
          },
          description: 'One row of a register.',
          'x-expected': 'a table of columns of a register',
        },
        'Rows of a register: id, valid_from, valid_to, successor, name_en and attributes; what is left out is empty. With them bodies are looked up as in a real register; without, each body gives its attributes itself.',
      ),
      expect: {
        type: 'object',
        description:
          'What must come out: for `body` the figures themselves, for `bodies` keyed by id.',
        'x-expected': 'a table of expectations',
      },
      expect_columns: {
        type: 'object',
        additionalProperties: words('A column of the data file.'),
        description:
          'Figures, or `places.RANKING`, and the columns of the data file that hold what is expected; an empty cell expects nothing.',
        'x-expected': 'a table of figures and columns',
      },
      within: fraction(
        'How far a figure may be from the expected one; default 0.',
      ),
    },
    'Inputs and what must come out.',
    ['title', 'source'],
  ),
  'Examples: run by the tests, the editor and the command line.',
)

/** The shape of one body's expectation, checked when the example is read. */
export const expectation = expected
