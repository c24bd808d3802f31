/** Keys of deductions, rules and rankings. */
import { amount } from './inputs.js'
import {
  each,
  entryName,
  keyedByEntryName,
  namesOrColumn,
  orColumn,
} from './keyed-tables.js'
import {
  among,
  cite,
  condition,
  decimalOrParameter,
  figure,
  keyed,
  listOf,
  name,
  nameOrNames,
  oneOf,
  reading,
  table,
  text,
  whole,
  words,
} from './parts.js'

export const deductions = keyed(
  table(
    {
      title: text('What people read.'),
      unit: words('Unit of the points.'),
      from: name(
        'The criterion that the deduction is taken from, before its rounding.',
      ),
      caps: keyed(
        table(
          {
            at_most: decimalOrParameter('The most that may be deducted.'),
            over: oneOf(
              ['group', 'all'],
              'group (default): the rules that name this cap. all: every rule of the deduction.',
            ),
            ...reading('`at_most`, `over`'),
          },
          'A limit on points. Earlier rules keep theirs, later ones shrink.',
          ['at_most'],
        ),
        'Caps, each named by the rules of its group.',
      ),
      ...reading('any key of the deduction'),
    },
    'The sum of what its rules deduct, 0 where none fires.',
  ),
  'Deductions: nodes that formulas subtract.',
)

export const RULE_EVENTS = [
  'exclude',
  'deduct',
  'limit',
  'flag',
  'choose',
] as const

export const rules = keyedByEntryName(
  table(
    {
      title: text('What people read.'),
      when: condition('When the rule fires.'),
      exclude: {
        ...table(
          {
            criterion: nameOrNames(
              'Criteria or indicators; what is below goes with them.',
            ),
            body: {
              const: true,
              description: 'The whole body.',
              'x-expected': 'true',
            },
            ranking: nameOrNames('Rankings.'),
            population: nameOrNames(
              'Named populations: their statistics and rankings do without the body.',
            ),
          },
          'What the body is excluded from.',
        ),
        minProperties: 1,
      },
      deduct: table(
        {
          points: amount('A number or formula, 0 or more.'),
          into: orColumn(name('The deduction.')),
          cap: orColumn(name('The cap group of the deduction.')),
        },
        'Points that are taken away.',
        ['points', 'into'],
      ),
      flag: table(
        {
          name: entryName(
            'How the flag is called in results; default the name of the rule. Several rules may raise the same flag.',
          ),
          about: entryName(
            'The ranking that it is about; default the only ranking of its condition.',
          ),
        },
        'A consequence to be reported.',
      ),
      choose: table(
        {
          of: orColumn(name('The criterion.')),
          variant: orColumn(name('The variant.')),
        },
        'Which variant of a criterion holds.',
        ['of', 'variant'],
      ),
      limit: table(
        {
          of: name('The criterion or indicator whose value is held.'),
          at_most: amount(
            'The value is held at this number, formula or level at most.',
          ),
          at_least: amount(
            'The value is held at this number, formula or level at least.',
          ),
          exactly: amount('The value becomes this number, formula or level.'),
          before: oneOf(
            ['rounding'],
            'rounding: the value is held before it is rounded.',
          ),
          after: oneOf(
            ['rounding'],
            'rounding (default): the value is held after it is rounded.',
          ),
        },
        'Holds a value. Of several limits that are met the strictest holds; those that contradict one another leave the value missing.',
        ['of'],
      ),
      each,
      ...reading('any key of the rule'),
    },
    'A condition and one event: exclude, deduct, limit, flag or choose.',
    ['when'],
  ),
  'Rules, evaluated for every body.',
)

export const rankings = keyedByEntryName(
  table(
    {
      title: text('What people read.'),
      output: orColumn(figure('The figure that is compared.')),
      better: oneOf(
        ['more', 'less'],
        'Which figure stands first; default more.',
      ),
      digits: orColumn(
        whole(
          'Digits compared, rounded half-up; default all, after the `round` of the node.',
          -9,
          30,
        ),
      ),
      ties: {
        type: ['string', 'object'],
        properties: {
          by: figure('A further figure that decides.'),
          better: oneOf(
            ['more', 'less'],
            'Which of these figures stands first; default more.',
          ),
        },
        additionalProperties: false,
        description:
          'competition (default): 1, 2, 2, 4. dense: 1, 2, 2, 3. { by: NAME }: a further figure decides, then competition.',
        'x-expected': 'competition, dense or { by: NAME }',
      },
      where: condition('Which bodies belong to the ranking; default all.'),
      in: table(
        { all_of: namesOrColumn('The criteria that a body must have.') },
        'Bodies excluded from one of these criteria have no place.',
        ['all_of'],
      ),
      cite,
      note: words('Anything the reader of the file should know.'),
      among: among(
        'The population that is ranked; default all bodies. With `by`, places are counted in each group.',
      ),
      each,
    },
    'A ranking.',
    ['output'],
  ),
  'Named rankings.',
)

export const outputs = listOf(
  figure('A figure.'),
  'The figures of the results; default: all criteria and deductions.',
)
