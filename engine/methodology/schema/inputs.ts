/** Keys of inputs, parameters, computed columns and checks. */
import { scaleName } from './scales.js'
import {
  among,
  cite,
  condition,
  decimal,
  decimalOrParameter,
  flag,
  formula,
  fraction,
  keyed,
  listOf,
  nameOrNames,
  notYet,
  oneOf,
  reading,
  table,
  text,
  words,
} from './parts.js'

const INPUT_TYPES = ['number', 'level', 'boolean', 'date', 'text'] as const

const scalar = {
  type: ['string', 'number', 'boolean'],
  'x-expected': 'a single value',
}

/** What an input says besides its type; indicators say the same. */
export const inputKeys = {
  title: text('What people read.'),
  unit: words('Unit of the value.'),
  values: listOf(
    { ...scalar, pattern: '\\S' },
    'The only values that the data may hold.',
  ),
  bounds: table(
    {
      least: decimal('The smallest value that is possible.'),
      most: decimal('The largest value that is possible.'),
      whole: flag('Whole numbers only.'),
    },
    'Values outside are impossible and refused.',
  ),
  missing: oneOf(
    ['allowed'],
    'The cell may be empty; without this an empty cell is an error of the data.',
  ),
  required_when: condition(
    'The cell may be empty, except where this holds for its row.',
  ),
  from: {
    ...table(
      {
        methodology: {
          type: 'string',
          pattern: '^[a-z][a-z0-9-]{0,63}$',
          description: 'The id of the other methodology.',
          'x-expected': 'an id of small letters, digits and hyphens',
        },
        output: words('The output of it, as its results name it.'),
      },
      '`register`: an attribute of the body, in the column of this name of the register; the data may repeat it, and another value is an error. Or a table: the value is an output of another methodology, in its result of the same year (`--from`), for the same body; the data may hold it instead. Without either it is missing.',
      ['methodology', 'output'],
    ),
    type: ['string', 'object'],
    pattern: '^register$',
    'x-expected': 'the word "register", or a table of methodology and output',
  },
  cite,
  source: words('Where the figure comes from.'),
  verification: words('How its truth is checked.'),
  note: words('Anything the reader of the file should know.'),
  restricted: flag(
    'The value is withheld from whoever may not see restricted values, and so is every figure that depends on it and is not in `released`; scores are computed with it all the same.',
  ),
  embargo: notYet('inputs that are withheld until a day'),
  when_joined: oneOf(
    ['given', 'add', 'worst', 'append'],
    'What becomes of the figure of a body that is joined to this one. given (default): the assessor enters one figure for both. add: the figures are added. worst: the worse one counts. append: the rows of the table are put together.',
  ),
  scale: scaleName(
    'type level: the scale that the levels belong to, instead of `values`.',
  ),
}

export const inputColumn = table(
  {
    type: oneOf(
      INPUT_TYPES,
      'number: a decimal. level: one of `values`, or of the levels of `scale`. boolean: true or false. date: YYYY-MM-DD. text: carried, not computed with.',
    ),
    ...inputKeys,
    better: oneOf(
      ['more', 'less'],
      'Which of two figures is the better one, for `when_joined: worst`.',
    ),
    default: { ...scalar, description: 'What an empty cell means.' },
  },
  'One column: of the body, or of a table.',
  ['type'],
)

export const inputs = keyed(
  {
    if: { type: 'object', required: ['type'], properties: { type: scalar } },
    then: inputColumn,
    else: { $ref: '#/$defs/inputs' },
  },
  'The columns of the data, on levels: keys with a `type` are columns of the body, keys without are tables of rows that hold columns and further tables.',
)

export const parameters = keyed(
  table(
    {
      value: {
        ...fraction('The constant.'),
        'x-expected':
          'a decimal number or a fraction such as 1/3, or "values" for one each',
      },
      by: nameOrNames(
        'What it varies by: inputs or computed columns of the body, or `year`.',
      ),
      values: {
        type: 'object',
        description:
          'One value for each value of `by`: { central: 5, local: 3 }; years also as 2012-2014 and 2015-. Several: tables inside tables, in the order of `by`.',
        'x-expected': 'a table of values',
      },
      unit: words('Unit of the constant.'),
      title: text('What people read.'),
      cite,
      note: words('Anything the reader of the file should know.'),
    },
    'A named constant with unit and citation, or one for each value of what it varies by.',
  ),
  'Named constants: weights, caps, points, thresholds.',
)

export const computed = {
  type: 'object',
  propertyNames: {
    pattern: '^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$',
  },
  additionalProperties: table(
    {
      title: text('What people read.'),
      unit: words('Unit of the value.'),
      formula: formula('One expression over the row and what is below it.'),
      scale: scaleName(
        'Where the formula gives level words in quotes: the scale that they belong to.',
      ),
      among: among(
        'The population whose bodies the formula aggregates (`bodies.x`) or ranks (`rank(x)`); default all that no rule excludes. With `by`, the column has one value for each group.',
      ),
      ...reading('none here'),
    },
    'A computed column.',
    ['formula'],
  ),
  description:
    'Computed columns, keyed by table and name: `goals.indicators.h`, `total_cost` on the body, `population.best` over all bodies.',
  'x-expected': 'a table keyed by column',
}

export const checks = keyed(
  table(
    {
      on: words('The table whose rows are checked; the body where absent.'),
      formula: formula(
        'What must hold, over inputs; where it is missing it is not broken.',
      ),
      otherwise: oneOf(
        ['error', 'warning'],
        'error (default): the data are refused. warning: reported, and scored all the same.',
      ),
      says: text('The message: what is wrong and how to mend it.'),
      ...reading('none here'),
    },
    'A condition that every row of the data must meet.',
    ['formula', 'says'],
  ),
  'Checks across the cells of one row, before anything is computed.',
)

/** A number, a parameter or a formula. */
export const amount = (description: string) => ({
  ...decimalOrParameter(description),
  'x-expected': 'a number or a formula',
})
