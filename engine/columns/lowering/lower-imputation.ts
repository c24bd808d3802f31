/**
 * Imputation as column code. What must stay missing is told by what can have
 * made it missing: a body that was screened out, an undecided exclusion.
 */
import { mean } from '../../functions/mean.js'
import { median } from '../../functions/median.js'
import { previousReads } from '../../methodology/reads.js'
import type { DistributionNode } from '../../methodology/methodology.js'
import type {
  Imputation,
  SteppedColumn,
  StepNode,
} from '../../methodology/steps.js'
import type { Code } from '../code/code.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { made } from './lower-goalposts.js'
import { exclusionBy } from './lower-membership.js'
import type { Lowered } from './lowered.js'
import { NotLowered, type Lowering } from './lowering.js'

/** @param before - the value of the indicator before the step */
export function lowerImputation(
  node: StepNode,
  imputation: Imputation,
  before: Lowered,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const mustStay = code.either(
    before.notApplicable,
    mustStayMissing(node.of, lowering),
  )
  const filling = code.select(
    mustStay,
    code.number(NaN),
    lowerFilling(imputation, frame),
  )
  return {
    value: code.operation('first-present', before.value, filling),
    notApplicable: before.notApplicable,
  }
}

function lowerFilling(imputation: Imputation, frame: LoweringFrame): Code {
  const { lowering, at } = frame
  const { code } = lowering
  switch (imputation.kind) {
    case 'mean':
    case 'median': {
      if (at.kind !== 'bodies') {
        throw new NotLowered('rows of a table are filled by no bodies')
      }
      return middleOf(imputation.among, imputation.kind, lowering)
    }
    case 'previous-year':
      return imputation.years
        .map((year) => lowerExpression(year, frame).value)
        .reduce((a, b) => code.operation('first-present', a, b))
    case 'value':
      return lowerExpression(imputation.expression, frame).value
  }
}

/** Absent where it is undecided whose figures count. */
function middleOf(
  among: DistributionNode,
  kind: 'mean' | 'median',
  lowering: Lowering,
): Code {
  const { code } = lowering
  const declared = kind === 'mean' ? mean : median
  const { value, isUndecided } = lowering.statistic(
    among,
    kind,
    (rows) => made(declared.inColumns?.(rows, [])),
    (sorted) =>
      sorted.length === 0
        ? 'NO_BODY_WITH_VALUE'
        : declared.compute([sorted], []),
  )
  return code.select(isUndecided, code.number(NaN), value)
}

/**
 * 1 where the value, if it is missing, is so for a reason that forbids to fill it.
 *
 * @throws NotLowered where the reason may lie in something else that was read
 */
function mustStayMissing(column: SteppedColumn, lowering: Lowering): Code {
  const { code } = lowering
  if (column.kind === 'indicator') {
    if (column.input.from) {
      throw new NotLowered(
        'a value of another methodology has reasons of its own',
      )
    }
    return exclusionBy(column.exclusions, lowering).isUndecided
  }
  const { action } = column
  const before = mustStayMissing(column.of, lowering)
  if (action.kind === 'screen') {
    const kept = lowering.read(action.screening).value
    return code.either(before, code.opposite(code.isPresent(kept)))
  }
  const isOfItself =
    action.kind !== 'impute' &&
    previousReads(column).length === 0 &&
    column.reads.every((each) => each === column.of)
  if (!isOfItself) {
    throw new NotLowered(
      'why a value is missing cannot be told before it is filled',
    )
  }
  return before
}
