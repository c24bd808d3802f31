/** Figures that need no walk: parameters, the figures of all bodies, and what an empty one says. */
import { distributionOf } from '../evaluation/distribution.js'
import type { Row } from '../evaluation/row.js'
import { citationText } from '../methodology/citation.js'
import type {
  DistributionNode,
  Parameter,
  Reading,
} from '../methodology/methodology.js'
import { decimalText } from '../number/text.js'
import { numberValue } from '../value.js'
import { describeValue } from './describe-value.js'
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
  skipped: [],
  rules: [],
  caps: [],
  bodies: null,
  operands: [],
  source: null,
}

export function parameterFigure(
  parameter: Parameter,
  key: string,
): ExplainedFigure {
  return {
    ...NOTHING,
    key,
    kind: 'parameter',
    title: parameter.title,
    unit: parameter.unit,
    value: describeValue(numberValue(parameter.value)),
    citation: citationText(parameter.cite),
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
  const { sorted } = distribution
  const ends = [sorted[0], sorted.at(-1)].flatMap((end) =>
    end ? [decimalText(end)] : [],
  )
  const text =
    sorted.length === 0
      ? 'no figures'
      : `${sorted.length} figures from ${ends.join(' to ')}`
  return {
    ...NOTHING,
    key,
    kind: 'distribution',
    bodies: sorted.length,
    value: { state: 'present', text, reason: null },
  }
}

export function readingOf(
  reading: Reading,
): Pick<ExplainedFigure, 'citation' | 'mark' | 'note' | 'alternatives'> {
  const { cite, mark, note, alternatives } = reading
  return { citation: cite && citationText(cite), mark, note, alternatives }
}
