/** In how many rows a condition is true. */
import { integer } from '../number/numeric.js'
import { booleansIn, codeIn } from './column.js'
import type { AggregateFunction } from './declaration.js'

export const countIf: AggregateFunction = {
  kind: 'aggregate',
  name: 'countIf',
  says: 'In how many rows the condition is true. Whole, 0 or more.',
  absence:
    'Rows where the condition is missing are not counted; of no rows it is 0.',
  columns: [{ name: 'condition', type: 'boolean', says: 'asked in every row' }],
  ofNothing: 0,
  examples: [
    { call: 'countIf([true, false, true])', gives: '2' },
    { call: 'countIf([true, missing])', gives: '1' },
    { call: 'countIf([])', gives: '0' },
  ],
  compute: (columns) => integer(booleansIn(columns, 0).filter(Boolean).length),
  inColumns: (rows) => rows.sum(codeIn(rows, 0)),
}
