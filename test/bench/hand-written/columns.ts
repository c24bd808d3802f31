/** The columns of the methodology under the names that the loops use. */
import type { ColumnData } from '../../../engine/index.js'

/** Cells are doubles, NaN where they are absent. */
export interface GoalsColumns {
  readonly bodies: number
  readonly kind: Float64Array
  readonly late: Float64Array
  readonly incomplete: Float64Array
  readonly unreliable: Float64Array
  readonly sectorsOf: Int32Array
  readonly sectorQ1: Float64Array
  readonly sectorQ2: Float64Array
  readonly directionsOf: Int32Array
  readonly directionQ1: Float64Array
  readonly directionQ2: Float64Array
  readonly risksOf: Int32Array
  readonly risk: Float64Array
  readonly goalsOf: Int32Array
  readonly indicatorsOf: Int32Array
  readonly indicators: Improvements
  readonly tasksOf: Int32Array
  readonly resultsOf: Int32Array
  readonly results: Improvements
  readonly indicesOf: Int32Array
  readonly previous: Float64Array
  readonly current: Float64Array
  readonly indexFalls: Float64Array
}

export interface Improvements {
  readonly base: Float64Array
  readonly plan: Float64Array
  readonly fact: Float64Array
  readonly operational: Float64Array
  readonly falls: Float64Array
}

export function goalsColumnsOf({ levels, inputs }: ColumnData): GoalsColumns {
  const column = (name: string) =>
    inputs.get(name)?.values ?? new Float64Array()
  const rowsOf = (level: string) =>
    levels.get(level)?.offsets ?? new Int32Array()
  const improvements = (table: string): Improvements => ({
    base: column(`${table}.base`),
    plan: column(`${table}.plan`),
    fact: column(`${table}.fact`),
    operational: column(`${table}.operational`),
    falls: column(`${table}.falls`),
  })
  return {
    bodies: levels.get('')?.count ?? 0,
    kind: column('kind'),
    late: column('reported_late'),
    incomplete: column('incomplete'),
    unreliable: column('unreliable_facts'),
    sectorsOf: rowsOf('sectors'),
    sectorQ1: column('sectors.q1'),
    sectorQ2: column('sectors.q2'),
    directionsOf: rowsOf('sectors.directions'),
    directionQ1: column('sectors.directions.q1'),
    directionQ2: column('sectors.directions.q2'),
    risksOf: rowsOf('risks'),
    risk: column('risks.r'),
    goalsOf: rowsOf('goals'),
    indicatorsOf: rowsOf('goals.indicators'),
    indicators: improvements('goals.indicators'),
    tasksOf: rowsOf('goals.tasks'),
    resultsOf: rowsOf('goals.tasks.results'),
    results: improvements('goals.tasks.results'),
    indicesOf: rowsOf('indices'),
    previous: column('indices.previous'),
    current: column('indices.current'),
    indexFalls: column('indices.falls'),
  }
}
