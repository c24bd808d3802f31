/** A scale as a figure of an explanation: its levels in their order, with intervals and points. */
import { citationText } from '../methodology/citation.js'
import { scaleOf } from '../expression/type-rules.js'
import type { CriterionNode } from '../methodology/methodology.js'
import { decimalText } from '../number/text.js'
import { intervalWords, type Scale, type ScaleLevel } from '../scales/scale.js'
import type { ExplainedFigure } from './explanation.js'
import type { Operand } from './operands.js'
import { NOTHING } from './plain-figures.js'

/** The scales whose order or points decide the value of a criterion. */
export function scaleOperands(node: CriterionNode): readonly Operand[] {
  const { maker, normaliser, type, limits } = node
  const scales = [
    maker.kind === 'aggregate' ? maker.scale : null,
    normaliser?.scale,
    limits.length > 0 ? scaleOf(type) : null,
  ]
  return scales.flatMap((scale) => (scale ? [{ kind: 'scale', scale }] : []))
}

export function scaleFigure(scale: Scale, key: string): ExplainedFigure {
  const text = scale.levels.map(levelText).join(' < ')
  return {
    ...NOTHING,
    key,
    kind: 'scale',
    title: scale.title,
    value: { state: 'present', text, reason: null },
    citation: scale.cite && citationText(scale.cite),
    note: scale.note,
  }
}

/** `three (60 or more, below 80; 3 points)`. */
function levelText(level: ScaleLevel): string {
  const interval = intervalWords(level)
  const points = level.points ? `${decimalText(level.points)} points` : ''
  const details = [interval, points].filter((words) => words !== '')
  return details.length === 0
    ? level.name
    : `${level.name} (${details.join('; ')})`
}
