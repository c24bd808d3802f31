/** The value of an input one year before. */
import type { NameFunction } from './declaration.js'

export const previous: NameFunction = {
  kind: 'name',
  name: 'previous',
  says: 'The value of the input in the data of the year before, of the same body; in a table, of the row with the same id. In the unit of the input.',
  absence:
    'Missing where no data of the year before were given, the body or the row is not in them, or the row has no id; and where the input was missing then.',
  parameters: [
    { name: 'x', type: 'any', says: 'the name of an input, not a formula' },
  ],
  // It reads the data of a year, so there is nothing to run on a line.
  examples: [],
}
