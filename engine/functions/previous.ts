/** The value of an input or an output in an earlier year. */
import type { NameFunction } from './declaration.js'

/** How many years back a formula may look. */
export const MOST_YEARS_BACK = 20

export const previous: NameFunction = {
  kind: 'name',
  name: 'previous',
  latex: {
    write: ([x, years]) => `${x?.single ?? ''}_{t-${years?.loose ?? '1'}}`,
  },
  says: 'The value n years before, of the same body. An input is read from the data of that year (in a table, in the row with the same id); an output of the methodology from the result of that year, as it was rounded then, whatever version it was made under. In the unit of x.',
  absence:
    'Missing where no data or no result of that year were given, the body or the row is not in them, the row has no id, or the value was missing then. Not applicable where it was not applicable then.',
  parameters: [
    {
      name: 'x',
      type: 'any',
      says: 'the name of an input or of an output, or score(NAME); not a formula',
    },
    {
      name: 'n',
      type: 'number',
      says: 'how many years before; default 1',
      range: { least: 1, most: MOST_YEARS_BACK, whole: true },
      optional: true,
    },
  ],
  // It reads the data of a year, so there is nothing to run on a line.
  examples: [],
}
