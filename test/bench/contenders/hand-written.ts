/** The limit: loops over columns written for this one methodology. */
import { goalsColumnsOf } from '../hand-written/columns.js'
import { emptyFigures, writeFigures } from '../hand-written/figures.js'
import { writePlaces } from '../hand-written/places.js'
import type { Contender } from './contender.js'

export const handWritten: Contender = {
  name: 'hand-written columns',
  how: 'Loops over columns of doubles, written for this methodology alone; the limit.',
  computes: 'figures',
  reads: 'columns',
  origin: 'hand-written',
  exact: false,
  prepare: (workload) => {
    const columns = goalsColumnsOf(workload.columns)
    const figures = emptyFigures(columns.bodies)
    const { fired, ...outputs } = figures
    return Promise.resolve({
      bodies: columns.bodies,
      run: () => {
        writeFigures(columns, figures)
      },
      result: () => ({ outputs, fired }),
    })
  },
}

export const handWrittenWithPlaces: Contender = {
  ...handWritten,
  name: 'hand-written columns, with places',
  how: 'The same, and places by counting the totals.',
  computes: 'places',
  prepare: (workload) => {
    const columns = goalsColumnsOf(workload.columns)
    const figures = emptyFigures(columns.bodies)
    const places = new Int32Array(columns.bodies)
    const { fired, ...outputs } = figures
    return Promise.resolve({
      bodies: columns.bodies,
      run: () => {
        writeFigures(columns, figures)
        writePlaces(columns.kind, figures.A, places)
      },
      result: () => ({ outputs, fired, places }),
    })
  },
}
