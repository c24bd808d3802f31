/** How many rows a table has, or how many of them have a value. */
import { integer } from '../number/numeric.js'
import { columnAt } from './column.js'
import type { AggregateFunction } from './declaration.js'

export const count: AggregateFunction = {
  kind: 'aggregate',
  name: 'count',
  says: 'Of a table: how many rows it has. Of a column: in how many rows it has a value. Whole, 0 or more.',
  absence: 'Rows where x is missing are not counted; of no rows it is 0.',
  columns: [
    { name: 'x', type: 'any', says: 'a table, or a column of any type' },
  ],
  takesTable: true,
  ofNothing: 0,
  examples: [
    { call: 'count([5, missing, 0])', gives: '2' },
    { call: 'count([true, false])', gives: '2' },
    { call: 'count([])', gives: '0' },
  ],
  // Only how many cells there are is read: the caller may fill them as it likes.
  compute: (columns) => integer(columnAt(columns, 0).length),
  inColumns: (rows) => rows.count,
}
