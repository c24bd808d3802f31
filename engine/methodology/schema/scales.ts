/** Keys of scales: ordered levels. */
import {
  cite,
  decimal,
  fraction,
  keyed,
  oneOf,
  table,
  text,
  words,
  type Schema,
} from './parts.js'

/** More levels than anybody tells apart. */
export const MOST_LEVELS = 100

const level: Schema = {
  ...table(
    {
      title: text('What people read.'),
      points: decimal(
        'What the level is worth where a normaliser of kind scale gives no points itself.',
      ),
      at_least: fraction(
        'band(x, SCALE): the level begins here; the number itself belongs to it.',
      ),
      above: fraction(
        'band(x, SCALE): the level begins here; the number itself does not belong to it.',
      ),
      at_most: fraction(
        'band(x, SCALE): the level ends here; the number itself belongs to it.',
      ),
      below: fraction(
        'band(x, SCALE): the level ends here; the number itself does not belong to it.',
      ),
    },
    'What a level says of itself, which may be nothing.',
  ),
  type: ['object', 'null'],
}

const levels: Schema = {
  type: ['array', 'object'],
  items: { type: ['string', 'number', 'boolean'], 'x-expected': 'a word' },
  additionalProperties: level,
  maxItems: MOST_LEVELS,
  maxProperties: MOST_LEVELS,
  description:
    'The words of the levels in their order: a list, or a table of level and what it says. An edge that a level does not say is where its neighbour begins or ends.',
  'x-expected': `a list or a table of 2 to ${MOST_LEVELS} levels`,
}

export const scales = keyed(
  table(
    {
      title: text('What people read.'),
      order: oneOf(
        ['worst-first', 'best-first'],
        'How the levels are listed: the worst first, or the best first.',
      ),
      levels,
      cite,
      note: words('Anything the reader of the file should know.'),
    },
    'An ordered list of levels.',
    ['order', 'levels'],
  ),
  'Scales: levels in an order, such as inadequate, good, outstanding. Levels of one scale compare with < and >.',
)

/** The scale of a level, on inputs and wherever a formula gives level words. */
export const scaleName = (description: string): Schema => ({
  type: 'string',
  description,
  'x-expected': 'the name of a scale',
})
