/** Keys of the steps of a composite indicator. */
import {
  among,
  decimal,
  flag,
  formula,
  fraction,
  listOf,
  name,
  names,
  oneOf,
  reading,
  table,
  text,
  whole,
  words,
} from './parts.js'
import { normalise } from './tree.js'

const IMPUTATION_METHODS = ['mean', 'median', 'previous-year'] as const

const screen = table(
  {
    of: name(
      'The step whose values are counted, or `given`: the values as the data give them. Default: the step before.',
    ),
    at_least: {
      type: ['number', 'string', 'object'],
      'x-decimal': true,
      properties: {
        indicators: whole(
          'So many indicators must have a value.',
          1,
          1_000_000,
        ),
      },
      required: ['indicators'],
      additionalProperties: false,
      description:
        'From when a body stays in: a share (0..1) of the indicators that are not excluded for it, or { indicators: n }.',
      'x-expected': 'a share from 0 to 1, or { indicators: n }',
    },
    count_imputed: flag(
      'Whether imputed values, by an earlier step or outside, count as data; default false.',
    ),
  },
  'Bodies with too little data are out: their values of this and all later steps are missing, so that they are neither scored nor imputed nor part of any later statistic.',
  ['at_least'],
)

const impute = table(
  {
    method: oneOf(
      IMPUTATION_METHODS,
      'mean or median of the bodies that have a value; previous-year: the latest value of the years before.',
    ),
    years: whole(
      'previous-year: how many years back at most; default 1.',
      1,
      20,
    ),
    value: formula(
      'Instead of a method: a formula on the body, which reads other figures.',
    ),
    among: among(
      'mean and median: the population whose values are looked at; with `by` each body takes that of its own group. Default all bodies that no rule excludes.',
    ),
  },
  'Fills what is missing, never what is not applicable or screened out.',
)

const winsorise = table(
  {
    skewness: decimal(
      'Treated is an indicator whose skewness, whatever its sign, is above this and whose kurtosis is above its limit as well.',
    ),
    kurtosis: decimal('The limit of the excess kurtosis.'),
    most: whole('At most so many values are changed.', 1, 1_000_000),
    most_share: fraction(
      'At most this share (0..1) of the values is changed, cut to a whole number.',
    ),
    sample: flag(
      'Skewness and kurtosis as of a sample, as spreadsheets and COINr have them; default false: of all there are.',
    ),
    otherwise: formula(
      'Where that many changes are not enough: a formula in x, x_least and x_most (smallest and largest value), applied to all untreated values, as ln(x - x_least + 1). Without it the values stay winsorised, with a warning.',
    ),
    among: among(
      'The population whose values are looked at; with `by` each group is treated for itself. Bodies outside are held to what was found. Default all bodies that no rule excludes.',
    ),
  },
  'Brings outliers to the nearest other value, one after the other, until skewness or kurtosis is within its limit.',
  ['skewness', 'kurtosis'],
)

export const steps = {
  ...listOf(
    table(
      {
        name: name('Name of the step, for `after(NAME, indicator)`.'),
        title: text('What people read.'),
        unit: words('Unit of the values after the step.'),
        of: names(
          'The indicators that it changes, or for `screen` counts; the name of a criterion stands for all indicators below it. The others pass through. Default: all of numbers, for `screen` all.',
        ),
        formula: formula(
          'Denomination: the new value in x, the value before, and columns of the body, as x / inhabitants.',
        ),
        screen,
        impute,
        winsorise,
        normalise,
        tree: {
          const: true,
          description:
            'The last step: the tree takes what the step before gave. It does so without being told as well.',
          'x-expected': 'true',
        },
        ...reading('any key of the step'),
      },
      'One step: a name and one of formula, screen, impute, winsorise, normalise, tree.',
      ['name'],
    ),
    'The ordered steps of a composite indicator, from the values given to those that the tree takes. The order decides who is in.',
  ),
  maxItems: 30,
}
