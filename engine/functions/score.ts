/** The value of an indicator or criterion in the tree. */
import type { NameFunction } from './declaration.js'

export const score: NameFunction = {
  kind: 'name',
  name: 'score',
  says: 'The value of an indicator or criterion in the tree, after normalisation, caps and rounding; the bare name of an indicator is its value as given.',
  absence: 'Absent as the indicator or criterion is absent in the tree.',
  parameters: [
    {
      name: 'x',
      type: 'any',
      says: 'the name of an indicator or criterion, not a formula',
    },
  ],
  // It reads the tree of a body, so there is nothing to run on a line.
  examples: [],
}
