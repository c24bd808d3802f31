/** Keys of named populations. */
import {
  cite,
  condition,
  keyed,
  nameOrNames,
  table,
  text,
  words,
} from './parts.js'

export const populations = keyed(
  table(
    {
      title: text('What people read.'),
      where: condition('Which bodies belong to it; default all.'),
      by: nameOrNames(
        'Attributes of the body, inputs or computed: bodies that agree in all of them are a group of their own, and no group looks at another. A body without one of them is in no group.',
      ),
      cite,
      note: words('Anything the reader of the file should know.'),
    },
    'A population. Bodies that a rule excludes as a whole, or from this population, are not of it.',
  ),
  'Named sets of bodies that statistics, normalisers and rankings look at (`among`).',
)
