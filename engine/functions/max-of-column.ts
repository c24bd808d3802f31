/** The largest value of a column; `max.ts` compares values of one row. */
import { larger } from '../number/numeric.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { overRows } from './latex.js'

export const maxOfColumn: AggregateFunction = {
  kind: 'aggregate',
  name: 'max',
  latex: overRows('\\max'),
  says: 'The largest value of the column; of levels the best. In its unit.',
  absence: 'Rows where x is missing are skipped; of no rows it is missing.',
  columns: [
    { name: 'x', type: 'ordered', says: 'any number, or a level of a scale' },
  ],
  ofNothing: 'missing',
  examples: [
    { call: 'max([4, 2.5, 3])', gives: '4' },
    { call: 'max([-7])', gives: '-7' },
  ],
  ofLevels: (places) => places.reduce((a, b) => Math.max(a, b)),
  compute: (columns) => numbersIn(columns, 0).reduce(larger),
  inColumns: (rows) => rows.most(codeIn(rows, 0)),
  levelsInColumns: (rows) => rows.most(codeIn(rows, 0)),
}
