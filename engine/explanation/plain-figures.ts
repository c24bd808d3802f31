/** Figures that need no walk: parameters, cells of the year before, the figures of all bodies. */
import {
  distributionOf,
  type Distribution,
} from '../evaluation/distribution.js'
import { evaluateExpression } from '../evaluation/evaluate-expression.js'
import { previousRun } from '../evaluation/previous-value.js'
import { earlierRow, type Row } from '../evaluation/row.js'
import type { PreviousExpression } from '../expression/expression.js'
import { citationText } from '../methodology/citation.js'
import type { Column, DistributionNode } from '../methodology/methodology.js'
import type { Reading } from '../methodology/legal-basis.js'
import { runReference } from '../result/references.js'
import { numberValue, type Value } from '../value.js'
import { describeValue, readable } from './describe-value.js'
import { explainedPopulation } from './explain-population.js'
import type { ExplainedFigure } from './explanation.js'

/** What a figure says of itself where nothing is to be said. */
export const NOTHING: Omit<ExplainedFigure, 'key' | 'kind' | 'value'> = {
  title: {},
  unit: null,
  formula: null,
  substituted: null,
  citation: null,
  mark: null,
  note: null,
  alternatives: [],
  steps: [],
  aggregation: null,
  skipped: [],
  rules: [],
  caps: [],
  bodies: null,
  population: null,
  operands: [],
  source: null,
  run: null,
}

/**
 * A figure with all its members written out: an explanation has tens of
 * thousands of them, and spreading one over another costs more than the rest.
 */
export function figureWith(
  head: Pick<ExplainedFigure, 'key' | 'kind' | 'title' | 'unit'>,
  value: ExplainedFigure['value'],
  rest: Partial<ExplainedFigure>,
): ExplainedFigure {
  return {
    key: head.key,
    kind: head.kind,
    title: head.title,
    unit: head.unit,
    value,
    formula: rest.formula ?? null,
    substituted: rest.substituted ?? null,
    citation: rest.citation ?? null,
    mark: rest.mark ?? null,
    note: rest.note ?? null,
    alternatives: rest.alternatives ?? NOTHING.alternatives,
    steps: rest.steps ?? NOTHING.steps,
    aggregation: rest.aggregation ?? null,
    skipped: rest.skipped ?? NOTHING.skipped,
    rules: rest.rules ?? NOTHING.rules,
    caps: rest.caps ?? NOTHING.caps,
    bodies: rest.bodies ?? null,
    population: rest.population ?? null,
    operands: rest.operands ?? NOTHING.operands,
    source: rest.source ?? null,
    run: rest.run ?? null,
  }
}

/** A figure that the body has no row for: it is in no group of its population. */
export function absentFigure(
  column: Column,
  value: Value,
  key: string,
): ExplainedFigure {
  const { kind, title, unit } = column
  return { ...NOTHING, key, kind, title, unit, value: describeValue(value) }
}

/** The cell of an earlier year's data, or the output of that year's run. */
export function previousFigure(
  expression: PreviousExpression,
  row: Row,
  key: string,
): ExplainedFigure {
  const { column } = expression
  const isInput = column.kind === 'input'
  const earlier = isInput ? earlierRow(row, expression.years) : 'no-data'
  const before = typeof earlier === 'string' ? null : earlier
  const run = previousRun(expression, row)
  return {
    ...NOTHING,
    key,
    kind: 'previous',
    title: column.title,
    unit: column.unit,
    value: describeValue(evaluateExpression(expression, { row, node: key })),
    source: before && {
      ...before.place,
      column: isInput ? column.column : column.name,
      says: isInput ? column.source : null,
    },
    run: run && runReference(run),
  }
}

/** The figures of all bodies: how many, smallest and largest. */
export function distributionFigure(
  node: DistributionNode,
  row: Row,
  key: string,
): ExplainedFigure {
  const distribution = distributionOf(row, node)
  if (distribution.kind === 'missing') {
    return {
      ...NOTHING,
      key,
      kind: 'distribution',
      value: describeValue(distribution.missing),
    }
  }
  const known = described.get(distribution)
  if (known) return known
  const { sorted } = distribution
  const ends = [sorted[0], sorted.at(-1)].flatMap((end) =>
    end ? [readable(numberValue(end))] : [],
  )
  const text =
    sorted.length === 0
      ? 'no figures'
      : `${sorted.length} figures from ${ends.join(' to ')}`
  const figure: ExplainedFigure = {
    ...NOTHING,
    key,
    kind: 'distribution',
    bodies: sorted.length,
    population: explainedPopulation(node.among, row),
    value: { state: 'present', text, reason: null },
  }
  described.set(distribution, figure)
  return figure
}

/** The figures of all bodies are the same in the explanation of each. */
const described = new WeakMap<Distribution, ExplainedFigure>()

export function readingOf(
  reading: Reading,
): Pick<ExplainedFigure, 'citation' | 'mark' | 'note' | 'alternatives'> {
  const { cite, mark, note, alternatives } = reading
  return { citation: cite && citationText(cite), mark, note, alternatives }
}
