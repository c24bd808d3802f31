/** A cell of a table that stands in the file. */
import type { NameFunction } from './declaration.js'

export const lookup: NameFunction = {
  kind: 'name',
  name: 'lookup',
  says: 'The cell of a table of the file, in the row that has the keys: lookup(caps.points, kind), or lookup(caps, kind) where there is one column beside the keys.',
  absence:
    'Missing where a key is missing, no row has the keys, or the cell is empty.',
  parameters: [
    {
      name: 'table.column',
      type: 'any',
      says: 'a table under `tables`, and its column',
    },
    {
      name: 'key',
      type: 'any',
      says: 'one for each key of the table, in its order',
    },
  ],
  // It reads a table of the file, so there is nothing to run on a line.
  examples: [],
}
