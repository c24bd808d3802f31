/** The smallest value of a column; `min.ts` compares values of one row. */
import { smaller } from '../number/numeric.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { overRows } from './latex.js'

export const minOfColumn: AggregateFunction = {
  kind: 'aggregate',
  name: 'min',
  latex: overRows('\\min'),
  says: 'The smallest value of the column; of levels the worst. In its unit.',
  absence: 'Rows where x is missing are skipped; of no rows it is missing.',
  columns: [
    { name: 'x', type: 'ordered', says: 'any number, or a level of a scale' },
  ],
  ofNothing: 'missing',
  examples: [
    { call: 'min([4, 2.5, 3])', gives: '2.5' },
    { call: 'min([7])', gives: '7' },
  ],
  ofLevels: (places) => places.reduce((a, b) => Math.min(a, b)),
  compute: (columns) => numbersIn(columns, 0).reduce(smaller),
  inColumns: (rows) => rows.least(codeIn(rows, 0)),
  levelsInColumns: (rows) => rows.least(codeIn(rows, 0)),
}
