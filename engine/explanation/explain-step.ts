/** What a step did to an indicator, and to the value of this body. */
import { cellOf } from '../evaluation/cell.js'
import { distributionOf } from '../evaluation/distribution.js'
import {
  evaluateScreening,
  limitWords,
} from '../evaluation/evaluate-screening.js'
import { imputeValue, isImputable } from '../evaluation/impute.js'
import { normalise } from '../evaluation/normalise.js'
import type { Row } from '../evaluation/row.js'
import type { Expression } from '../expression/expression.js'
import type { ScreeningNode, StepNode } from '../methodology/steps.js'
import { isPresent, missing, type Value } from '../value.js'
import { describeValue } from './describe-value.js'
import type { ExplainedFigure, ExplainedStep } from './explanation.js'
import { normaliserOperands } from './normaliser-operands.js'
import { expressionOperands, type Operand } from './operands.js'
import { readingOf } from './plain-figures.js'
import { normalisedWords } from './stage-words.js'
import { substitute } from './substitute.js'
import { treatmentWords } from './treatment-words.js'

export interface ExplainedStepping {
  readonly figure: Partial<ExplainedFigure>
  readonly operands: readonly Operand[]
}

export function explainStepping(
  node: StepNode | ScreeningNode,
  row: Row,
): ExplainedStepping {
  const { figure, operands } =
    node.kind === 'step' ? step(node, row) : screening(node, row)
  return { figure: { ...readingOf(node.reading), ...figure }, operands }
}

function step(node: StepNode, row: Row): ExplainedStepping {
  const before = cellOf(row, node.of) ?? missing('NOT_GIVEN')
  const value = cellOf(row, node) ?? missing('NOT_GIVEN')
  const did = actionOf(node, row, before)
  const { formula = null, substituted = null } = did
  const words = `step ${node.step}: ${did.words}`
  const figure = {
    formula,
    substituted,
    steps: [explained(node.action.kind, words, value)],
  }
  const own: Operand = { kind: 'column', column: node.of, row }
  return { figure, operands: [own, ...did.operands] }
}

interface Did {
  readonly words: string
  readonly operands: readonly Operand[]
  readonly formula?: string
  readonly substituted?: string
}

function actionOf(node: StepNode, row: Row, before: Value): Did {
  const { action } = node
  switch (action.kind) {
    case 'formula': {
      if (!isPresent(before)) return { words: 'no value', operands: [] }
      const { expression, formula } = action
      return {
        words: 'by its formula in x',
        formula,
        ...put(expression, node, row, before),
      }
    }
    case 'screen': {
      const { screening } = action
      return {
        words: 'values of bodies with enough data',
        operands: [{ kind: 'column', column: screening, row }],
      }
    }
    case 'impute':
      return isPresent(before)
        ? { words: 'there is a value, so none is imputed', operands: [] }
        : imputed(node, row, before)
    case 'winsorise': {
      const among: Operand = {
        kind: 'distribution',
        distribution: action.among,
        row,
      }
      const words = treatmentWords(node, action, row, before)
      return { words, operands: [among] }
    }
    case 'normalise': {
      const { normaliser } = action
      const result = normalise(before, normaliser, { row, node: node.name })
      return {
        words: normalisedWords(result, normaliser, before),
        operands: normaliserOperands(normaliser, row, before),
      }
    }
  }
}

function put(
  expression: Expression,
  node: StepNode,
  row: Row,
  argument?: Value,
): { readonly substituted: string; readonly operands: readonly Operand[] } {
  const frame = { row, node: node.name, ...(argument ? { argument } : {}) }
  const { operands } = expressionOperands(expression, frame)
  return { substituted: substitute(expression, frame), operands }
}

function imputed(
  node: StepNode,
  row: Row,
  before: Exclude<Value, { kind: 'number' | 'boolean' | 'word' }>,
): Did {
  if (node.action.kind !== 'impute') return { words: '', operands: [] }
  const { imputation } = node.action
  if (before.kind === 'not-applicable' || !isImputable(before)) {
    const why =
      before.kind === 'missing'
        ? 'it is not known, or decided, that the body should have a value'
        : 'the indicator is not applicable'
    return { words: `not imputed: ${why}`, operands: [] }
  }
  const { words } = imputeValue(before, imputation, node, row)
  switch (imputation.kind) {
    case 'mean':
    case 'median': {
      const distribution = imputation.among
      const isMissing = distributionOf(row, distribution).kind === 'missing'
      const about = isMissing ? words : `missing, so the ${words} is put in`
      const operands: Operand[] = [{ kind: 'distribution', distribution, row }]
      return { words: about, operands }
    }
    case 'previous-year':
      return {
        words: `missing, so the ${words} is put in`,
        operands: imputation.years.map((expression): Operand => ({
          kind: 'previous',
          expression,
          row,
        })),
      }
    case 'value':
      return {
        words: 'missing, so a formula gives the value',
        formula: imputation.formula,
        ...put(imputation.expression, node, row),
      }
  }
}

function screening(node: ScreeningNode, row: Row): ExplainedStepping {
  const found = evaluateScreening(node, row)
  const { value, counted, possible } = found
  const imputing = node.countsImputed
    ? 'imputed values count'
    : 'imputed values do not count'
  const words = `${counted} of ${possible} indicators have data (${imputing}), ${limitWords(node)} needed`
  const skipped = found.lacking.map(({ column, imputedBy: by }) => ({
    row: column.name,
    reason:
      by === null
        ? (describeValue(cellOf(row, column) ?? missing('NOT_GIVEN')).reason ??
          '')
        : `imputed: ${by}`,
  }))
  const figure = { steps: [explained('screened', words, value)], skipped }
  return { figure, operands: [] }
}

function explained(step: string, words: string, value: Value): ExplainedStep {
  return { step, words, value: describeValue(value) }
}
