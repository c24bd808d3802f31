/**
 * The value of an earlier year: of an input from the data of that year, of an
 * output from the result of that year, with the absence that it had then.
 */
import type { PreviousExpression } from '../expression/expression.js'
import type { KnownRun } from '../history/known-run.js'
import { missing, type Value } from '../value.js'
import { earlierRow, placeIn, rowAt, type Row } from './row.js'

export function previousValue(
  expression: PreviousExpression,
  from: Row,
): Value {
  const row = rowAt(from, expression.column.level)
  return expression.column.kind === 'input'
    ? previousInput(expression, row)
    : previousOutput(expression, row)
}

/** The result that the value of an output comes from, where one was given. */
export function previousRun(
  { column, years }: PreviousExpression,
  { setting }: Row,
): KnownRun | null {
  if (column.kind === 'input') return null
  const { year, surroundings } = setting
  return surroundings.history.get(year - years) ?? null
}

function previousInput(expression: PreviousExpression, row: Row): Value {
  const { column, years, text } = expression
  const at = placeIn(row, text)
  const before = earlierRow(row, years)
  if (typeof before === 'string') {
    const detail = String(row.setting.year - years)
    return missing(WHY_NO_PREVIOUS[before], { at, detail })
  }
  if (column.kind !== 'input') return missing('NOT_GIVEN', { at })
  return (
    before.cells.get(column.column) ??
    before.attributes?.get(column.column) ??
    column.ifEmpty ??
    missing('NOT_GIVEN', { at })
  )
}

const WHY_NO_PREVIOUS = {
  'no-data': 'NO_PREVIOUS_DATA',
  'no-body': 'NO_PREVIOUS_BODY',
  broken: 'PREVIOUS_BODY_BROKEN',
  'no-row': 'NO_PREVIOUS_ROW',
  'no-id': 'ROW_WITHOUT_ID',
  'not-existing': 'BODY_DID_NOT_EXIST',
} as const

function previousOutput(expression: PreviousExpression, row: Row): Value {
  const { column, years, text } = expression
  const at = placeIn(row, text)
  const detail = String(row.setting.year - years)
  if (earlierRow(row, years) === 'not-existing') {
    return missing('BODY_DID_NOT_EXIST', { at, detail })
  }
  const run = previousRun(expression, row)
  if (!run) return missing('NO_HISTORY', { at, detail })
  const body = run.bodies.get(row.given?.id ?? '')
  if (!body) return missing('NO_PREVIOUS_BODY', { at, detail })
  const figure = body.figures.get(column.name)
  if (!figure) {
    const named = `${column.name} in ${run.methodology}@${run.version}, ${run.year}`
    return missing('NOT_IN_HISTORY_RUN', { at, detail: named })
  }
  if (figure.kind === 'missing') return { ...figure, at }
  return fits(figure, expression) ? figure : unfit(figure, expression, row)
}

/** A figure whose type another version declared otherwise cannot be used. */
function fits(figure: Value, { column }: PreviousExpression): boolean {
  const { type } = column
  if (figure.kind === 'number' || figure.kind === 'boolean') {
    return type.kind === figure.kind
  }
  if (figure.kind !== 'word') return true
  return type.kind === 'level' && type.values.includes(figure.word)
}

function unfit(
  figure: Value,
  { column, text }: PreviousExpression,
  row: Row,
): Value {
  const received =
    figure.kind === 'word'
      ? `"${figure.word}"`
      : figure.kind === 'boolean'
        ? String(figure.boolean)
        : 'a number'
  const { kind } = column.type
  const now =
    kind === 'level'
      ? 'a level of its scale'
      : kind === 'boolean'
        ? 'true or false'
        : 'a number'
  const detail = `it was ${received} then, and "${column.name}" is ${now} now`
  return missing('OTHER_TYPE_THEN', { at: placeIn(row, text), detail })
}
