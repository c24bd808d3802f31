/**
 * The value of a node of the tree, stage by stage: computed, normalised, held at
 * its maximum, less its deductions, rounded, held within its limits. Only the last counts for others.
 */
import { cellOf } from './cell.js'
import type { CriterionNode, Variant } from '../methodology/methodology.js'
import type { LimitEvent } from '../methodology/rule-nodes.js'
import { smaller, subtract } from '../number/numeric.js'
import { round } from '../number/rounding.js'
import { isPresent, missing, numberValue, type Value } from '../value.js'
import { aggregateChildren, type ChildPart } from './aggregate-children.js'
import { arithmetic } from './outcome.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'
import { applyLimits, type MetLimit } from './limits.js'
import { exclusionBy } from './membership.js'
import { normalise, type Normalised } from './normalise.js'
import type { Row } from './row.js'

/** One stage that the node has, and what came out of it. */
export type Stage =
  | {
      readonly kind: 'computed'
      readonly value: Value
      readonly parts: readonly ChildPart[]
      readonly variant: Variant | null
    }
  | {
      readonly kind: 'normalised'
      readonly value: Value
      readonly with: Normalised['with']
    }
  | { readonly kind: 'maximum'; readonly value: Value; readonly most: Value }
  | {
      readonly kind: 'deducted'
      readonly value: Value
      readonly deduction: string
      readonly points: Value
    }
  | { readonly kind: 'rounded'; readonly value: Value }
  | {
      readonly kind: 'limited'
      readonly value: Value
      readonly met: readonly MetLimit[]
      /** True where the limits leave no value. */
      readonly isUndone: boolean
    }

export interface EvaluatedCriterion {
  readonly value: Value
  /** Empty where an exclusion took the node away. */
  readonly stages: readonly Stage[]
}

export function evaluateCriterion(
  node: CriterionNode,
  row: Row,
): EvaluatedCriterion {
  const exclusion = exclusionBy(row, node.exclusions, plainName(node))
  if (exclusion.kind === 'excluded') {
    const value: Value = {
      kind: 'not-applicable',
      exclusion: exclusion.exclusion,
    }
    return { value, stages: [] }
  }
  if (exclusion.kind === 'undecided') {
    return { value: exclusion.because, stages: [] }
  }
  const frame: Frame = { row, node: node.name }
  const stages: Stage[] = [make(node, frame)]
  const last = () => stages.at(-1)?.value ?? missing('NOT_GIVEN')

  if (node.normaliser) {
    stages.push({
      kind: 'normalised',
      ...normalise(last(), node.normaliser, frame),
    })
  }
  if (node.maximum) {
    const most = evaluateExpression(node.maximum, frame)
    const value = arithmetic([last(), most], frame, ([x, cap]) =>
      x && cap ? smaller(x, cap) : 'NOT_GIVEN',
    )
    stages.push({ kind: 'maximum', value, most })
  }
  for (const deduction of node.deductions) {
    const points = cellOf(row, deduction) ?? missing('NOT_GIVEN')
    const value = arithmetic([last(), points], frame, ([x, less]) =>
      x && less ? subtract(x, less) : 'NOT_GIVEN',
    )
    stages.push({ kind: 'deducted', value, deduction: deduction.name, points })
  }
  limit(stages, node, row, 'before')
  const { round: rounding } = node
  if (rounding) {
    const before = last()
    const value =
      before.kind === 'number'
        ? numberValue(round(before.number, rounding.digits, rounding.mode))
        : before
    stages.push({ kind: 'rounded', value })
  }
  limit(stages, node, row, 'after')
  return { value: last(), stages }
}

/** Adds a stage where a limit was met, or where it is not known whether one is. */
function limit(
  stages: Stage[],
  node: CriterionNode,
  row: Row,
  rounding: LimitEvent['rounding'],
): void {
  const before = stages.at(-1)?.value
  // Limits that contradict one another are undone once and listed once.
  const wasUndone = stages.some(
    (stage) => stage.kind === 'limited' && stage.isUndone,
  )
  if (node.limits.length === 0 || !before || wasUndone) return
  const { value, met } = applyLimits(node, row, rounding, before)
  if (met.length > 0 || value !== before) {
    const isUndone = value !== before && !isPresent(value)
    stages.push({ kind: 'limited', value, met, isUndone })
  }
}

/** The limits of the node that were met, in the order in which they apply. */
export function metLimits(node: CriterionNode, row: Row): readonly MetLimit[] {
  return evaluateCriterion(node, row).stages.flatMap((stage) =>
    stage.kind === 'limited' ? stage.met : [],
  )
}

function make(node: CriterionNode, frame: Frame): Stage {
  const { maker } = node
  switch (maker.kind) {
    case 'indicator':
      return plain(cellOf(frame.row, maker.value) ?? missing('NOT_GIVEN'))
    case 'judged':
      return plain(cellOf(frame.row, maker.input) ?? missing('NOT_GIVEN'))
    case 'aggregate':
      return {
        kind: 'computed',
        variant: null,
        ...aggregateChildren(maker, frame),
      }
    case 'formula':
      return plain(evaluateExpression(maker.expression, frame))
    case 'variants': {
      const chosen = chooseVariant(maker, frame)
      if ('kind' in chosen) return plain(chosen)
      const value = evaluateExpression(chosen.expression, frame)
      return { kind: 'computed', value, parts: [], variant: chosen }
    }
  }
}

function plain(value: Value): Stage {
  return { kind: 'computed', value, parts: [], variant: null }
}

/** The variants that the rules chose for a body; more than one is an error of the rules. */
export function chosenVariants(
  maker: Extract<CriterionNode['maker'], { kind: 'variants' }>,
  row: Row,
): readonly string[] {
  const names = maker.choosers.flatMap((rule) => {
    const fired = cellOf(row, rule)
    return rule.event.kind === 'choose' &&
      fired?.kind === 'boolean' &&
      fired.boolean
      ? [rule.event.variant]
      : []
  })
  return [...new Set(names)]
}

function chooseVariant(
  maker: Extract<CriterionNode['maker'], { kind: 'variants' }>,
  frame: Frame,
): Variant | Value {
  const at = { column: frame.node, row: null }
  for (const rule of maker.choosers) {
    const fired = cellOf(frame.row, rule)
    if (fired?.kind === 'missing') {
      return missing('VARIANT_UNDECIDED', {
        at,
        detail: rule.rule,
        because: [fired],
      })
    }
  }
  const [name] = chosenVariants(maker, frame.row)
  const variant = maker.variants.find((each) => each.name === name)
  return variant ?? missing('NO_VARIANT', { at })
}

/** What people call it: the indicator, where the node is its value in the tree. */
function plainName({ name, maker }: CriterionNode): string {
  return maker.kind === 'indicator' ? maker.indicator.name : name
}
