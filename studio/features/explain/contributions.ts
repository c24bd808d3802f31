/**
 * How the children of a figure make its value. Of a mean or a sum each has a
 * part, and the parts and what was done afterwards lead to the value; of
 * everything else no child has a part of its own, and their values are shown.
 */
import {
  isDecimal,
  isZeroDecimal,
  subtractDecimals,
  sumDecimals,
} from '../../decimal/exact-decimal.js'
import {
  isOfTheTree,
  listFigures,
  type Figure,
  type Figures,
  type FigureStep,
} from './figures.js'

export type Contribution =
  | {
      readonly kind: 'child'
      readonly figure: Figure
      readonly amount: string
      /** The sum before it and after it. */
      readonly from: string
      readonly to: string
    }
  | {
      readonly kind: 'step'
      readonly step: FigureStep
      /** The deduction, where it is one. */
      readonly figure: Figure | null
      readonly amount: string
      readonly from: string
      readonly to: string
    }

export type Contributions =
  | {
      readonly kind: 'additive'
      readonly parts: readonly Contribution[]
      readonly total: string
    }
  | {
      readonly kind: 'values'
      /** `geometric`, `formula`, ...: what makes the value. */
      readonly by: string
      readonly children: readonly Figure[]
    }

/** @returns null where it has no children */
export function contributionsOf(
  figure: Figure,
  figures: Figures,
): Contributions | null {
  const additive = additiveOf(figure, figures)
  if (additive) return additive
  const made = figure.steps[0]?.with
  const keys = figure.aggregation?.parts.map(({ key }) => key)
  const children = listFigures(figures, keys ?? figure.operands).filter(
    isOfTheTree,
  )
  if (children.length === 0) return null
  const by = figure.aggregation?.kind ?? made?.['by'] ?? 'formula'
  return { kind: 'values', by, children }
}

function additiveOf(figure: Figure, figures: Figures): Contributions | null {
  const { aggregation, steps, value } = figure
  const [computed, ...later] = steps
  const counted =
    aggregation?.parts.filter(({ contribution }) => contribution !== null) ?? []
  if (counted.length === 0 || !computed || !isNumber(value.text)) return null
  let sum = '0'
  const parts: Contribution[] = counted.flatMap((part) => {
    const child = figures.get(part.key)
    if (!child || part.contribution === null) return []
    const from = sum
    sum = sumDecimals([sum, part.contribution])
    return {
      kind: 'child',
      figure: child,
      amount: part.contribution,
      from,
      to: sum,
    }
  })
  let before = computed.value.text
  for (const step of later) {
    const after = step.value.text
    if (!isNumber(before) || !isNumber(after)) return null
    const amount = subtractDecimals(after, before)
    const key = step.with?.['deduction']
    const deduction = key === undefined ? null : (figures.get(key) ?? null)
    if (deduction || !isZeroDecimal(amount)) {
      parts.push({
        ...{ kind: 'step', step, figure: deduction, amount },
        ...{ from: before, to: after },
      })
    }
    before = after
  }
  return { kind: 'additive', parts, total: value.text }
}

function isNumber(text: string | null): text is string {
  return text !== null && isDecimal(text)
}
