/** Generated aggregates: over tables below, over the bodies, over children; and ranks. */
import type { Choices } from './choices.js'
import { number } from './formulas.js'
import { condition } from './truths.js'
import { BOOLEAN, NUMBER, tablesBelow, type FigureType } from './model.js'
import { isOfType, rowColumns, type Place, type Rows } from './place.js'

const OF_NUMBERS = [
  ...['sum', 'mean', 'min', 'max', 'median', 'product'],
  ...['geometricMean', 'harmonicMean', 'standardDeviation'],
]

const FURTHER = ['weightedMean', 'percentile', 'skewness', 'kurtosis']

/** The tables that a formula may aggregate. */
export function tablesInReach({
  model,
  table,
  rows,
  isBare,
  isAlone,
}: Place): readonly Rows[] {
  if (rows || isBare) return []
  if (table) return isAlone && table.path !== '' ? [] : tablesBelow(table)
  const all = tablesBelow(model.bodies)
  const bodies = { path: 'bodies', table: model.bodies }
  return [
    bodies,
    bodies,
    ...all.map((each) => ({ ...each, path: `bodies.${each.path}` })),
  ]
}

/** An aggregate that gives a number; null where there is no table to aggregate. */
export function aggregateOf(
  choices: Choices,
  place: Place,
  depth: number,
): string | null {
  const tables = tablesInReach(place)
  if (tables.length === 0) return null
  const rows = choices.pick(tables)
  const inRows: Place = { ...place, rows }
  const numbers = rowColumns(rows).filter(isOfType(NUMBER))
  const kind = choices.below(16)
  if (kind >= 13 || numbers.length === 0) {
    return counted(choices, inRows, rows, depth)
  }
  const column = () => rowNumber(choices, inRows, numbers, depth)
  const name = choices.pick(kind < 9 ? OF_NUMBERS : FURTHER)
  switch (name) {
    case 'weightedMean':
      return `weightedMean(${column()}, ${column()})`
    case 'percentile':
      return `percentile(${column()}, ${percent(choices, place)})`
    case 'standardDeviation':
    case 'skewness':
    case 'kurtosis':
      return `${name}(${column()}${moments(choices)})`
    default:
      return `${name}(${column()})`
  }
}

export function percent(choices: Choices, place: Place): string {
  return choices.mostly(
    '50',
    ...['0', '100', '25', '2.5', '97.5', '33.3'],
    `(${number(choices, { ...place, hasArgument: false }, 0)} + 0)`,
  )
}

function moments(choices: Choices): string {
  return choices.pick(['', ', "sample"', ', "population"'])
}

/** A column of the rows, or a formula over one. */
function rowNumber(
  choices: Choices,
  inRows: Place,
  numbers: readonly { readonly text: string }[],
  depth: number,
): string {
  const { text } = choices.pick(numbers)
  switch (choices.below(8)) {
    case 5:
      return `${text} ${choices.pick(['*', '+', '-', '/'])} ${number(choices, inRows, depth - 2)}`
    case 6:
      return `${choices.pick(['abs', 'sqrt', 'ln'])}(${text})`
    case 7:
      return `coalesce(${text}, ${number(choices, inRows, depth - 2)})`
    default:
      return text
  }
}

function counted(
  choices: Choices,
  inRows: Place,
  rows: Rows,
  depth: number,
): string {
  const columns = rowColumns(rows)
  const values = columns.filter(({ type }) => type.kind !== 'text')
  if (columns.length === 0 || choices.oneIn(4)) return `count(${rows.path})`
  if (values.length > 0 && choices.oneIn(4)) {
    return `count(${choices.pick(values).text})`
  }
  const name = choices.pick(['countIf', 'share'])
  return `${name}(${rowCondition(choices, inRows, rows, depth)})`
}

/** A condition that looks at a column of the rows. */
function rowCondition(
  choices: Choices,
  inRows: Place,
  rows: Rows,
  depth: number,
): string {
  const columns = rowColumns(rows)
  const booleans = columns.filter(isOfType(BOOLEAN))
  const numbers = columns.filter(isOfType(NUMBER))
  const kind = choices.below(4)
  if (kind === 0 && booleans.length > 0) return choices.pick(booleans).text
  if (kind < 3 && numbers.length > 0) {
    const operator = choices.pick(['>', '>=', '<', '<=', '==', '!='])
    return `${choices.pick(numbers).text} ${operator} ${number(choices, inRows, 0)}`
  }
  const { text, type } = choices.pick(columns)
  const asked =
    type.kind === 'text' ? `${text} == "north"` : `isMissing(${text})`
  return choices.oneIn(2)
    ? asked
    : `${asked} ${choices.pick(['and', 'or'])} ${condition(choices, inRows, depth - 2)}`
}

/** The best, worst or middle level of a table; null where it has none of the scale. */
export function levelAggregate(
  choices: Choices,
  place: Place,
  type: FigureType,
): string | null {
  const columns = tablesInReach(place).flatMap((rows) =>
    rowColumns(rows).filter(isOfType(type)),
  )
  if (columns.length === 0) return null
  const { text } = choices.pick(columns)
  return `${choices.pick(['min', 'max', 'median'])}(${text})`
}

/** mean(CRITERION.children) and its like; null where there is no criterion with children yet. */
export function childrenAggregate(
  choices: Choices,
  place: Place,
): string | null {
  const { model, table } = place
  if (!table || place.rows || place.isAlone || place.isBare) return null
  if (model.parents.length === 0) return null
  const { name, areNumbers } = choices.pick(model.parents)
  const children = `${name}.children`
  if (!areNumbers) return `count(${children})`
  const aggregate = choices.pick([
    'mean',
    'count',
    ...OF_NUMBERS,
    'percentile',
    'skewness',
    'kurtosis',
  ])
  if (aggregate === 'percentile')
    return `percentile(${children}, ${percent(choices, place)})`
  const isSplit = ['standardDeviation', 'skewness', 'kurtosis'].includes(
    aggregate,
  )
  return `${aggregate}(${children}${isSplit ? moments(choices) : ''})`
}

/** rank(x) or percentileRank(x); null where no body is compared. */
export function standing(
  choices: Choices,
  place: Place,
  depth: number,
): string | null {
  const { table, rows } = place
  if (table?.path !== '' || rows || place.hasArgument || place.isAlone)
    return null
  if (!place.model.looksAcross) return null
  const own = number(choices, place, depth - 2)
  switch (choices.below(4)) {
    case 0:
      return `rank(${own})`
    case 1:
      return `rank(${own}, ${choices.pick(['"more"', '"less"'])})`
    default:
      return `percentileRank(${own})`
  }
}
