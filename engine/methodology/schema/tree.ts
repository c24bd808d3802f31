/** Keys of indicators, criteria and normalisers. */
import { inputColumn, inputKeys } from './inputs.js'
import { scaleName } from './scales.js'
import {
  among,
  condition,
  decimal,
  decimalOrParameter,
  formula,
  fraction,
  keyed,
  listOf,
  name,
  oneOf,
  reading,
  rounding,
  table,
  text,
  whole,
  words,
  type Schema,
} from './parts.js'

export const AGGREGATIONS = [
  'arithmetic',
  'geometric',
  'harmonic',
  'sum',
  'product',
  'min',
  'max',
  'median',
  'only',
] as const

export const ABSENT_CHILD = [
  'share-weights',
  'count-as-zero',
  'node-missing',
  'node-zero',
] as const

export const NORMALISER_KINDS = [
  'min-max',
  'goalposts',
  'z-score',
  'rank',
  'percentile-rank',
  'distance-to-target',
  'scale',
  'formula',
] as const

/** A number, a parameter, or a formula of the body. */
const goalpost = (description: string): Schema => ({
  type: ['number', 'string', 'object'],
  properties: {
    percentile: decimal(
      'A percentile (0..100) of the figures of the bodies, counted from the worst: with `better: less`, 2.5 is the 97.5th.',
    ),
  },
  required: ['percentile'],
  additionalProperties: false,
  description: `${description} A number, a parameter or a formula of the body, as \`population.upper\`.`,
  'x-expected':
    'a number, a parameter, a formula, `worst`, `best`, or { percentile: n }',
})

const normaliserKeys = {
  kind: oneOf(
    NORMALISER_KINDS,
    'How a raw value becomes a score; the reference gives each formula.',
  ),
  from: goalpost(
    'goalposts: the raw value that scores the lower end of the range; or `worst`, `best` or a percentile of the bodies.',
  ),
  to: goalpost(
    'goalposts: the raw value that scores the upper end of the range; or `worst`, `best` or a percentile of the bodies.',
  ),
  target: goalpost('distance-to-target: the raw value that scores 1.'),
  range: {
    ...listOf(
      decimal('An end of the range.'),
      'Lower and upper end of the score; default [0, 1].',
    ),
    minItems: 2,
    maxItems: 2,
    'x-expected': 'a list of two numbers',
  },
  transform: oneOf(
    ['ln', 'log10', 'sqrt'],
    'Applied to the value and to the goalposts.',
  ),
  clamp: oneOf(
    ['none', 'above', 'below', 'both'],
    'At which ends of the range the score is held; default none.',
  ),
  if_constant: decimal(
    'The score of everybody where all bodies have the same value; missing where absent.',
  ),
  deviation: oneOf(
    ['population', 'sample'],
    'z-score: divisor n (default) or n - 1.',
  ),
  points: {
    type: 'object',
    additionalProperties: decimal('Points.'),
    description:
      'scale: level -> points; where absent, the points of the scale.',
    'x-expected': 'a table of levels and points',
  },
  formula: formula('formula: an expression in x.'),
  pieces: listOf(
    table(
      {
        when: condition('Over x; the first piece that holds is taken.'),
        value: formula('An expression in x.'),
      },
      'One piece.',
      ['value'],
    ),
    'formula: ordered pieces instead of one expression; a piece without `when` takes what is left.',
  ),
  title: text('What people read.'),
  unit: words('Unit of the score.'),
  among: among(
    'The population whose figures are looked at; default all bodies that no rule excludes. With `by`, each body is held against its own group.',
  ),
  ...reading('any key of the normaliser'),
}

export const normaliser = table(normaliserKeys, 'A normaliser.', ['kind'])

export const normalisers = keyed(
  normaliser,
  'Named normalisers, usable on any indicator or criterion.',
)

export const normalise = {
  type: ['string', 'object'],
  properties: normaliserKeys,
  additionalProperties: false,
  description: 'A normaliser: its name, or its keys written out.',
  'x-expected': 'the name of a normaliser, or its keys',
}

/** A number, a fraction, or a name. */
const WEIGHT = `${String(fraction('')['pattern'])}|^\\s*(?:population\\.)?[A-Za-z_][A-Za-z0-9_]*\\s*$`

/** What any node of the tree may say. */
const nodeKeys = {
  weight: {
    ...fraction(
      'Weight among the children of the same criterion: a number, the name of a parameter, which may vary, or a figure of the population, as `population.spread` (beside `weights: relative`).',
    ),
    pattern: WEIGHT,
    'x-decimal': false,
    'x-expected':
      'a decimal number, a fraction such as 1/3, the name of a parameter, or population.NAME',
  },
  normalise,
  better: oneOf(
    ['more', 'less'],
    'Direction of the raw value; `less` turns the normaliser. Default more.',
  ),
  maximum: decimalOrParameter('The most that the node can be worth.'),
  round: rounding,
  show: table(
    { digits: whole('Digits shown.', 0, 30) },
    'Changes the display alone.',
    ['digits'],
  ),
}

export const indicators = keyed(
  table(
    {
      under: name('The criterion that it belongs to.'),
      type: oneOf(
        ['number', 'level', 'boolean'],
        'Type of the raw value; default number.',
      ),
      ...inputKeys,
      default: inputColumn.properties
        ? (inputColumn.properties as { readonly default: Schema }).default
        : {},
      ...nodeKeys,
      ...reading('any key of the indicator'),
    },
    'An indicator: input of the body and leaf of the tree at once.',
    ['under'],
  ),
  'One line per indicator. Its name is the raw value in formulas and rules; `score(NAME)` is its value in the tree.',
)

export const criterion = table(
  {
    title: text('What people read.'),
    unit: words('Unit of the value.'),
    aggregate: oneOf(
      AGGREGATIONS,
      'How the children make the value. `only`: one child, taken as it is. Levels of one scale know min (the worst), max, median and only.',
    ),
    ...nodeKeys,
    weights_total: fraction(
      'What the weights of the children add up to; default 1.',
    ),
    weights: oneOf(
      ['relative'],
      'The weights of the children are divided by their sum.',
    ),
    formula: formula('The value; children are then for display.'),
    variants: keyed(
      table(
        {
          title: text('What people read.'),
          formula: formula('The value.'),
          ...reading('none here'),
        },
        'One variant.',
        ['formula'],
      ),
      'Formulas of which `choose` rules take one for each body.',
    ),
    missing_child: oneOf(
      ABSENT_CHILD,
      'What a missing child does; default node-missing.',
    ),
    all_missing: oneOf(
      ['node-missing', 'node-zero', 'count-as-zero'],
      'What no child at all does; default as `missing_child`, and node-missing for share-weights or beside `at_least`.',
    ),
    excluded_child: oneOf(
      [...ABSENT_CHILD, 'no-total'],
      'What a child does that an exclusion took away; default no-total: the node is not applicable.',
    ),
    at_least: {
      ...table(
        {
          children: whole('So many children must have a value.', 1, 1_000_000),
          share: fraction(
            'This share (0..1) of the children that are not excluded must have a value, counted, not weighed.',
          ),
        },
        'From when a node is formed; with fewer it is missing.',
      ),
      maxProperties: 1,
      minProperties: 1,
    },
    children: { $ref: '#/$defs/criteria' },
    scale: scaleName(
      'Where `formula` or `variants` give level words in quotes: the scale that they belong to.',
    ),
    judged: table(
      {
        type: oneOf(
          ['level', 'number'],
          'What the assessor gives: level (default beside `scale`) or number.',
        ),
        ...inputKeys,
        default: inputColumn.properties
          ? (inputColumn.properties as { readonly default: Schema }).default
          : {},
      },
      'An assessor gives the value itself, in the column named as the criterion; children and indicators below are evidence: shown, without weights, and deciding nothing.',
    ),
    ...reading('any key of the criterion'),
  },
  'An inner node of the tree.',
)

export const criteria = keyed(
  criterion,
  'The tree of criteria; indicators hang themselves below by `under`.',
)
