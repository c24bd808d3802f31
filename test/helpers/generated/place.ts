/** What a formula sees from where it stands: the names of each type that it can use there. */
import type { Figure, FigureType, Model, TableModel } from './model.js'

/** Where a formula stands. */
export interface Place {
  readonly model: Model
  /** The row that it belongs to; null on the population. */
  readonly table: TableModel | null
  /** In a normaliser or step, where x is the value. */
  readonly hasArgument?: boolean
  /** In a winsorisation, where x_least and x_most are the ends. */
  readonly hasEnds?: boolean
  /** Nothing but x: where no body is looked at. */
  readonly isBare?: boolean
  /** The body alone, and no statistic: conditions that say who counts. */
  readonly isAlone?: boolean
  /** Inside an aggregate: the rows that are looked at. */
  readonly rows?: Rows
  /** On the population: the groups whose figures may be read, as `groupsBy` names them. */
  readonly groups?: string | null
}

export interface Rows {
  /** As the formula writes it: `goals.indicators`, `bodies`. */
  readonly path: string
  readonly table: TableModel
}

/** A name that can be read here. */
export interface Visible {
  readonly text: string
  readonly type: FigureType
  readonly isInput: boolean
}

export function isOfType(wanted: FigureType) {
  return ({ type }: { readonly type: FigureType }): boolean => {
    if (wanted.kind !== 'level' || type.kind !== 'level') {
      return type.kind === wanted.kind
    }
    return (
      type.scale === wanted.scale &&
      (wanted.scale !== null || type.values.join() === wanted.values.join())
    )
  }
}

/** The columns of the rows of an aggregate: those of the table itself first. */
export function rowColumns({ path, table }: Rows): readonly Visible[] {
  return table.figures.map(({ name, type, isInput }) => ({
    text: `${path}.${name}`,
    type,
    isInput,
  }))
}

/** Everything that has a name here, columns of the row first. */
export function visible(place: Place): readonly Visible[] {
  const { rows, model } = place
  if (place.isBare) return []
  const own = rows ? enclosing(rows, place) : []
  return [
    ...own,
    ...plain(place.table),
    ...beside(place),
    ...parameters(model, place),
  ]
}

/** Columns of the rows, and of the rows around them that the aggregate passes. */
function enclosing(rows: Rows, place: Place): readonly Visible[] {
  const columns: Visible[] = []
  let path = rows.path
  let table: TableModel | null = rows.table
  while (table && table !== place.table && path !== '') {
    columns.push(...rowColumns({ path, table }))
    path = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : ''
    table = table.parent
  }
  return columns
}

/** The nearest level that declares a name wins. */
function plain(table: TableModel | null): readonly Visible[] {
  const seen = new Set<string>()
  const found: Visible[] = []
  for (let here = table; here; here = here.parent) {
    for (const { name, type, isInput } of here.figures) {
      if (seen.has(name)) continue
      seen.add(name)
      found.push({ text: name, type, isInput })
    }
    here.tables.forEach(({ path }) => seen.add(path.split('.').at(-1) ?? ''))
  }
  return found
}

/** Figures of the population and of the tree, which every row reads. */
function beside(place: Place): readonly Visible[] {
  const { model, table } = place
  const of = (figures: readonly Figure[]) =>
    figures.map(({ name, type }) => ({ text: name, type, isInput: false }))
  if (place.isAlone) return []
  if (table) return [...of(model.overall), ...of(model.called)]
  return of(
    model.overall.filter(
      ({ groupedBy }) => groupedBy === undefined || groupedBy === place.groups,
    ),
  )
}

function parameters(model: Model, { table }: Place): readonly Visible[] {
  return model.parameters
    .filter(({ isOfBody }) => table !== null || !isOfBody)
    .map(({ name }) => ({
      text: name,
      type: { kind: 'number' },
      isInput: false,
    }))
}
