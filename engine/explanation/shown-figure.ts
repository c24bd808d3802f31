/** What of a figure is explained to those who may not see restricted values. */
import type { Methodology, Node } from '../methodology/methodology.js'
import {
  restrictedBehind,
  type Restriction,
} from '../restriction/restriction.js'
import { WITHHELD_REASON } from '../restriction/show-body.js'
import { FLAG } from './explain-flag.js'
import type { ExplainedFigure } from './explanation.js'
import type { Operand } from './operands.js'
import { NOTHING, readingOf } from './plain-figures.js'

/**
 * `value`: the figure is released, and what it was made from is not.
 * `way`: all that it was made from is shown, and restricted inputs stand further behind.
 */
export type ShownPart = 'nothing' | 'value' | 'way' | 'all'

/** @param isFirst - the figure that was asked for, of which a rule may exclude the body */
export function shownPart(
  operand: Operand,
  { hides, touches, opens, hidesFigure, hidesMembership }: Restriction,
  isFirst: boolean,
): ShownPart {
  const nodes = nodesOf(operand)
  if (nodes.some(hides)) return 'nothing'
  if (isFirst && hidesMembership) {
    const isShown = operand.kind === 'column' && !hidesFigure(operand.column)
    return isShown ? 'value' : 'nothing'
  }
  if (!nodes.every(opens)) return 'value'
  return nodes.some(touches) ? 'way' : 'all'
}

/** Parameters and tables are the file's own: whatever chose the value was read by who asks for it. */
function nodesOf(operand: Operand): readonly Node[] {
  switch (operand.kind) {
    case 'column':
      return [operand.column]
    case 'previous':
      return [operand.expression.column]
    case 'distribution':
      return [operand.distribution]
    case 'population':
      return [operand.population]
    case 'flag':
      return operand.rules
    case 'parameter':
    case 'lookup':
    case 'scale':
      return []
  }
}

/** A figure that is named and nothing else; what it was made from is not followed. */
export function restrictedFigure(
  operand: Operand,
  key: string,
  methodology: Methodology,
): ExplainedFigure {
  const nodes = [...nodesOf(operand), ...methodology.bodies.exclusions]
  const inputs = nodes
    .flatMap((node) => restrictedBehind(methodology, node))
    .map(({ name }) => name)
  const reason = `depends on restricted inputs: ${[...new Set(inputs)].join(', ')}`
  return {
    ...NOTHING,
    ...writtenOf(operand),
    key,
    value: { state: 'restricted', text: null, reason },
  }
}

/** What the file says of the figure, whatever the data are. */
function writtenOf(
  operand: Operand,
): Partial<ExplainedFigure> & Pick<ExplainedFigure, 'kind'> {
  if (operand.kind === 'flag') return FLAG
  if (operand.kind === 'previous') {
    const { title, unit } = operand.expression.column
    return { kind: operand.kind, title, unit }
  }
  if (operand.kind !== 'column') return { kind: operand.kind }
  const { column } = operand
  const { kind, title, unit } = column
  return {
    ...{ kind, title, unit },
    ...('reading' in column ? readingOf(column.reading) : {}),
    ...(column.kind === 'computed' ? { formula: column.formula } : {}),
  }
}

/** The figure with no more than may be told of it. */
export function toldFigure(
  operand: Operand,
  figure: ExplainedFigure,
  part: 'value' | 'way' | 'all',
): ExplainedFigure {
  const run = figure.run && { ...figure.run, sha256: null }
  if (part === 'all') return { ...figure, run }
  const { key } = figure
  const value =
    figure.value.reason === null
      ? figure.value
      : { ...figure.value, reason: WITHHELD_REASON }
  if (part === 'value') {
    return { ...NOTHING, ...writtenOf(operand), key, value }
  }
  // Steps, rules and rows may tell why something is absent.
  const aggregation = null
  const told = { steps: [], aggregation, skipped: [], rules: [], caps: [] }
  return { ...figure, ...told, value, run }
}
