/**
 * What a methodology has so far, while it is generated: formulas name only what
 * stands here already, so that none needs itself.
 */
import type { Table, Written } from './yaml-text.js'

export type FigureType =
  | { readonly kind: 'number' | 'boolean' | 'date' | 'text' }
  | {
      readonly kind: 'level'
      readonly values: readonly string[]
      /** null: the levels have no order. */
      readonly scale: string | null
    }

export const NUMBER: FigureType = { kind: 'number' }
export const BOOLEAN: FigureType = { kind: 'boolean' }

/** A table of rows; the bodies have the path ''. */
export interface TableModel {
  readonly path: string
  readonly parent: TableModel | null
  readonly tables: TableModel[]
  readonly figures: Figure[]
}

/** Something that a formula can name. */
export interface Figure {
  readonly name: string
  readonly type: FigureType
  /** Cells of the data can be looked at in earlier years. */
  readonly isInput: boolean
  /** The attributes of the groups that it has one value for each of, as `groupsBy` names them. */
  readonly groupedBy?: string
}

/** A cell of the data, for whoever makes them. */
export interface InputModel {
  readonly table: string
  readonly name: string
  readonly type: FigureType
  readonly mayBeMissing: boolean
  /** Numbers of 0 or more alone. */
  readonly isSize: boolean
}

export interface KeyedModel {
  readonly name: string
  readonly key: FigureType
  readonly columns: readonly {
    readonly name: string
    readonly type: FigureType
  }[]
}

export interface ScaleModel {
  readonly name: string
  readonly levels: readonly string[]
  readonly hasBands: boolean
}

export interface ParameterModel {
  readonly name: string
  /** Varies by a column of the body, so that no formula on the population reads it. */
  readonly isOfBody: boolean
  readonly value: string | null
}

export interface PopulationModel {
  readonly name: string
  /** Attributes that its groups agree in; none where it has no groups. */
  readonly by: readonly string[]
}

export interface Model {
  /** False where no body is to look at another: no statistic, no standing. */
  readonly looksAcross: boolean
  readonly bodies: TableModel
  readonly inputs: InputModel[]
  readonly scales: ScaleModel[]
  readonly keyed: KeyedModel[]
  readonly parameters: ParameterModel[]
  readonly populations: PopulationModel[]
  /** Columns of the population, as `population.best`. */
  readonly overall: Figure[]
  /** Figures of the body that are no plain names: score(x), after(step, x). */
  readonly called: Figure[]
  /** Criteria with children of numbers: name -> whether all are numbers. */
  readonly parents: { readonly name: string; readonly areNumbers: boolean }[]
  readonly rankings: string[]
  readonly steps: string[]
  /** Figures that outputs must hold, because earlier results are looked at. */
  readonly lookedBack: Set<string>
  /** Criteria and deductions: results hold them where `outputs` is not said. */
  readonly criteria: Figure[]
  readonly sections: { [section: string]: { [name: string]: Written } }
  readonly listed: { steps: Table[] }
  counter: number
}

export function emptyModel(looksAcross: boolean): Model {
  return {
    looksAcross,
    bodies: { path: '', parent: null, tables: [], figures: [] },
    inputs: [],
    scales: [],
    keyed: [],
    parameters: [],
    populations: [],
    overall: [],
    called: [],
    parents: [],
    rankings: [],
    steps: [],
    lookedBack: new Set(),
    criteria: [],
    sections: {},
    listed: { steps: [] },
    counter: 0,
  }
}

/** The same for groups of the same attributes, in whatever order. */
export function groupsBy({ by }: PopulationModel): string {
  return by.toSorted().join(' ')
}

/** A name that no other thing has. */
export function fresh(model: Model, prefix: string): string {
  model.counter += 1
  return `${prefix}${model.counter}`
}

export function write(
  model: Model,
  section: string,
  name: string,
  entry: Written,
): void {
  const entries = (model.sections[section] ??= {})
  entries[name] = entry
}

/** The tables below, all the way down, each with the name that leads to it from here. */
export function tablesBelow(
  table: TableModel,
): readonly { readonly path: string; readonly table: TableModel }[] {
  return table.tables.flatMap((below) => {
    const name = below.path.split('.').at(-1) ?? ''
    return [
      { path: name, table: below },
      ...tablesBelow(below).map((each) => ({
        path: `${name}.${each.path}`,
        table: each.table,
      })),
    ]
  })
}

/** All tables, the bodies first. */
export function allTables(model: Model): readonly TableModel[] {
  return [model.bodies, ...tablesBelow(model.bodies).map(({ table }) => table)]
}
