/** The value of an indicator after a step of a composite indicator. */
import type { NameFunction } from './declaration.js'

export const after: NameFunction = {
  kind: 'name',
  name: 'after',
  says: 'The value of an indicator after a step under `steps`; where the step does not touch the indicator, its value before the step.',
  absence: 'Absent as the value is absent after the step.',
  parameters: [
    { name: 'step', type: 'any', says: 'the name of a step' },
    { name: 'x', type: 'any', says: 'the name of an indicator' },
  ],
  // It reads the steps of a file, so there is nothing to run on a line.
  examples: [],
}
