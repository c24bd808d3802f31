/** Data in columns, with the way to compute any of their figures exactly. */
import type { Dataset } from '../data/dataset.js'
import {
  openLazyRun,
  type BodyList,
  type LazyRun,
} from '../evaluation/lazy-run.js'
import {
  NO_SURROUNDINGS,
  type Surroundings,
} from '../evaluation/surroundings.js'
import type { Methodology } from '../methodology/methodology.js'
import { joinBodies } from '../register/join-bodies.js'
import { registerOfRun } from '../register/year-register.js'
import type { ColumnData } from './data/column-data.js'
import { bodiesOfColumns } from './data/column-bodies.js'
import { bodyList, columnsOfRun } from './data/dataset-columns.js'

export interface ColumnSource {
  readonly data: ColumnData
  /** Opened when the first figure is to be computed exactly; the same one each time. */
  readonly exact: () => LazyRun
}

/**
 * Checked data as columns, with a register after joining. Bodies of the register
 * without figures of their own have no row.
 */
export function columnsOfDataset(
  methodology: Methodology,
  dataset: Dataset,
  surroundings: Surroundings = NO_SURROUNDINGS,
): ColumnSource {
  const { year } = dataset
  const ofYear = registerOfRun(methodology, year, surroundings)
  const bodies = bodyList(
    ofYear
      ? joinBodies(methodology, ofYear, dataset.bodies).bodies
      : dataset.bodies,
  )
  const open = () => openLazyRun(methodology, bodies, year, surroundings)
  const data = columnsOfRun(open(), bodies.count, year)
  return { data, exact: once(open) }
}

/** Figures that stand in columns from the beginning; what they hold is taken as it is. */
export function sourceOfColumns(
  methodology: Methodology,
  data: ColumnData,
): ColumnSource {
  const bodies: BodyList = bodiesOfColumns(methodology, data)
  const { year } = data
  return {
    data,
    exact: once(() => openLazyRun(methodology, bodies, year, NO_SURROUNDINGS)),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
